package dev.earshot.queryapi.http;

import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that can't be answered as it stands; becomes an RFC 9457 problem. It carries no stack
 * trace: it is an answer, not a failure.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of the faults of one body; the rest shows when these are mended. */
    private static final int SHOWN_ERRORS = 5;

    /** What kind of problem it is; the name is the last part of the problem's type. */
    public enum Kind {
        BAD_REQUEST(400, "The request is not valid"),
        UNAUTHORISED(401, "The request carries no valid API key or token"),
        FORBIDDEN(403, "The API key or token may not do this"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "The path does not take this method"),
        TOO_LARGE(413, "The request is too large"),
        NOTHING_ACCEPTED(422, "Nothing in the request could be taken"),
        FAILED(500, "The request failed"),
        UNAVAILABLE(503, "A service is not available; try again");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        String title() {
            return title;
        }
    }

    private final Kind kind;
    private final String detail;
    private final transient Map<String, Object> more;

    public Problem(Kind kind, String detail) {
        this(kind, detail, Map.of());
    }

    /**
     * @param more further members of the problem
     */
    public Problem(Kind kind, String detail, Map<String, Object> more) {
        super(detail, null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.more = Map.copyOf(more);
    }

    /** A parameter or field has a value that can't be used; {@code detail} names both. */
    public static Problem parameter(String parameter, String detail) {
        return new Problem(Kind.BAD_REQUEST, detail, Map.of("parameter", parameter));
    }

    /** What was read of a body; fails with all fields that can't be taken. */
    public static <T> T rightOrThrow(Parsed<T> body) {
        return switch (body) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Errors<T>(List<FieldError> errors) ->
                    throw parameter(
                            field(errors.getFirst()),
                            errors.stream()
                                    .limit(SHOWN_ERRORS)
                                    .map(Problem::sentence)
                                    .collect(Collectors.joining("; ")));
        };
    }

    private static String field(FieldError error) {
        return error.path().equals("$") ? "body" : error.path();
    }

    private static String sentence(FieldError error) {
        String subject = error.path().equals("$") ? "the body" : error.path();
        return subject + " " + error.reason();
    }

    public static Problem notFound(String detail) {
        return new Problem(Kind.NOT_FOUND, detail);
    }

    Kind kind() {
        return kind;
    }

    String detail() {
        return detail;
    }

    Map<String, Object> more() {
        return more;
    }
}
