package dev.earshot.evaluation.text;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.WordAttribution;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.reading.Explainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks that explanations are faithful: their weights sum to the score minus the baseline, and
 * removing the word with the largest weight moves the score more than removing any other.
 * Stateless.
 */
final class ExplanationMeasure {
    private static final double SUM_TOLERANCE = 0.02;

    /** Removals that move the score by amounts closer than this are tied. */
    private static final double TIE_TOLERANCE = 1e-6;

    private ExplanationMeasure() {}

    static List<Figure> of(List<String> posts, TextModel model) {
        Explainer explainer = new Explainer(model);
        List<Boolean> sums = new ArrayList<>();
        List<Boolean> topMoves = new ArrayList<>();
        for (String post : posts) {
            Attribution attribution = explainer.explain(post);
            if (attribution.words().size() < 2) {
                continue;
            }
            double sum = attribution.words().stream().mapToDouble(WordAttribution::weight).sum();
            double whole = attribution.score() - attribution.baseline();
            sums.add(
                    Math.abs(sum - whole)
                            <= SUM_TOLERANCE * Math.max(Math.abs(whole), SUM_TOLERANCE));
            topMoves.add(topMoves(post, attribution, model));
        }
        String data = "tweets of at least two words";
        return List.of(
                Figure.percentage("explanations: sum within 2 %", sums, "posts")
                        .on(data)
                        .atLeast(100),
                Figure.percentage("explanations: top word moves most", topMoves, "posts")
                        .on(data)
                        .atLeast(80));
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
        return moved[top] >= most - TIE_TOLERANCE;
    }

    private static double probability(Sentiment sentiment, SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> sentiment.negative();
            case POSITIVE -> sentiment.positive();
            case NEUTRAL, MIXED, ABSTAIN -> sentiment.neutral();
        };
    }
}
