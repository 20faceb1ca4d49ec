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
 * Measures one head on labelled posts through the reader that production uses. The reader is given
 * each post's language, as a platform would give it. A post that it doesn't read counts as the
 * head's first label (neutral for sentiment), with the probability of a random guess. Immutable.
 */
final class HeadMeasure {
    private static final int NEUTRAL = 1;
    private static final double COVERAGE = 0.8;

    /**
     * Number of posts that are read first, to find out whether the reader supports the language and
     * has the head.
     */
    private static final int PROBE_SIZE = 24;

    private final TextReader reader;
    private final Baselines baselines;

    HeadMeasure(TextReader reader, Baselines baselines) {
        this.reader = reader;
        this.baselines = baselines;
    }

    /** The score, or the reason why there is none. */
    sealed interface Outcome {
        record Measured(HeadScore score) implements Outcome {}

        /** No model reads these posts' language. */
        record NotRead(String language) implements Outcome {}

        record Skipped(String reason) implements Outcome {}
    }

    /** Reads every post once and compares the answers with the labels. */
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
                    posts.name() + " has no label among " + head.labels() + ", only " + unknown);
        }
        List<Optional<TextAnalysis>> probe =
                read(reader, known.subList(0, Math.min(PROBE_SIZE, known.size())));
        if (2 * probe.stream().filter(Optional::isPresent).count() < probe.size()) {
            return new Outcome.NotRead(language(known));
        }
        if (probe.stream()
                .flatMap(Optional::stream)
                .noneMatch(analysis -> head.probabilities(analysis).isPresent())) {
            return new Outcome.Skipped("the model has no head '" + head.key() + "'");
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
        double[] confidence = new double[size];
        int[] correct = new int[size];
        int[] actual = truth.stream().mapToInt(Integer::intValue).toArray();
        int verdicts = 0;
        int correctVerdicts = 0;
        for (int i = 0; i < size; i++) {
            Optional<TextAnalysis> read = readings.get(i);
            answered[i] = read.flatMap(head::decision).orElse(head == Head.SENTIMENT ? NEUTRAL : 0);
            int predicted = answered[i];
            confidence[i] =
                    read.flatMap(head::probabilities)
                            .map(all -> all[predicted])
                            .orElse(1.0 / head.labels().size());
            correct[i] = answered[i] == actual[i] ? 1 : 0;
            if (read.filter(head::sure).isPresent()) {
                verdicts++;
                correctVerdicts += correct[i];
            }
        }
        Verdicts all = new Verdicts(head.labels(), actual, answered, confidence);
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
                all.accuracyAt(COVERAGE),
                100.0 * verdicts / size,
                verdicts == 0 ? 0 : 100.0 * correctVerdicts / verdicts,
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
