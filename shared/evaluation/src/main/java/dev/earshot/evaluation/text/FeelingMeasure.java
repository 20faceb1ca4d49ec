package dev.earshot.evaluation.text;

import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.ChanceError;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.LabelSets;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures the fine-grained emotions ("feelings"), of which a post may have several. Stateless. */
final class FeelingMeasure {
    /** How data sets label a post with no feeling. */
    private static final Set<String> NONE = Set.of("neutral", "none", "");

    private static final int PROBE_SIZE = 24;

    private FeelingMeasure() {}

    /** Macro F1 over the labels that occur in the truth, at the head's own thresholds. */
    static HeadMeasure.Outcome of(
            LabelledPosts posts, TextReader reader, Map<String, Double> published) {
        List<LabelledPosts.Post> probe =
                posts.posts().subList(0, Math.min(PROBE_SIZE, posts.posts().size()));
        if (HeadMeasure.read(reader, probe).stream()
                .flatMap(Optional::stream)
                .noneMatch(analysis -> analysis.feelings().isPresent())) {
            return new HeadMeasure.Outcome.Skipped("the model has no head 'emotions'");
        }
        List<Optional<TextAnalysis>> readings = HeadMeasure.read(reader, posts.posts());
        List<Set<String>> truth =
                posts.posts().stream()
                        .map(
                                post ->
                                        Arrays.stream(post.label().split(",", -1))
                                                .map(String::strip)
                                                .filter(label -> !NONE.contains(label))
                                                .collect(Collectors.toSet()))
                        .toList();
        Set<String> labels = new HashSet<>();
        truth.forEach(labels::addAll);
        List<Set<String>> predicted = new ArrayList<>();
        for (Optional<TextAnalysis> read : readings) {
            predicted.add(
                    read.flatMap(TextAnalysis::feelings).orElse(List.of()).stream()
                            .map(LabelScore::label)
                            .collect(Collectors.toSet()));
        }
        LabelSets all = new LabelSets(labels.stream().sorted().toList(), truth, predicted);
        int size = posts.posts().size();
        Estimate macroF1 = Bootstrap.standard().estimate(size, all::macroF1);
        return new HeadMeasure.Outcome.Measured(
                new HeadScore(
                        "emotions",
                        posts.name(),
                        posts.posts().getFirst().language(),
                        size,
                        "macro F1 of " + labels.size(),
                        macroF1.value(),
                        macroF1.interval(),
                        Double.NaN,
                        ChanceError.none(),
                        Double.NaN,
                        Double.NaN,
                        100.0 * readings.stream().filter(Optional::isPresent).count() / size,
                        Double.NaN,
                        Map.of(),
                        published));
    }
}
