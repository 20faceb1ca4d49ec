package dev.earshot.wire.api;

import dev.earshot.wire.json.FieldError;

import java.util.List;
import java.util.Optional;

/**
 * A refusal by the API (RFC 9457, media type {@value #MEDIA_TYPE}).
 *
 * @param type URI of the kind of problem
 * @param title the same for every problem of this type
 * @param status HTTP status code, 400 to 599
 * @param detail what is wrong this time and how to mend it
 * @param instance names the request
 * @param parameter the parameter or field that is wrong, where it is one
 * @param rejected the records that could not be taken, where none could
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        Optional<String> parameter,
        Optional<List<FieldError>> rejected) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599, got " + status);
        }
        rejected = rejected.map(List::copyOf);
    }

    /** A problem of a kind. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same problem of a request that {@code instance} names. */
    public Problem at(String instance) {
        return new Problem(type, title, status, detail, Optional.of(instance), parameter, rejected);
    }

    /** The same problem with the parameter or field that is wrong. */
    public Problem withParameter(String parameter) {
        return new Problem(type, title, status, detail, instance, Optional.of(parameter), rejected);
    }

    /** The same problem with the records that could not be taken. */
    public Problem withRejected(List<FieldError> rejected) {
        return new Problem(type, title, status, detail, instance, parameter, Optional.of(rejected));
    }
}
