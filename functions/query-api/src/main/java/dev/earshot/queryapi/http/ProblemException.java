package dev.earshot.queryapi.http;

import dev.earshot.core.FieldException;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A request that can't be answered as it stands; the API answers with its {@link Problem}. It
 * carries no stack trace: it is an answer, not a failure.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Maximum errors reported of one body; the rest appear once these are fixed. */
    private static final int SHOWN_ERRORS = 5;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemKind kind, String detail) {
        this(Problem.of(kind, detail));
    }

    /** A parameter or field has a value that can't be used; {@code detail} names both. */
    public static ProblemException parameter(String parameter, String detail) {
        return new ProblemException(
                Problem.of(ProblemKind.BAD_REQUEST, detail).withParameter(parameter));
    }

    /** A value made of a request; a field that it refuses becomes a problem that names it. */
    public static <T> T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (FieldException e) {
            throw parameter(e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** The value read from a body; throws with all invalid fields. */
    public static <T> T rightOrThrow(Parsed<T> body) {
        return switch (body) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Errors<T>(List<FieldError> errors) ->
                    throw parameter(
                            field(errors.getFirst()),
                            errors.stream()
                                    .limit(SHOWN_ERRORS)
                                    .map(ProblemException::sentence)
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

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemKind.NOT_FOUND, detail);
    }

    /** No brand of this id is registered in the workspace. */
    public static ProblemException unknownBrand(String id) {
        return notFound("no brand '" + Request.shortened(id) + "' is registered; PUT it first");
    }

    /** The problem to answer with. */
    public Problem problem() {
        return problem;
    }
}
