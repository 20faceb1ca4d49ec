package dev.earshot.core;

/** What becomes of one message; decided in one place, as a value. */
public sealed interface Outcome {
    /** The message's effects are stored: delete it. */
    record Done(boolean alreadyStored) implements Outcome {}

    /** A service failed: leave the message on the queue, which delivers it again. */
    record Retry(Throwable cause) implements Outcome {}

    /** The message can never succeed and has been parked with its reason: delete it. */
    record Poison(String why) implements Outcome {}
}
