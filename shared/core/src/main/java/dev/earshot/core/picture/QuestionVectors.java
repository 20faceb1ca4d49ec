package dev.earshot.core.picture;

import java.util.Optional;

/** Asks the mounted text-image model where a question lies. Thread-safe. */
public interface QuestionVectors {
    /** Where no model is mounted. */
    QuestionVectors NONE = question -> new Answer.Unmounted();

    /** Throws nothing of a service's. */
    Answer of(String question);

    /** What came of it. */
    sealed interface Answer {
        /** The question's vector. */
        record Known(PictureVector vector) implements Answer {}

        /** No model is mounted. */
        record Unmounted() implements Answer {}

        /**
         * A model is mounted and did not answer.
         *
         * @param reason for the caller, without inner details
         * @param cause for the log
         */
        record Failed(String reason, Optional<RuntimeException> cause) implements Answer {}
    }
}
