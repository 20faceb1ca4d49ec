package dev.earshot.evaluation.influence;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.evaluation.influence.world.Attack;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Ranks;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Holds scores against planted causes, law by law, beside what a plain script gets. */
public final class PlantedFindings {
    private static final double ATTACKERS = .2;

    private final Law law;
    private final int worlds;
    private final World.Size size;
    private final int topics;

    public PlantedFindings(Law law, int worlds, World.Size size, int topics) {
        this.law = law;
        this.worlds = worlds;
        this.size = size;
        this.topics = topics;
    }

    /** Scores of one world, for one brand, beside the truth; parallel arrays over creators. */
    record Ranking(
            double[] truth,
            double[] score,
            double[] plain,
            double[] followers,
            double[] rawRate,
            List<InfluencerScore> all) {
        double spearman(double[] by) {
            return Ranks.spearman(by, truth, IntStream.range(0, truth.length).toArray());
        }
    }

    /** Rankings of some seeds' worlds. */
    List<Ranking> rankings(long firstSeed) {
        var rankings = new ArrayList<Ranking>();
        for (int w = 0; w < worlds; w++) {
            World world = World.of(firstSeed + w, law, size, ATTACKERS);
            Collection<AuthorPost> posts = Ingest.posts(world, Instant.MIN, Instant.MAX);
            OfflineWorkspace workspace = OfflineWorkspace.of(posts, world.brands(), World.end());
            Map<AuthorRef, Map<String, InfluencerScore>> scores = scores(workspace);
            List<AuthorRef> refs = world.creators().stream().map(c -> c.account().ref()).toList();
            var plain = new Baseline(posts, refs);
            for (int topic = 0; topic < topics; topic++) {
                rankings.add(ranking(world, topic, scores, plain));
            }
        }
        return rankings;
    }

    static Map<AuthorRef, Map<String, InfluencerScore>> scores(OfflineWorkspace workspace) {
        var scores = new HashMap<AuthorRef, Map<String, InfluencerScore>>();
        workspace
                .scores()
                .forEach(
                        s ->
                                scores.computeIfAbsent(s.score().author(), a -> new HashMap<>())
                                        .put(s.score().brandId(), s.score()));
        return scores;
    }

    private static Ranking ranking(
            World world,
            int topic,
            Map<AuthorRef, Map<String, InfluencerScore>> scores,
            Baseline plain) {
        TopicSketch values = TopicSketch.of(String.join("\n", world.values(topic)));
        List<Creator> scored =
                world.creators().stream()
                        .filter(
                                c ->
                                        scores.getOrDefault(c.account().ref(), Map.of())
                                                .containsKey(World.brandId(topic)))
                        .toList();
        int n = scored.size();
        var ranking =
                new Ranking(
                        new double[n],
                        new double[n],
                        new double[n],
                        new double[n],
                        new double[n],
                        new ArrayList<>());
        for (int i = 0; i < n; i++) {
            AuthorRef ref = scored.get(i).account().ref();
            InfluencerScore score =
                    Objects.requireNonNull(
                            Objects.requireNonNull(scores.get(ref)).get(World.brandId(topic)));
            ranking.truth[i] = Truth.gain(world, scored.get(i), topic);
            ranking.score[i] = score.score();
            ranking.plain[i] = plain.score(ref, values);
            ranking.followers[i] = plain.followers.getOrDefault(ref, 0.0);
            ranking.rawRate[i] = plain.rawRate.getOrDefault(ref, 0.0);
            ranking.all.add(score);
        }
        return ranking;
    }

    /** Rank correlation with the truth, and what each component is worth. */
    public List<Figure> agreement() {
        List<Ranking> rankings = rankings(1_000);
        double score = mean(rankings.stream().mapToDouble(r -> r.spearman(r.score())).toArray());
        double plain = mean(rankings.stream().mapToDouble(r -> r.spearman(r.plain())).toArray());
        double worst = rankings.stream().mapToDouble(r -> r.spearman(r.score())).min().orElse(0);
        String on = "law: " + law.name();
        int n = rankings.size();
        var figures = new ArrayList<Figure>();
        figures.add(
                Figure.of("planted worlds: Spearman with the truth", n, "rankings", score)
                        .on(on)
                        .atLeast(.6)
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "plain %.3f, followers %.3f, raw rate %.3f",
                                        plain,
                                        mean(
                                                rankings.stream()
                                                        .mapToDouble(r -> r.spearman(r.followers()))
                                                        .toArray()),
                                        mean(
                                                rankings.stream()
                                                        .mapToDouble(r -> r.spearman(r.rawRate()))
                                                        .toArray()))));
        figures.add(
                Figure.of("  lead over the plain baseline", n, "rankings", score - plain)
                        .on(on)
                        .aimedAt(">= 0.05", score - plain >= .05));
        figures.add(Figure.of("  worst ranking", n, "rankings", worst).on(on).atLeast(.35));
        for (Component.Name name : Component.Name.values()) {
            double alone =
                    mean(rankings.stream().mapToDouble(r -> r.spearman(values(r, name))).toArray());
            double without =
                    mean(
                            rankings.stream()
                                    .mapToDouble(r -> r.spearman(without(r, name)))
                                    .toArray());
            figures.add(
                    Figure.of("  " + name.key() + " alone: Spearman", n, "rankings", alone)
                            .on(on)
                            .beside(
                                    String.format(
                                            Locale.ROOT, "the score without it %.3f", without)));
        }
        return figures;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private static double[] values(Ranking ranking, Component.Name name) {
        return ranking.all().stream().mapToDouble(s -> s.component(name).value()).toArray();
    }

    private static double[] without(Ranking ranking, Component.Name name) {
        return ranking.all().stream()
                .mapToDouble(s -> s.with(Component.unknown(name, "left out")).score())
                .toArray();
    }

    /**
     * The same worlds without and with attacks: how authenticity tells the attackers, and how many
     * of them gain more than honest authors move by in the same pair of worlds.
     */
    public List<Figure> attacks() {
        Map<Attack, List<Double>> moves = new EnumMap<>(Attack.class);
        Map<Attack, List<Double>> trust = new EnumMap<>(Attack.class);
        var honestMoves = new ArrayList<Double>();
        var honestTrust = new ArrayList<Double>();
        for (int w = 0; w < worlds; w++) {
            World attacked = World.of(2_000 + w, law, size, ATTACKERS);
            var before = scores(Ingest.whole(World.of(2_000 + w, law, size, 0)));
            var after = scores(Ingest.whole(attacked));
            for (Creator creator : attacked.creators()) {
                AuthorRef ref = creator.account().ref();
                World.Plot plot = attacked.plots().get(ref);
                String brand = World.brandId(plot == null ? creator.topic() : plot.topic());
                InfluencerScore was = before.getOrDefault(ref, Map.of()).get(brand);
                InfluencerScore is = after.getOrDefault(ref, Map.of()).get(brand);
                if (was != null && is != null) {
                    double authenticity = is.component(Component.Name.AUTHENTICITY).value();
                    (plot == null
                                    ? honestMoves
                                    : moves.computeIfAbsent(plot.attack(), a -> new ArrayList<>()))
                            .add(is.score() - was.score());
                    if (plot == null) {
                        honestTrust.add(authenticity);
                    } else if (plot.attack().showsOn(creator.account().platform())) {
                        trust.computeIfAbsent(plot.attack(), a -> new ArrayList<>())
                                .add(authenticity);
                    }
                }
            }
        }
        return attackFigures(moves, trust, honestMoves, honestTrust);
    }

    private List<Figure> attackFigures(
            Map<Attack, List<Double>> moves,
            Map<Attack, List<Double>> trust,
            List<Double> honestMoves,
            List<Double> honestTrust) {
        double usual =
                dev.earshot.influence.statistics.Robust.quantile(
                        honestMoves.stream().mapToDouble(Math::abs).toArray(), .95);
        String on = "law: " + law.name();
        var figures = new ArrayList<Figure>();
        figures.add(
                Figure.of(
                                "attacks: what honest authors move by (95 %)",
                                honestMoves.size(), "authors", usual)
                        .on(on)
                        .in("points"));
        moves.forEach(
                (attack, changes) -> {
                    int gained = (int) changes.stream().filter(c -> c > usual).count();
                    figures.add(
                            Figure.percentage(
                                            "attack, " + attack.text() + ": raised the score",
                                            gained,
                                            changes.size(),
                                            "attackers")
                                    .on(on)
                                    .atMost(2)
                                    .beside(
                                            String.format(
                                                    Locale.ROOT,
                                                    "mean %+.1f points, most %+.1f",
                                                    changes.stream()
                                                            .mapToDouble(c -> c)
                                                            .average()
                                                            .orElse(0),
                                                    changes.stream()
                                                            .mapToDouble(c -> c)
                                                            .max()
                                                            .orElse(0))));
                });
        trust.forEach(
                (attack, values) -> {
                    if (attack.isFake()) {
                        figures.add(
                                Figure.of(
                                                "fakes, " + attack.text() + ": AUC of authenticity",
                                                values.size(),
                                                "fakes",
                                                auc(values, honestTrust))
                                        .on(on)
                                        .atLeast(wanted(attack)));
                    }
                });
        return figures;
    }

    private static double wanted(Attack attack) {
        return switch (attack) {
            case DRIP_FOLLOWERS, POD_ONCE, POD_THRICE -> .75;
            default -> .9;
        };
    }

    private static Estimate auc(List<Double> fakes, List<Double> honest) {
        int n = fakes.size() + honest.size();
        double[] doubt = new double[n];
        boolean[] fake = new boolean[n];
        for (int i = 0; i < n; i++) {
            fake[i] = i < fakes.size();
            doubt[i] = -(fake[i] ? fakes.get(i) : honest.get(i - fakes.size()));
        }
        return Bootstrap.standard().estimate(n, drawn -> Ranks.auc(doubt, fake, drawn));
    }
}
