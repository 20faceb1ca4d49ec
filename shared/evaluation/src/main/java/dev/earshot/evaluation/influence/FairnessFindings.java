package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures whether creators who fit a brand equally well are judged alike in every language. */
public final class FairnessFindings {
    /** Share of its words that one who fits well writes on the topic. */
    private static final double FITS = .1;

    private FairnessFindings() {}

    /** Mean alignment, by the language of the texts, of creators who write much on a topic. */
    public static List<Figure> languages(Law law, int worlds, World.Size size) {
        Map<String, List<Double>> fitting = new TreeMap<>();
        for (int w = 0; w < worlds; w++) {
            World world = World.of(4_000 + w, law, size, 0);
            Map<AuthorRef, Map<String, InfluencerScore>> scores =
                    PlantedFindings.scores(Ingest.whole(world));
            for (Creator creator : world.creators()) {
                for (int topic = 0; topic < World.TOPICS; topic++) {
                    InfluencerScore score =
                            scores.getOrDefault(creator.account().ref(), new HashMap<>())
                                    .get(World.brandId(topic));
                    if (score != null && creator.interests().get(topic) >= FITS) {
                        fitting.computeIfAbsent(
                                        creator.account().language(), l -> new ArrayList<>())
                                .add(score.component(Component.Name.ALIGNMENT).value());
                    }
                }
            }
        }
        List<Double> means =
                fitting.values().stream()
                        .map(v -> v.stream().mapToDouble(x -> x).average().orElse(0))
                        .toList();
        double gap =
                means.stream().mapToDouble(m -> m).max().orElse(0)
                        - means.stream().mapToDouble(m -> m).min().orElse(0);
        int n = fitting.values().stream().mapToInt(List::size).sum();
        return List.of(
                Figure.of("equal fit, largest gap of alignment by language", n, "fits", gap)
                        .on("law: " + law.name())
                        .in("points")
                        .aimedAt("<= 15", gap <= 15)
                        .beside(
                                fitting.entrySet().stream()
                                        .map(
                                                e ->
                                                        String.format(
                                                                Locale.ROOT,
                                                                "%s %.0f",
                                                                e.getKey(),
                                                                e.getValue().stream()
                                                                        .mapToDouble(x -> x)
                                                                        .average()
                                                                        .orElse(0)))
                                        .collect(Collectors.joining(", "))));
    }
}
