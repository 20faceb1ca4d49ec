package dev.earshot.query;

import dev.earshot.core.count.OpinionSketch;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.statistics.Share;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said about a brand in a time range.
 *
 * @param range whole minutes; it covers what was asked for
 * @param posts all posts that mention the brand, without those of its own accounts
 * @param own posts of its own accounts that mention it; they are left out of everything else
 * @param reposts how many of them repeat another post
 * @param independent estimated number of independent opinions among them ({@link OpinionSketch});
 *     every interval is as wide as so few make it
 * @param sentiment a share of all posts for every label, as the model gave it
 * @param corrected shares of the three classes, corrected for what the model confuses; empty where
 *     that is not known
 * @param emotion a share for every emotion, of the posts in which the model was sure of one
 * @param intent likewise for every intent
 * @param signals {@code irony}, {@code offensive} and {@code hateful}: the share of posts that have
 *     it, of those in which the model was sure either way
 * @param forReview posts that a person should look at, for their language or for hatred; they count
 *     like all others
 * @param platform a share of all posts for every platform that any came from, largest first
 * @param language likewise by language
 * @param voices the brand first, then its competitors, largest first; each share is of the sum over
 *     all of them, so a post that mentions two of them counts once for each
 */
public record BrandSummary(
        String brandId,
        TimeRange range,
        long posts,
        long own,
        long reposts,
        double independent,
        Map<String, Share> sentiment,
        Optional<CorrectedSentiment> corrected,
        Map<String, Share> emotion,
        Map<String, Share> intent,
        Map<String, Share> signals,
        long forReview,
        Map<String, Share> platform,
        Map<String, Share> language,
        List<Voice> voices) {
    public BrandSummary {
        sentiment = ordered(sentiment);
        emotion = ordered(emotion);
        intent = ordered(intent);
        signals = ordered(signals);
        platform = ordered(platform);
        language = ordered(language);
        voices = List.copyOf(voices);
    }

    /** One brand's part in what is said about it and its competitors. */
    public record Voice(String brandId, String name, Share share) {}

    /** A brand beside its competitors, with what was counted of each. */
    record Counted(String brandId, String name, WindowCounts counts) {}

    static BrandSummary of(
            TimeRange range, Counted brand, List<Counted> competitors, Confusions confusions) {
        WindowCounts counts = brand.counts();
        long all =
                Stream.concat(Stream.of(brand), competitors.stream())
                        .mapToLong(c -> positive(c.counts().posts()))
                        .sum();
        Stream<Counted> rivals =
                competitors.stream()
                        .sorted(
                                Comparator.comparingLong((Counted c) -> c.counts().posts())
                                        .reversed()
                                        .thenComparing(Counted::brandId));
        return new BrandSummary(
                brand.brandId(),
                range,
                positive(counts.posts()),
                positive(counts.own()),
                Math.clamp(counts.reposts(), 0, positive(counts.posts())),
                OpinionSketch.independent(counts),
                shares(
                        counts,
                        "sentiment/",
                        Arrays.stream(SentimentLabel.values()).map(SentimentLabel::key).toList()),
                CorrectedSentiment.of(counts, confusions),
                shares(
                        counts,
                        "emotion/",
                        Arrays.stream(Emotion.values()).map(Emotion::key).toList()),
                shares(counts, "intent/", Arrays.stream(Intent.values()).map(Intent::key).toList()),
                signals(counts),
                positive(counts.get("flagged")),
                shares(counts, "platform/", seen(counts, "platform/")),
                shares(counts, "language/", seen(counts, "language/")),
                Stream.concat(Stream.of(brand), rivals)
                        .map(
                                c ->
                                        new Voice(
                                                c.brandId(),
                                                c.name(),
                                                new Share(
                                                        positive(c.counts().posts()),
                                                        all,
                                                        clustering(c.counts()))))
                        .toList());
    }

    private static Map<String, Share> shares(
            WindowCounts counts, String dimension, List<String> keys) {
        long total = keys.stream().mapToLong(key -> positive(counts.get(dimension + key))).sum();
        Map<String, Share> shares = new LinkedHashMap<>();
        for (String key : keys) {
            shares.put(
                    key,
                    new Share(positive(counts.get(dimension + key)), total, clustering(counts)));
        }
        return shares;
    }

    /** How many posts there are for each independent opinion. */
    private static double clustering(WindowCounts counts) {
        double independent = OpinionSketch.independent(counts);
        return independent > 0 ? counts.posts() / independent : 1;
    }

    private static Map<String, Share> signals(WindowCounts counts) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (String signal : List.of("irony", "offensive", "hateful")) {
            long yes = positive(counts.get(signal + "/yes"));
            shares.put(
                    signal,
                    new Share(yes, yes + positive(counts.get(signal + "/no")), clustering(counts)));
        }
        return shares;
    }

    private static List<String> seen(WindowCounts counts, String dimension) {
        return counts.counts().entrySet().stream()
                .filter(e -> e.getKey().startsWith(dimension) && e.getValue() > 0)
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey().substring(dimension.length()))
                .toList();
    }

    /** A negative count may outlive the positive one that it cancels, when they expire. */
    private static long positive(long count) {
        return Math.max(0, count);
    }

    private static Map<String, Share> ordered(Map<String, Share> shares) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
}
