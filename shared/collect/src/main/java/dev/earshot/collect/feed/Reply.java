package dev.earshot.collect.feed;

/** How a request ended: an expected failure is a value. */
public sealed interface Reply {
    /** The platform answered, whatever its status. */
    record Answered(Answer answer) implements Reply {}

    /** There is no answer, but there may be one later; {@code why} continues "the platform". */
    record Failed(String why) implements Reply {}

    /** The address may not be called, now or ever; {@code why} continues "its address". */
    record Refused(String why) implements Reply {}
}
