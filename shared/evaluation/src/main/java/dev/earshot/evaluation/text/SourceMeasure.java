package dev.earshot.evaluation.text;

import dev.earshot.core.text.TextAnalysis;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Verdicts;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.query.Confusion;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures sentiment on each source of posts that nothing was trained or chosen on, and on all of
 * them together: macro recall, calibration, abstention, and how far shares are from the truth at
 * the source's own mix of classes and at 10, 30 and 60 % negative. The confusion by which shares
 * are corrected comes from another source. Immutable.
 */
final class SourceMeasure {
    private static final double[] NEGATIVE_SHARES = {.1, .3, .6};
    private static final int SAMPLES_EACH = 40;
    private static final int CLASSES = 3;
    private static final int NEUTRAL = 1;

    /** Posts of a source that are read; enough for intervals of two points. */
    static final int MAX_POSTS = 4_000;

    private final TextReader reader;
    private final long seed;

    SourceMeasure(TextReader reader, long seed) {
        this.reader = reader;
        this.seed = seed;
    }

    /** A source's posts with labels that are known, and what was read in them. */
    record Source(String name, List<Integer> truth, List<Optional<TextAnalysis>> readings) {
        Source {
            truth = List.copyOf(truth);
            readings = List.copyOf(readings);
        }
    }

    /** Reads up to {@code most} posts of a source, drawn by the seed. */
    Source read(LabelledPosts posts, int most) {
        List<Post> known = new ArrayList<>();
        for (Post post : posts.posts()) {
            if (Head.SENTIMENT.label(post.label()).isPresent()) {
                known.add(post);
            }
        }
        Collections.shuffle(known, new Random(seed));
        List<Post> some = known.subList(0, Math.min(most, known.size()));
        return new Source(
                posts.name(),
                some.stream()
                        .map(post -> Head.SENTIMENT.label(post.label()).orElseThrow())
                        .toList(),
                HeadMeasure.read(reader, some));
    }

    /** All sources as one. */
    static Source pooled(List<Source> sources) {
        return new Source(
                "all sources",
                sources.stream().flatMap(source -> source.truth().stream()).toList(),
                sources.stream().flatMap(source -> source.readings().stream()).toList());
    }

    /** How the most probable classes of a source differ from the truth. */
    static Confusion confusion(Source source) {
        return ShareMeasure.confusion(predictions(source));
    }

    /** The figures of one source, apart from its shares. */
    static List<Figure> verdicts(Source source) {
        int size = source.truth().size();
        int[] truth = source.truth().stream().mapToInt(Integer::intValue).toArray();
        int[] answered = new int[size];
        double[] confidence = new double[size];
        List<Boolean> abstained = new ArrayList<>(size);
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Optional<TextAnalysis> read = source.readings().get(i);
            answered[i] = predicted(read);
            confidence[i] = read.map(all -> all.sentiment().top()).orElse(1.0 / CLASSES);
            boolean told = read.filter(TextAnalysis::sure).isPresent();
            abstained.add(!told);
            if (told) {
                right.add(answered[i] == truth[i]);
            }
        }
        Verdicts all = new Verdicts(Head.SENTIMENT.labels(), truth, answered, confidence);
        return List.of(
                Figure.of(
                                "left out: macro recall",
                                size,
                                "posts",
                                Bootstrap.standard().estimate(size, all::macroRecall))
                        .on(source.name())
                        .in("%"),
                Figure.of("left out: calibration error", size, "posts", all.calibrationError())
                        .on(source.name()),
                Figure.percentage("left out: abstained", abstained, "posts").on(source.name()),
                Figure.percentage("left out: told rightly", right, "posts").on(source.name()));
    }

    /** The errors of a source's shares, counted and corrected by another source's confusion. */
    List<Figure> shares(Source source, Confusion confusion) {
        List<ShareMeasure.Prediction> posts = predictions(source);
        double own =
                source.truth().stream().filter(truth -> truth == ShareMeasure.NEGATIVE).count()
                        / (double) source.truth().size();
        List<Figure> figures =
                new ArrayList<>(shares(source.name() + ", own mix", posts, own, confusion));
        for (double negative : NEGATIVE_SHARES) {
            String data = source.name() + ", " + Math.round(100 * negative) + " % negative";
            figures.addAll(shares(data, posts, negative, confusion));
        }
        return figures;
    }

    private List<Figure> shares(
            String data,
            List<ShareMeasure.Prediction> posts,
            double negative,
            Confusion confusion) {
        Random random = new Random(seed);
        List<Double> counted = new ArrayList<>();
        List<Double> corrected = new ArrayList<>();
        List<Double> covered = new ArrayList<>();
        for (int k = 0; k < SAMPLES_EACH; k++) {
            ShareMeasure.trial(posts, negative, confusion, random, counted, corrected, covered);
        }
        return List.of(
                ShareMeasure.mean("left out: error of counted shares", counted)
                        .on(data)
                        .in("points"),
                ShareMeasure.mean("left out: error of corrected shares", corrected)
                        .on(data)
                        .in("points"),
                ShareMeasure.mean("left out: shares in their interval", covered)
                        .on(data)
                        .in("%")
                        .atLeast(90));
    }

    private static List<ShareMeasure.Prediction> predictions(Source source) {
        List<ShareMeasure.Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < source.truth().size(); i++) {
            predictions.add(
                    new ShareMeasure.Prediction(
                            source.truth().get(i), predicted(source.readings().get(i))));
        }
        return predictions;
    }

    private static int predicted(Optional<TextAnalysis> read) {
        return read.flatMap(Head.SENTIMENT::decision).orElse(NEUTRAL);
    }
}
