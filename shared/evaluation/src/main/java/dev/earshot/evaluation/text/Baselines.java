package dev.earshot.evaluation.text;

import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.measure.Verdicts;
import dev.earshot.evaluation.text.LabelledPosts.Post;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scores without a model on the same posts, to compare a model with. Immutable. */
final class Baselines {
    private final Optional<WordListBaseline> words;

    private Baselines(Optional<WordListBaseline> words) {
        this.words = words;
    }

    /** Includes the word list if the data folder has it. */
    static Baselines from(Path data) throws IOException {
        Optional<Path> lexicon = DataFolder.find(data, "lexicons/vader_lexicon.MIT.txt");
        return new Baselines(
                lexicon.isPresent()
                        ? Optional.of(WordListBaseline.read(lexicon.get()))
                        : Optional.empty());
    }

    /**
     * Scores of always giving the most frequent label and, for English sentiment, of the word list.
     */
    Map<String, Double> scores(Head head, List<Post> posts, int[] truth, Head.Metric metric) {
        Map<String, Double> scores = new LinkedHashMap<>();
        int commonest =
                IntStream.range(0, head.labels().size())
                        .boxed()
                        .max(
                                (a, b) ->
                                        Long.compare(
                                                Arrays.stream(truth).filter(t -> t == a).count(),
                                                Arrays.stream(truth).filter(t -> t == b).count()))
                        .orElse(0);
        int[] same = new int[posts.size()];
        Arrays.fill(same, commonest);
        scores.put("commonest label", score(head, truth, same, metric));
        if (head == Head.SENTIMENT && posts.getFirst().language().startsWith("en")) {
            words.ifPresent(
                    list ->
                            scores.put(
                                    "word list (VADER's lexicon)",
                                    score(
                                            head,
                                            truth,
                                            posts.stream()
                                                    .mapToInt(post -> list.label(post.text()))
                                                    .toArray(),
                                            metric)));
        }
        return scores;
    }

    private static double score(Head head, int[] truth, int[] answered, Head.Metric metric) {
        Verdicts all = new Verdicts(head.labels(), truth, answered, new double[truth.length]);
        return HeadMeasure.statistic(all, head, metric)
                .applyAsDouble(IntStream.range(0, truth.length).toArray());
    }
}
