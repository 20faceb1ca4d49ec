package dev.earshot.evaluation.text;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Verdicts;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Measures one head on labelled posts through production's reader, which is told each post's
 * language as a platform would. A post of which it gives no reading counts as the head's first
 * label (neutral for sentiment) without any sureness. Immutable.
 */
final class HeadMeasure {
    private static final int NEUTRAL = 1;
    private static final double FOUR_FIFTHS = 0.8;

    /** So many posts show whether a reader reads a language and has a head at all. */
    private static final int PROBE = 24;

    private final TextReader reader;
    private final Baselines baselines;

    HeadMeasure(TextReader reader, Baselines baselines) {
        this.reader = reader;
        this.baselines = baselines;
    }

    /** What was found, or why nothing could be. */
    sealed interface Outcome {
        record Measured(HeadScore score) implements Outcome {}

        /** No model reads these posts' language. */
        record NotRead(String language) implements Outcome {}

        record Skipped(String reason) implements Outcome {}
    }

    /** Reads every post once and compares. */
    Outcome of(Head head, LabelledPosts posts, Map<String, Double> published, Head.Metric metric) {
        List<Integer> truth = new ArrayList<>();
        List<Post> known = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (Post post : posts.posts()) {
            Optional<Integer> label = head.label(post.label());
            if (label.isPresent()) {
                truth.add(label.get());
                known.add(post);
            } else {
                unknown.add(post.label());
            }
        }
        if (known.isEmpty()) {
            return new Outcome.Skipped(
                    posts.name() + " has no label of " + head.labels() + ", but " + unknown);
        }
        List<Optional<TextAnalysis>> probe =
                read(reader, known.subList(0, Math.min(PROBE, known.size())));
        if (2 * probe.stream().filter(Optional::isPresent).count() < probe.size()) {
            return new Outcome.NotRead(language(known));
        }
        if (probe.stream()
                .flatMap(Optional::stream)
                .noneMatch(analysis -> head.probabilities(analysis).isPresent())) {
            return new Outcome.Skipped("the model has no head " + head.key());
        }
        return new Outcome.Measured(
                score(head, posts.name(), known, truth, read(reader, known), published, metric));
    }

    static List<Optional<TextAnalysis>> read(TextReader reader, List<Post> posts) {
        return reader
                .read(
                        posts.stream()
                                .map(
                                        post ->
                                                new TextReader.Text(
                                                        post.text(), Optional.of(post.language())))
                                .toList())
                .stream()
                .map(
                        reading ->
                                reading instanceof Reading.Read seen
                                        ? Optional.of(seen.analysis())
                                        : Optional.<TextAnalysis>empty())
                .toList();
    }

    private HeadScore score(
            Head head,
            String data,
            List<Post> posts,
            List<Integer> truth,
            List<Optional<TextAnalysis>> readings,
            Map<String, Double> published,
            Head.Metric metric) {
        int size = truth.size();
        int[] answered = new int[size];
        double[] sureness = new double[size];
        int[] right = new int[size];
        int[] actual = truth.stream().mapToInt(Integer::intValue).toArray();
        int verdicts = 0;
        int rightVerdicts = 0;
        for (int i = 0; i < size; i++) {
            Optional<TextAnalysis> read = readings.get(i);
            answered[i] = read.flatMap(head::decision).orElse(head == Head.SENTIMENT ? NEUTRAL : 0);
            int said = answered[i];
            sureness[i] =
                    read.flatMap(head::probabilities)
                            .map(all -> all[said])
                            .orElse(1.0 / head.labels().size());
            right[i] = answered[i] == actual[i] ? 1 : 0;
            if (read.filter(head::sure).isPresent()) {
                verdicts++;
                rightVerdicts += right[i];
            }
        }
        Verdicts all = new Verdicts(head.labels(), actual, answered, sureness);
        ToDoubleFunction<int[]> statistic = statistic(all, head, metric);
        Estimate score = Bootstrap.standard().estimate(size, statistic);
        return new HeadScore(
                head.key(),
                data,
                language(posts),
                size,
                metric.words(),
                score.value(),
                score.interval(),
                all.calibrationError(),
                all.chanceError(),
                all.accuracy(),
                all.accuracyAt(FOUR_FIFTHS),
                100.0 * verdicts / size,
                verdicts == 0 ? 0 : 100.0 * rightVerdicts / verdicts,
                baselines.scores(head, posts, actual, metric),
                published);
    }

    static ToDoubleFunction<int[]> statistic(Verdicts all, Head head, Head.Metric metric) {
        return switch (metric) {
            case MACRO_RECALL -> all::macroRecall;
            case MACRO_F1 -> all::macroF1;
            case F1_OF_LAST -> items -> all.f1(head.labels().getLast(), items);
        };
    }

    private static String language(List<Post> posts) {
        List<String> languages = posts.stream().map(Post::language).distinct().toList();
        return languages.size() == 1 ? languages.getFirst() : "*";
    }
}
