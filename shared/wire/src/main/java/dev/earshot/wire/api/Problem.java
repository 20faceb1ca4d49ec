package dev.earshot.wire.api;

import dev.earshot.wire.json.FieldError;

import java.util.List;
import java.util.Optional;

/**
 * A refusal by the API (RFC 9457, media type {@code application/problem+json}).
 *
 * @param type {@code about:blank} where the status says it all
 * @param title the same for every refusal of this type
 * @param status HTTP status code, 400 to 599
 * @param detail what is wrong this time and how to mend it
 * @param instance the request's path
 * @param errors the fields that are wrong; left out where there are none
 */
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        Optional<String> instance,
        Optional<List<FieldError>> errors) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599, got " + status);
        }
    }

    /** A problem that its status explains. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(
                "about:blank",
                title,
                status,
                Optional.of(detail),
                Optional.empty(),
                Optional.empty());
    }

    /** The same problem at a path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, Optional.of(path), errors);
    }

    /** The same problem with the fields that are wrong. */
    public Problem with(List<FieldError> wrong) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                wrong.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(wrong)));
    }
}
