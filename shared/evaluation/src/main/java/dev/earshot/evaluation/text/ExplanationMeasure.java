package dev.earshot.evaluation.text;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.WordAttribution;
import dev.earshot.reading.Explainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether explanations hold: their weights sum to score less baseline, and leaving out the word
 * with the largest weight moves the score more than leaving out any other. Stateless.
 */
final class ExplanationMeasure {
    private static final double COMPLETE = 0.02;

    /** Two words whose removal moves the score by amounts that differ by less are level. */
    private static final double LEVEL = 1e-6;

    private ExplanationMeasure() {}

    static List<Check> of(List<String> posts, TextModel model) {
        Explainer explainer = new Explainer(model);
        List<Boolean> complete = new ArrayList<>();
        List<Boolean> topMoves = new ArrayList<>();
        for (String post : posts) {
            Attribution attribution = explainer.explain(post);
            if (attribution.words().size() < 2) {
                continue;
            }
            double sum = attribution.words().stream().mapToDouble(WordAttribution::weight).sum();
            double whole = attribution.score() - attribution.baseline();
            complete.add(Math.abs(sum - whole) <= COMPLETE * Math.max(Math.abs(whole), COMPLETE));
            topMoves.add(topMoves(post, attribution, model));
        }
        String data = complete.size() + " tweets of two words or more";
        return List.of(
                Check.share("explanations: sum within 2 %", data, complete, "% of posts", "all"),
                Check.share(
                        "explanations: top word moves most",
                        data,
                        topMoves,
                        "% of posts",
                        "at least 80"));
    }

    private static boolean topMoves(String post, Attribution attribution, TextModel model) {
        List<WordAttribution> words = attribution.words();
        List<String> without =
                words.stream()
                        .map(
                                word ->
                                        (post.substring(0, word.start())
                                                        + post.substring(word.end()))
                                                .replaceAll("\\s+", " ")
                                                .strip())
                        .toList();
        double[] moved =
                model.analyse(without).stream()
                        .mapToDouble(
                                read ->
                                        Math.abs(
                                                attribution.score()
                                                        - probability(
                                                                read.sentiment(),
                                                                attribution.label())))
                        .toArray();
        int top =
                IntStream.range(0, words.size())
                        .boxed()
                        .max(Comparator.comparingDouble(i -> Math.abs(words.get(i).weight())))
                        .orElseThrow();
        double most = IntStream.range(0, moved.length).mapToDouble(i -> moved[i]).max().orElse(0);
        return moved[top] >= most - LEVEL;
    }

    private static double probability(Sentiment sentiment, SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> sentiment.negative();
            case POSITIVE -> sentiment.positive();
            case NEUTRAL, MIXED, ABSTAIN -> sentiment.neutral();
        };
    }
}
