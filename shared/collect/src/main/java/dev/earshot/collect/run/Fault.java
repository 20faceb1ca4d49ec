package dev.earshot.collect.run;

/** Why a stream did not go on. */
sealed interface Fault {
    /** What went wrong, in plain words. */
    String why();

    /** The platform wants to be left alone until then; no failure. */
    record Wait(String why, java.time.Instant until) implements Fault {}

    /** It may go well later; other streams of the source may go well now. */
    record Failure(String why) implements Fault {}

    /** Nothing of the source will go well before somebody has acted. */
    record Denied(String why) implements Fault {}

    /** There is nothing to read here; no failure, and other streams are unharmed. */
    record Nothing(String why) implements Fault {}

    /** The platform has forgotten the place where the stream goes on. */
    record PlaceGone(String why) implements Fault {}
}
