package dev.earshot.aws.table;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A reading as attributes: {@code lg} language, then either {@code ab} the reason for abstaining,
 * or {@code s} sentiment (negative, neutral, positive) with {@code em} emotions in order of {@link
 * #EMOTIONS}, {@code it} intents per mille in order of {@link #INTENTS}, {@code un} the letters of
 * those two that are unsure, {@code su} the probability from which the sentiment is sure, {@code
 * by} which of the item's models made it, {@code uf} the offset from which the text was not read,
 * and the attributes of {@link PartAttributes}. Attributes that an earlier version did not write
 * are absent and read as empty. Stateless.
 */
public final class ReadingAttributes {
    private static final List<Emotion> EMOTIONS =
            List.of(Emotion.ANGER, Emotion.JOY, Emotion.OPTIMISM, Emotion.SADNESS);

    private static final List<Intent> INTENTS =
            List.of(
                    Intent.COMPLAINT,
                    Intent.QUESTION,
                    Intent.PRAISE,
                    Intent.PURCHASE_INTENT,
                    Intent.FEATURE_REQUEST,
                    Intent.CHURN_RISK,
                    Intent.SAFETY_OR_LEGAL,
                    Intent.SPAM,
                    Intent.OTHER);

    private static final String EMOTION_UNSURE = "e";
    private static final String INTENT_UNSURE = "i";

    private ReadingAttributes() {}

    /**
     * Writes a reading into an item.
     *
     * @param models the item's models, which may include the reading's own
     */
    public static void write(Reading reading, List<ModelVersion> models, TableItem item) {
        item.with("lg", reading.language());
        switch (reading) {
            case Reading.Abstained abstained -> item.with("ab", abstained.why());
            case Reading.Read read -> write(read, models, item);
        }
    }

    private static void write(Reading.Read read, List<ModelVersion> models, TableItem item) {
        TextAnalysis analysis = read.analysis();
        Sentiment exact = analysis.sentiment();
        double[] sentiment =
                NumberText.distribution(
                        NumberText.PER_TEN_THOUSAND,
                        exact.negative(),
                        exact.neutral(),
                        exact.positive());
        item.with(
                "s",
                Arrays.stream(sentiment)
                        .mapToObj(NumberText::probability)
                        .collect(Collectors.joining(" ")));
        if (analysis.sureFrom() > 0) {
            item.with("su", NumberText.probability(analysis.sureFrom()));
        }
        StringBuilder unsure = new StringBuilder();
        analysis.emotions()
                .ifPresent(
                        emotions -> {
                            item.with("em", emotions(emotions));
                            unsure.append(emotions.sure() ? "" : EMOTION_UNSURE);
                        });
        analysis.intent()
                .ifPresent(
                        intents -> {
                            item.with("it", intents(intents));
                            unsure.append(intents.sure() ? "" : INTENT_UNSURE);
                        });
        if (!unsure.isEmpty()) {
            item.with("un", unsure.toString());
        }
        analysis.unreadFrom().ifPresent(from -> item.with("uf", from));
        int by = read.model().map(models::indexOf).orElse(-1);
        if (by >= 0) {
            item.with("by", by);
        }
        PartAttributes.write(read, item);
    }

    private static String emotions(Emotions emotions) {
        var text = new StringJoiner(" ");
        for (Emotion emotion : EMOTIONS) {
            text.add(NumberText.probability(emotions.scores().getOrDefault(emotion, 0.0)));
        }
        return text.toString();
    }

    private static String intents(Intents intents) {
        double[] exact =
                INTENTS.stream()
                        .mapToDouble(intent -> intents.scores().getOrDefault(intent, 0.0))
                        .toArray();
        var text = new StringJoiner(" ");
        for (double each : NumberText.distribution(NumberText.PER_MILLE, exact)) {
            text.add(Long.toString(Math.round(each * NumberText.PER_MILLE)));
        }
        return text.toString();
    }

    public static Reading read(TableItem item, List<ModelVersion> models) {
        String language = item.need("lg");
        if (item.has("ab")) {
            return new Reading.Abstained(language, item.need("ab"));
        }
        double[] sentiment = doubles(item.need("s"));
        String unsure = item.text("un", "");
        long by = item.number("by", -1);
        var analysis =
                new TextAnalysis(
                        new Sentiment(sentiment[0], sentiment[1], sentiment[2]),
                        item.has("su") ? Double.parseDouble(item.need("su")) : 0,
                        item.has("em")
                                ? Optional.of(
                                        emotions(item.need("em"), !unsure.contains(EMOTION_UNSURE)))
                                : Optional.empty(),
                        PartAttributes.feelings(item),
                        PartAttributes.signal(item, PartAttributes.IRONY),
                        PartAttributes.signal(item, PartAttributes.OFFENSIVE),
                        PartAttributes.signal(item, PartAttributes.HATEFUL),
                        item.has("it")
                                ? Optional.of(
                                        intents(item.need("it"), !unsure.contains(INTENT_UNSURE)))
                                : Optional.empty(),
                        item.has("uf")
                                ? OptionalInt.of((int) item.number("uf", 0))
                                : OptionalInt.empty());
        return new Reading.Read(
                language,
                analysis,
                by >= 0 && by < models.size()
                        ? Optional.of(models.get((int) by))
                        : Optional.empty(),
                PartAttributes.parts(item),
                PartAttributes.targets(item),
                item.has("mx"));
    }

    private static Emotions emotions(String text, boolean sure) {
        double[] values = doubles(text);
        Map<Emotion, Double> scores = new EnumMap<>(Emotion.class);
        for (int i = 0; i < EMOTIONS.size(); i++) {
            scores.put(EMOTIONS.get(i), values[i]);
        }
        return new Emotions(scores, sure);
    }

    private static Intents intents(String text, boolean sure) {
        double[] values = doubles(text);
        Map<Intent, Double> scores = new EnumMap<>(Intent.class);
        for (int i = 0; i < INTENTS.size(); i++) {
            scores.put(INTENTS.get(i), values[i] / NumberText.PER_MILLE);
        }
        return new Intents(scores, sure);
    }

    /**
     * The reading as the table will return it. Every decision about a post must use this form, or a
     * close verdict could differ between the counts and the item.
     */
    public static Reading rounded(Reading reading, List<ModelVersion> models) {
        TableItem item = TableItem.of(new HashMap<>());
        write(reading, models, item);
        return read(item, models);
    }

    static double[] doubles(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
