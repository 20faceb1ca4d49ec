package dev.earshot.wire.api;

import java.util.Locale;

/** The kinds of refusals; every problem of one kind has the same status, type and title. */
public enum ProblemKind {
    BAD_REQUEST(400, "The request is not valid"),
    UNAUTHORISED(401, "The request carries no valid API key or token"),
    FORBIDDEN(403, "The API key or token may not do this"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    CONFLICT(409, "The thing has changed, or can't change that way"),
    GONE(410, "The post's text is not kept any more"),
    TOO_LARGE(413, "The request is too large"),
    NOTHING_ACCEPTED(422, "Nothing in the request could be taken"),
    PRECONDITION_REQUIRED(428, "The request must say which state it changes"),
    BUDGET_SPENT(429, "The budget is spent"),
    FAILED(500, "The request failed"),
    UNAVAILABLE(503, "A service is not available; try again");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** The same for every problem of this kind. */
    public String title() {
        return title;
    }

    /** The URI that identifies the kind. */
    public String type() {
        return "urn:earshot:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
