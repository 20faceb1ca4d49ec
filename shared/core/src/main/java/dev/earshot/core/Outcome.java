package dev.earshot.core;

/** How one message ended: an expected fate is a value, not an exception. */
public sealed interface Outcome {
    /** The message's effects are stored: delete it. */
    record Done(boolean alreadyStored) implements Outcome {}

    /** A service failed: leave the message on the queue, which delivers it again. */
    record Retry(Throwable cause) implements Outcome {}

    /** The message can never succeed and has been parked with its reason: delete it. */
    record Poison(String why) implements Outcome {}
}
