package dev.earshot.aws.table;

import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextPart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists and flags of a reading as attributes: {@code fe} feelings with their probabilities,
 * {@code sg} signals (a letter, the probability, {@code +}, {@code -} or {@code ?} each), {@code
 * pt} parts and {@code tg} targets (start, length, negative and positive per mille; a target's name
 * first, and {@code 1} last where it is both praised and blamed), {@code ts} the probability from
 * which targets are sure where it is not {@code su}, {@code mx} where feelings are mixed. Only the
 * first parts are kept, so that an ordinary post's item stays under 1 KB. Stateless.
 */
final class PartAttributes {
    static final char IRONY = 'i';
    static final char OFFENSIVE = 'o';
    static final char HATEFUL = 'h';

    private static final int MAX_FEELINGS = 4;
    private static final int MAX_PARTS = 6;
    private static final int MAX_TARGETS = 8;

    private PartAttributes() {}

    static void write(Reading.Read read, TableItem item) {
        TextAnalysis analysis = read.analysis();
        analysis.feelings().ifPresent(feelings -> item.with("fe", feelings(feelings)));
        String signals =
                Stream.of(
                                signal(IRONY, analysis.irony()),
                                signal(OFFENSIVE, analysis.offensive()),
                                signal(HATEFUL, analysis.hateful()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
        if (!signals.isEmpty()) {
            item.with("sg", signals);
        }
        if (!read.parts().isEmpty()) {
            item.with(
                    "pt",
                    read.parts().stream()
                            .limit(MAX_PARTS)
                            .map(part -> place(part.start(), part.end(), part.sentiment()))
                            .collect(Collectors.joining(";")));
        }
        if (!read.targets().isEmpty()) {
            item.with(
                    "tg",
                    read.targets().stream()
                            .limit(MAX_TARGETS)
                            .map(
                                    target ->
                                            target.name()
                                                    + " "
                                                    + place(
                                                            target.start(),
                                                            target.end(),
                                                            target.sentiment())
                                                    + (target.mixed() ? " 1" : ""))
                            .collect(Collectors.joining(";")));
            double sureFrom = sureFrom(read.targets());
            if (sureFrom != read.analysis().sureFrom()) {
                item.with("ts", NumberText.probability(sureFrom));
            }
        }
        if (read.mixed()) {
            item.with("mx", 1);
        }
    }

    /** One bound holds for all targets of a post. */
    private static double sureFrom(List<TargetSentiment> targets) {
        return targets.stream().mapToDouble(TargetSentiment::sureFrom).max().orElse(0);
    }

    private static String feelings(List<LabelScore> feelings) {
        var text = new StringJoiner(" ");
        feelings.stream()
                .limit(MAX_FEELINGS)
                .forEach(
                        feeling ->
                                text.add(feeling.label())
                                        .add(NumberText.probability(feeling.probability())));
        return text.toString();
    }

    static Optional<List<LabelScore>> feelings(TableItem item) {
        if (!item.has("fe")) {
            return Optional.empty();
        }
        String[] words = item.need("fe").split(" ", -1);
        return Optional.of(
                java.util.stream.IntStream.range(0, words.length / 2)
                        .mapToObj(
                                i ->
                                        new LabelScore(
                                                words[2 * i], Double.parseDouble(words[2 * i + 1])))
                        .toList());
    }

    private static String signal(char letter, Optional<Signal> signal) {
        return signal.map(
                        s ->
                                letter
                                        + NumberText.probability(s.probability())
                                        + switch (s.state()) {
                                            case YES -> "+";
                                            case NO -> "-";
                                            case UNSURE -> "?";
                                        })
                .orElse("");
    }

    static Optional<Signal> signal(TableItem item, char letter) {
        return Arrays.stream(item.text("sg", "").split(" ", -1))
                .filter(text -> !text.isEmpty() && text.charAt(0) == letter)
                .map(
                        text ->
                                new Signal(
                                        Double.parseDouble(text.substring(1, text.length() - 1)),
                                        switch (text.charAt(text.length() - 1)) {
                                            case '+' -> Signal.State.YES;
                                            case '-' -> Signal.State.NO;
                                            default -> Signal.State.UNSURE;
                                        }))
                .findFirst();
    }

    private static String place(int start, int end, Sentiment sentiment) {
        double[] rounded =
                NumberText.distribution(
                        NumberText.PER_MILLE,
                        sentiment.negative(),
                        sentiment.neutral(),
                        sentiment.positive());
        return start
                + " "
                + (end - start)
                + " "
                + perMille(rounded[0])
                + " "
                + perMille(rounded[2]);
    }

    private static long perMille(double value) {
        return Math.round(value * NumberText.PER_MILLE);
    }

    static List<TextPart> parts(TableItem item) {
        return places(item, "pt").stream()
                .map(ReadingAttributes::doubles)
                .map(p -> new TextPart((int) p[0], (int) (p[0] + p[1]), sentiment(p[2], p[3])))
                .toList();
    }

    static List<TargetSentiment> targets(TableItem item) {
        String sureFrom = item.text("ts", item.text("su", "0"));
        return places(item, "tg").stream()
                .map(
                        text -> {
                            int space = text.indexOf(' ');
                            double[] p = ReadingAttributes.doubles(text.substring(space + 1));
                            return new TargetSentiment(
                                    text.substring(0, space),
                                    (int) p[0],
                                    (int) (p[0] + p[1]),
                                    sentiment(p[2], p[3]),
                                    Double.parseDouble(sureFrom),
                                    p.length > 4);
                        })
                .toList();
    }

    private static List<String> places(TableItem item, String name) {
        return item.has(name) ? List.of(item.need(name).split(";", -1)) : List.of();
    }

    private static Sentiment sentiment(double negative, double positive) {
        return new Sentiment(
                negative / NumberText.PER_MILLE,
                (NumberText.PER_MILLE - negative - positive) / NumberText.PER_MILLE,
                positive / NumberText.PER_MILLE);
    }
}
