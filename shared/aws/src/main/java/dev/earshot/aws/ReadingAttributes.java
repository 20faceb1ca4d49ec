package dev.earshot.aws;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A reading as attributes: {@code lg} language, then either {@code s} sentiment (negative, neutral,
 * positive) and {@code em} emotions in order of {@link #EMOTIONS}, or {@code ab} the reason for
 * abstaining. Stateless.
 */
final class ReadingAttributes {
    private static final List<Emotion> EMOTIONS =
            List.of(Emotion.ANGER, Emotion.JOY, Emotion.OPTIMISM, Emotion.SADNESS);

    private ReadingAttributes() {}

    static void write(Reading reading, Item item) {
        item.with("lg", reading.language());
        switch (reading) {
            case Reading.Abstained abstained -> item.with("ab", abstained.reason());
            case Reading.Read read -> {
                Sentiment sentiment = read.analysis().sentiment();
                item.with(
                        "s",
                        Numbers.probability(sentiment.negative())
                                + " "
                                + Numbers.probability(sentiment.neutral())
                                + " "
                                + Numbers.probability(sentiment.positive()));
                var emotions = new StringJoiner(" ");
                Map<Emotion, Double> scores = read.analysis().emotions().scores();
                for (Emotion emotion : EMOTIONS) {
                    emotions.add(Numbers.probability(scores.getOrDefault(emotion, 0.0)));
                }
                item.with("em", emotions.toString());
            }
        }
    }

    static Reading read(Item item) {
        String language = item.need("lg");
        if (item.has("ab")) {
            return new Reading.Abstained(language, item.need("ab"));
        }
        double[] sentiment = doubles(item.need("s"));
        double[] emotions = doubles(item.need("em"));
        var scores = new EnumMap<Emotion, Double>(Emotion.class);
        for (int i = 0; i < EMOTIONS.size(); i++) {
            scores.put(EMOTIONS.get(i), emotions[i]);
        }
        return new Reading.Read(
                language,
                new TextAnalysis(
                        new Sentiment(sentiment[0], sentiment[1], sentiment[2]),
                        new Emotions(scores)));
    }

    /**
     * The reading as the table gives it back. Whatever is decided about a post must be decided on
     * this form, or a close verdict could differ between the counts and the item.
     */
    static Reading rounded(Reading reading) {
        return switch (reading) {
            case Reading.Abstained abstained -> abstained;
            case Reading.Read read -> {
                Sentiment exact = read.analysis().sentiment();
                double[] sentiment =
                        Numbers.distribution(exact.negative(), exact.neutral(), exact.positive());
                var scores = new EnumMap<Emotion, Double>(Emotion.class);
                read.analysis()
                        .emotions()
                        .scores()
                        .forEach((emotion, score) -> scores.put(emotion, Numbers.rounded(score)));
                yield new Reading.Read(
                        read.language(),
                        new TextAnalysis(
                                new Sentiment(sentiment[0], sentiment[1], sentiment[2]),
                                new Emotions(scores)));
            }
        };
    }

    private static double[] doubles(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
