package dev.earshot.lambda;

/** Whether whoever asks may have an answer. */
public sealed interface Admission {
    /** The caller may. */
    record Admitted(Caller caller) implements Admission {}

    /**
     * No authoriser identified a caller.
     *
     * @param why what to send, for the caller
     */
    record Unknown(String why) implements Admission {}

    /**
     * The caller may not.
     *
     * @param why what is missing, for the caller
     */
    record Forbidden(String why) implements Admission {}
}
