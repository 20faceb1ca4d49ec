package dev.earshot.evaluation.behaviour;

import dev.earshot.core.text.SentimentLabel;

import java.util.Set;

/** What a case expects of the model: the three kinds of test of Ribeiro et al. (2020). */
sealed interface Expectation {
    /** Smallest change of a probability that counts as a change (Ribeiro et al., 2020). */
    double SLACK = 0.1;

    /**
     * Whether the model meets the expectation.
     *
     * @param first reading of the case's first sentence
     * @param second reading of its second sentence; that of the first if there is none
     */
    boolean met(Verdict first, Verdict second);

    /** The kind of test, by its name in the literature. */
    String kind();

    /** Minimum functionality: the sentence gets one of these labels. */
    record OneOf(Set<SentimentLabel> labels) implements Expectation {
        public OneOf {
            labels = Set.copyOf(labels);
        }

        @Override
        public boolean met(Verdict first, Verdict second) {
            return labels.contains(first.label());
        }

        @Override
        public String kind() {
            return "MFT";
        }
    }

    /** Invariance: the label stays the same. */
    record Same() implements Expectation {
        @Override
        public boolean met(Verdict first, Verdict second) {
            return first.label() == second.label();
        }

        @Override
        public String kind() {
            return "INV";
        }
    }

    /**
     * Directional: the label's probability does not move the wrong way by more than {@link #SLACK}.
     *
     * @param label the label whose probability is compared: positive or negative
     * @param rises true if it must not fall, false if it must not rise
     */
    record Direction(SentimentLabel label, boolean rises) implements Expectation {
        public Direction {
            if (label != SentimentLabel.POSITIVE && label != SentimentLabel.NEGATIVE) {
                throw new IllegalArgumentException(
                        "label must be positive or negative, got " + label);
            }
        }

        @Override
        public boolean met(Verdict first, Verdict second) {
            double moved = probability(second) - probability(first);
            return rises ? moved >= -SLACK : moved <= SLACK;
        }

        private double probability(Verdict verdict) {
            return label == SentimentLabel.POSITIVE
                    ? verdict.sentiment().positive()
                    : verdict.sentiment().negative();
        }

        @Override
        public String kind() {
            return "DIR";
        }
    }
}
