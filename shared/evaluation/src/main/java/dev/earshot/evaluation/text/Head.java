package dev.earshot.evaluation.text;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The single-label heads of the text model, with their labels and metrics. */
public enum Head {
    SENTIMENT(List.of("negative", "neutral", "positive"), Metric.MACRO_RECALL),
    EMOTION(Arrays.stream(Emotion.values()).map(Emotion::key).toList(), Metric.MACRO_F1),
    IRONY(List.of("not_ironic", "ironic"), Metric.F1_OF_LAST),
    OFFENSIVE(List.of("not_offensive", "offensive"), Metric.MACRO_F1),
    HATEFUL(List.of("not_hateful", "hateful"), Metric.MACRO_F1),
    INTENT(Arrays.stream(Intent.values()).map(Intent::key).toList(), Metric.MACRO_F1);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and toList
    private final List<String> labels;

    private final Metric metric;

    Head(List<String> labels, Metric metric) {
        this.labels = labels;
        this.metric = metric;
    }

    /** The labels, in the order of {@link #probabilities}. */
    public List<String> labels() {
        return labels;
    }

    /** The metric that the literature uses for this task. */
    public Metric metric() {
        return metric;
    }

    /** Its name on the command line and in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The head's output, one probability per label; empty if the model lacks the head. */
    Optional<double[]> probabilities(TextAnalysis read) {
        return switch (this) {
            case SENTIMENT ->
                    Optional.of(
                            new double[] {
                                read.sentiment().negative(),
                                read.sentiment().neutral(),
                                read.sentiment().positive()
                            });
            case EMOTION ->
                    read.emotions()
                            .map(
                                    all ->
                                            Arrays.stream(Emotion.values())
                                                    .mapToDouble(
                                                            one ->
                                                                    all.scores()
                                                                            .getOrDefault(one, 0.0))
                                                    .toArray());
            case IRONY -> read.irony().map(Head::both);
            case OFFENSIVE -> read.offensive().map(Head::both);
            case HATEFUL -> read.hateful().map(Head::both);
            case INTENT ->
                    read.intent()
                            .map(
                                    all ->
                                            Arrays.stream(Intent.values())
                                                    .mapToDouble(
                                                            one ->
                                                                    all.scores()
                                                                            .getOrDefault(one, 0.0))
                                                    .toArray());
        };
    }

    /** Index of the label that the head chooses, at its own threshold if it has one. */
    Optional<Integer> decision(TextAnalysis read) {
        return switch (this) {
            case SENTIMENT, EMOTION, INTENT -> probabilities(read).map(Head::highest);
            case IRONY -> read.irony().map(Head::decision);
            case OFFENSIVE -> read.offensive().map(Head::decision);
            case HATEFUL -> read.hateful().map(Head::decision);
        };
    }

    /** Whether the head is confident enough for the product to show its verdict. */
    boolean sure(TextAnalysis read) {
        return switch (this) {
            case SENTIMENT -> read.sure();
            case EMOTION -> read.emotions().filter(all -> all.sure()).isPresent();
            case INTENT -> read.intent().filter(all -> all.sure()).isPresent();
            case IRONY -> read.irony().filter(Head::sure).isPresent();
            case OFFENSIVE -> read.offensive().filter(Head::sure).isPresent();
            case HATEFUL -> read.hateful().filter(Head::sure).isPresent();
        };
    }

    private static boolean sure(Signal signal) {
        return signal.state() != Signal.State.UNSURE;
    }

    private static double[] both(Signal signal) {
        return new double[] {1 - signal.probability(), signal.probability()};
    }

    private static int decision(Signal signal) {
        return switch (signal.state()) {
            case YES -> 1;
            case NO -> 0;
            case UNSURE -> signal.probability() >= 0.5 ? 1 : 0;
        };
    }

    private static int highest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /**
     * The index of a data set's label, in any of the usual spellings; a negated name such as {@code
     * non_irony} is the first label of a yes-or-no head. Empty for an unknown label.
     */
    Optional<Integer> label(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        int exact = labels.indexOf(plain);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        return switch (this) {
            case IRONY, OFFENSIVE, HATEFUL -> yesOrNo(plain);
            case SENTIMENT ->
                    Optional.of(List.of("0", "1", "2").indexOf(plain)).filter(i -> i >= 0);
            case EMOTION, INTENT -> Optional.empty();
        };
    }

    private Optional<Integer> yesOrNo(String plain) {
        boolean negated = plain.startsWith("no") || plain.equals("0");
        boolean positive =
                switch (this) {
                    case IRONY ->
                            List.of("irony", "ironic", "sarcasm", "sarcastic", "1").contains(plain);
                    case OFFENSIVE -> List.of("offensive", "toxic", "1").contains(plain);
                    case HATEFUL -> List.of("hate", "hateful", "1").contains(plain);
                    case SENTIMENT, EMOTION, INTENT -> false;
                };
        if (negated) {
            return Optional.of(0);
        }
        return positive ? Optional.of(1) : Optional.empty();
    }

    /** The metric by which a head is compared. */
    public enum Metric {
        MACRO_RECALL("macro recall"),
        MACRO_F1("macro F1"),
        F1_OF_LAST("F1 of yes");

        private final String words;

        Metric(String words) {
            this.words = words;
        }

        /** As tables print it. */
        public String words() {
            return words;
        }
    }
}
