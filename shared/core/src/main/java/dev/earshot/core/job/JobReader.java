package dev.earshot.core.job;

/** Reads messages of the jobs queue. Thread-safe; throws nothing on bad input. */
public interface JobReader {
    /** What a message's body says. */
    Reading read(String body);

    /** Result of reading. */
    sealed interface Reading {
        /** A job. */
        record Understood(Job job) implements Reading {}

        /** Not a job, with what is wrong. */
        record Refused(String reason) implements Reading {}
    }
}
