package dev.earshot.evaluation.text;

import dev.earshot.core.text.TextAnalysis;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.query.Confusion;
import dev.earshot.query.ShareCorrection;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Error of the corrected shares of sentiments when the label mix differs from the one that the
 * classifier was tested on. One half of the posts gives the confusion matrix; samples with 10 % to
 * 70 % negative posts, and the rest in their usual proportion, are drawn from the other half. As a
 * single split may be lucky, {@value #SPLITS} are averaged. Stateless.
 */
final class ShareMeasure {
    private static final int NEGATIVE = 0;
    private static final int CLASSES = 3;
    private static final int SPLITS = 20;
    private static final int SAMPLES_EACH = 2;
    private static final int SAMPLE_SIZE = 500;
    private static final double[] NEGATIVE_SHARES = {.1, .2, .3, .4, .5, .6, .7};

    private ShareMeasure() {}

    /** The true label of a post and the predicted one. */
    private record Prediction(int truth, int predicted) {}

    static List<Figure> of(LabelledPosts posts, TextReader reader, long seed) {
        List<Prediction> predictions = predictions(posts, reader);
        Random random = new Random(seed);
        List<Double> counted = new ArrayList<>();
        List<Double> corrected = new ArrayList<>();
        List<Double> covered = new ArrayList<>();
        for (int split = 0; split < SPLITS; split++) {
            Collections.shuffle(predictions, random);
            List<Prediction> rest = predictions.subList(predictions.size() / 2, predictions.size());
            Confusion confusion = confusion(predictions.subList(0, predictions.size() / 2));
            for (double negative : NEGATIVE_SHARES) {
                for (int k = 0; k < SAMPLES_EACH; k++) {
                    trial(rest, negative, confusion, random, counted, corrected, covered);
                }
            }
        }
        String data = posts.name() + ", 10-70 % negative";
        return List.of(
                mean("shares: error of plain counting", counted).on(data).in("points"),
                mean("shares: error when corrected", corrected).on(data).in("points"),
                mean("shares: covered by the 95 % interval", covered).on(data).in("%").atLeast(90));
    }

    private static Confusion confusion(List<Prediction> tested) {
        long[][] counts = new long[CLASSES][CLASSES];
        tested.forEach(one -> counts[one.truth()][one.predicted()]++);
        return Confusion.of(counts);
    }

    private static List<Prediction> predictions(LabelledPosts posts, TextReader reader) {
        List<Prediction> predictions = new ArrayList<>();
        List<Optional<TextAnalysis>> readings = HeadMeasure.read(reader, posts.posts());
        for (int i = 0; i < readings.size(); i++) {
            Post post = posts.posts().get(i);
            Optional<Integer> truth = Head.SENTIMENT.label(post.label());
            Optional<Integer> label = readings.get(i).flatMap(Head.SENTIMENT::decision);
            if (truth.isPresent() && label.isPresent()) {
                predictions.add(new Prediction(truth.get(), label.get()));
            }
        }
        return predictions;
    }

    private static void trial(
            List<Prediction> posts,
            double negative,
            Confusion confusion,
            Random random,
            List<Double> counted,
            List<Double> corrected,
            List<Double> covered) {
        List<Prediction> negatives = posts.stream().filter(one -> one.truth() == NEGATIVE).toList();
        List<Prediction> others = posts.stream().filter(one -> one.truth() != NEGATIVE).toList();
        Long[] labelled = {0L, 0L, 0L};
        double[] truth = new double[CLASSES];
        for (int i = 0; i < SAMPLE_SIZE; i++) {
            List<Prediction> from = random.nextDouble() < negative ? negatives : others;
            Prediction one = from.get(random.nextInt(from.size()));
            labelled[one.predicted()]++;
            truth[one.truth()] += 1.0 / SAMPLE_SIZE;
        }
        List<ShareCorrection.Corrected> shares =
                ShareCorrection.correct(
                        List.of(new ShareCorrection.Stratum(Arrays.asList(labelled), confusion)));
        for (int label = 0; label < CLASSES; label++) {
            ShareCorrection.Corrected share = shares.get(label);
            counted.add(100 * Math.abs((double) labelled[label] / SAMPLE_SIZE - truth[label]));
            corrected.add(100 * Math.abs(share.share() - truth[label]));
            covered.add(share.interval().covers(truth[label]) ? 100.0 : 0.0);
        }
    }

    private static Figure mean(String name, List<Double> values) {
        return Figure.of(
                name,
                values.size(),
                "shares",
                Bootstrap.standard()
                        .estimate(
                                values.size(),
                                chosen ->
                                        Arrays.stream(chosen)
                                                .mapToDouble(values::get)
                                                .average()
                                                .orElse(0)));
    }
}
