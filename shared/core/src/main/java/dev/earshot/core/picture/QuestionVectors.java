package dev.earshot.core.picture;

import java.util.Optional;

/** Embeds search questions with the mounted text-image model. Thread-safe. */
public interface QuestionVectors {
    /** Answers that no model is mounted. */
    QuestionVectors NONE = question -> new Answer.Unmounted();

    /** Never throws for a service failure. */
    Answer of(String question);

    /** Result of embedding a question. */
    sealed interface Answer {
        /** The question's vector. */
        record Known(PictureVector vector) implements Answer {}

        /** No model is mounted. */
        record Unmounted() implements Answer {}

        /**
         * A model is mounted and did not answer.
         *
         * @param reason for the caller, without internal details
         * @param cause for the log
         */
        record Failed(String reason, Optional<RuntimeException> cause) implements Answer {}
    }
}
