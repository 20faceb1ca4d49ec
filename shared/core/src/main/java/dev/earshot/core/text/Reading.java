package dev.earshot.core.text;

import dev.earshot.core.ModelVersion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The outcome of reading one text: a verdict, or an abstention with its reason. */
public sealed interface Reading {
    /** BCP-47 tag of the text, {@code und} when unknown. */
    String language();

    /** The label that is counted and shown. */
    SentimentLabel label();

    /** Why the label is {@link SentimentLabel#ABSTAIN}, in plain words; empty where it is not. */
    Optional<String> reason();

    /**
     * A model knows the language and read the text.
     *
     * @param model the model that read it; empty for results of versions that did not keep it
     * @param parts sentences and clauses with their own sentiment, where they were read: at least
     *     two, or none
     * @param targets the sentiment towards each mention asked for
     * @param mixed whether the text is both positive and negative
     */
    record Read(
            String language,
            TextAnalysis analysis,
            Optional<ModelVersion> model,
            List<TextPart> parts,
            List<TargetSentiment> targets,
            boolean mixed)
            implements Reading {
        public Read {
            parts = List.copyOf(parts);
            targets = List.copyOf(targets);
        }

        /** A reading of the whole text alone, without the model's version. */
        public Read(String language, TextAnalysis analysis) {
            this(language, analysis, Optional.empty(), List.of(), List.of(), false);
        }

        /**
         * {@code MIXED} takes precedence over {@code ABSTAIN}: two sure parts explain an unsure
         * whole.
         */
        @Override
        public SentimentLabel label() {
            if (mixed) {
                return SentimentLabel.MIXED;
            }
            return analysis.sure() ? analysis.sentiment().label() : SentimentLabel.ABSTAIN;
        }

        @Override
        public Optional<String> reason() {
            return label() == SentimentLabel.ABSTAIN
                    ? Optional.of(
                            String.format(
                                    Locale.ROOT,
                                    "not sure enough (%.2f < %.2f)",
                                    // Rounded down, so that .499 < .5 does not read as .50 < .50.
                                    Math.floor(analysis.sentiment().top() * 100) / 100,
                                    analysis.sureFrom()))
                    : Optional.empty();
        }

        /** Whether irony could reverse the sentiment. */
        public boolean mayBeMeantOtherwise() {
            return analysis.irony().filter(Signal::raised).isPresent()
                    && analysis.sentiment().label() != SentimentLabel.NEUTRAL;
        }
    }

    /**
     * No verdict.
     *
     * @param why in plain words, for instance {@code language fr is not one the model knows}
     */
    record Abstained(String language, String why) implements Reading {
        @Override
        public SentimentLabel label() {
            return SentimentLabel.ABSTAIN;
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
