package dev.earshot.evaluation.behaviour;

import dev.earshot.core.text.SentimentLabel;

import java.util.Set;

/** What a case asks of a model; the three kinds of test of Ribeiro et al. (2020). */
sealed interface Expectation {
    /** How far a probability may move before that counts as moved (Ribeiro et al., 2020). */
    double SLACK = 0.1;

    /**
     * Whether the model does what is asked.
     *
     * @param first reading of the case's first sentence
     * @param second reading of its second sentence, the first's where there is none
     */
    boolean met(Verdict first, Verdict second);

    /** The kind, as the literature calls it. */
    String kind();

    /** Minimum functionality: the sentence has one of these labels. */
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

    /** Invariance: the label stays. */
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
     * Direction: the label's probability does not move the wrong way by more than {@link #SLACK}.
     *
     * @param label whose probability: that of a pole
     * @param rises whether it must not fall; else it must not rise
     */
    record Direction(SentimentLabel label, boolean rises) implements Expectation {
        public Direction {
            if (label != SentimentLabel.POSITIVE && label != SentimentLabel.NEGATIVE) {
                throw new IllegalArgumentException("label must be a pole, got " + label);
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
