package dev.earshot.cli.explain;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.TextPart;
import dev.earshot.core.text.WordAttribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An explanation as lines of text. On a terminal words that speak for the verdict are green and
 * those against it red, the stronger the brighter; plain text says the same in numbers. Immutable.
 */
final class ExplanationSheet {
    private static final String RESET = "\u001B[0m";
    private static final int MAX_WORDS = 12;
    private static final int MAX_EMOTIONS = 4;

    /** Weights from which a word is coloured, and coloured strongly. */
    private static final double SOME = 0.02;

    private static final double MUCH = 0.1;

    private final boolean colours;

    ExplanationSheet(boolean colours) {
        this.colours = colours;
    }

    List<String> lines(TextExplanation explanation) {
        List<String> lines = new ArrayList<>();
        Reading reading = explanation.reading();
        lines.add(marked(explanation.text(), explanation.why()));
        lines.add(
                row(
                        "language",
                        String.format(
                                Locale.ROOT,
                                "%s (%.2f)",
                                reading.language(),
                                explanation.confidence())));
        lines.add(row("sentiment", sentiment(reading)));
        if (reading instanceof Reading.Read read) {
            heads(read, lines);
            for (TextPart part : read.parts()) {
                lines.add(
                        row(
                                "part " + part.start() + "-" + part.end(),
                                classes(part.sentiment())
                                        + "  "
                                        + explanation.text().substring(part.start(), part.end())));
            }
            for (TargetSentiment target : read.targets()) {
                lines.add(
                        row(
                                "target " + target.start() + "-" + target.end(),
                                painted(target.label(), target.label().key())
                                        + "  "
                                        + classes(target.sentiment())
                                        + "  "
                                        + target.name()));
            }
            read.analysis()
                    .unreadFrom()
                    .ifPresent(
                            from ->
                                    lines.add(
                                            row(
                                                    "unread",
                                                    "the text is too long: not read from character "
                                                            + from)));
        }
        explanation.why().ifPresent(why -> words(why, lines));
        return lines;
    }

    private String sentiment(Reading reading) {
        String label = painted(reading.label(), reading.label().key());
        String reason = reading.reason().map(why -> ": " + why).orElse("");
        return switch (reading) {
            case Reading.Read read -> label + reason + "  " + classes(read.analysis().sentiment());
            case Reading.Abstained abstained -> label + reason;
        };
    }

    private static void heads(Reading.Read read, List<String> lines) {
        TextAnalysis analysis = read.analysis();
        if (analysis.emotions().isEmpty()
                && analysis.irony().isEmpty()
                && analysis.intent().isEmpty()) {
            lines.add(row("", "emotions, irony, intent and offence are not read in this language"));
        }
        analysis.emotions()
                .ifPresent(
                        emotions ->
                                lines.add(
                                        row(
                                                "emotion",
                                                ranked(
                                                        emotions.scores(),
                                                        Emotion::key,
                                                        emotions.sure()))));
        analysis.feelings()
                .filter(feelings -> !feelings.isEmpty())
                .ifPresent(
                        feelings ->
                                lines.add(
                                        row(
                                                "feelings",
                                                feelings.stream()
                                                        .map(f -> share(f.label(), f.probability()))
                                                        .collect(Collectors.joining(", ")))));
        analysis.intent()
                .ifPresent(
                        intents ->
                                lines.add(
                                        row(
                                                "intent",
                                                ranked(
                                                        intents.scores(),
                                                        Intent::key,
                                                        intents.sure()))));
        signal("irony", analysis.irony(), lines, "ironic", "not ironic");
        if (read.mayBeMeantOtherwise()) {
            lines.add(row("", "sarcasm could turn the sentiment round; it was left as read"));
        }
        signal("offensive", analysis.offensive(), lines, "flagged for a person", "no");
        signal("hateful", analysis.hateful(), lines, "flagged for a person", "no");
    }

    private static void signal(
            String name, Optional<Signal> signal, List<String> lines, String yes, String no) {
        signal.ifPresent(
                s ->
                        lines.add(
                                row(
                                        name,
                                        share(
                                                switch (s.state()) {
                                                    case YES -> yes;
                                                    case NO -> no;
                                                    case UNSURE -> "not sure enough";
                                                },
                                                s.probability()))));
    }

    private static <T> String ranked(
            Map<T, Double> scores, java.util.function.Function<T, String> key, boolean sure) {
        String all =
                scores.entrySet().stream()
                        .sorted(Map.Entry.<T, Double>comparingByValue().reversed())
                        .limit(MAX_EMOTIONS)
                        .map(e -> share(key.apply(e.getKey()), e.getValue()))
                        .collect(Collectors.joining(", "));
        return sure ? all : "not sure enough: " + all;
    }

    private void words(Attribution why, List<String> lines) {
        lines.add(
                row(
                        "why " + why.label().key(),
                        String.format(
                                Locale.ROOT,
                                "%.3f, without any word %.3f; the words make up the difference of"
                                        + " %+.3f",
                                why.score(),
                                why.baseline(),
                                why.score() - why.baseline())));
        List<WordAttribution> strongest =
                why.words().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        (WordAttribution word) -> -Math.abs(word.weight())))
                        .toList();
        for (WordAttribution word : strongest.subList(0, Math.min(MAX_WORDS, strongest.size()))) {
            lines.add(
                    row(
                            "",
                            String.format(Locale.ROOT, "%+.3f  ", word.weight())
                                    + painted(word.weight(), word.word())));
        }
        if (strongest.size() > MAX_WORDS) {
            double rest =
                    strongest.stream().skip(MAX_WORDS).mapToDouble(WordAttribution::weight).sum();
            lines.add(
                    row(
                            "",
                            String.format(
                                    Locale.ROOT,
                                    "%+.3f  in the other %d words",
                                    rest,
                                    strongest.size() - MAX_WORDS)));
        }
    }

    private String marked(String text, Optional<Attribution> why) {
        var marked = new StringBuilder();
        int from = 0;
        for (WordAttribution word : why.map(Attribution::words).orElse(List.of())) {
            marked.append(text, from, word.start())
                    .append(painted(word.weight(), text.substring(word.start(), word.end())));
            from = word.end();
        }
        return marked.append(text.substring(from)).toString();
    }

    private String painted(double weight, String text) {
        if (!colours || Math.abs(weight) < SOME) {
            return text;
        }
        String strength = Math.abs(weight) >= MUCH ? "1;" : "";
        return "\u001B[" + strength + (weight > 0 ? "32" : "31") + "m" + text + RESET;
    }

    private String painted(SentimentLabel label, String text) {
        if (!colours) {
            return text;
        }
        return switch (label) {
            case NEGATIVE -> "\u001B[1;31m" + text + RESET;
            case POSITIVE -> "\u001B[1;32m" + text + RESET;
            case MIXED -> "\u001B[1;33m" + text + RESET;
            case NEUTRAL, ABSTAIN -> "\u001B[1m" + text + RESET;
        };
    }

    private static String classes(Sentiment sentiment) {
        return String.format(
                Locale.ROOT,
                "%-8s negative %.2f, neutral %.2f, positive %.2f",
                sentiment.label().key(),
                sentiment.negative(),
                sentiment.neutral(),
                sentiment.positive());
    }

    private static String share(String label, double probability) {
        return String.format(Locale.ROOT, "%s %.2f", label, probability);
    }

    private static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-14s %s", name, value);
    }
}
