package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.influence.world.Attack;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Ranks;
import dev.earshot.evaluation.report.Figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures whether scores follow planted causes, detect planted fakes, and can't be bought. */
public final class PlantedFindings {
    private PlantedFindings() {}

    /** Rank correlation with the truth, compared with ranking by followers; AUC for fakes. */
    public static List<Figure> agreement(int worlds, World.Setup setup, int topics) {
        var findings = new ArrayList<Figure>();
        double worstScore = 1;
        double worstGain = 1;
        double[] sum = new double[6];
        int rankings = 0;
        for (int w = 0; w < worlds; w++) {
            Planted planted = Planted.of(1_000 + w, setup, false);
            for (int topic = 0; topic < topics; topic++) {
                Planted.Ranking r = planted.ranking(topic);
                int n = r.scores.length;
                Estimate own =
                        Bootstrap.standard()
                                .estimate(n, items -> Ranks.spearman(r.scores, r.truth, items));
                Estimate followers =
                        Bootstrap.standard()
                                .estimate(n, items -> Ranks.spearman(r.followers, r.truth, items));
                worstScore = Math.min(worstScore, own.value());
                worstGain = Math.min(worstGain, own.value() - followers.value());
                add(sum, own, followers);
                rankings++;
                if (topic == 0) {
                    findings.add(fakes(r, w));
                }
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= rankings;
        }
        String data =
                String.format(
                        Locale.ROOT,
                        "mean of %d rankings of %d creators",
                        rankings,
                        setup.creators());
        var lines = new ArrayList<Figure>();
        lines.add(
                Figure.of(
                                "planted worlds: Spearman with the truth",
                                rankings,
                                "rankings",
                                new Estimate(sum[0], new Interval(sum[1], sum[2])))
                        .on(data)
                        .atLeast(.8));
        lines.add(
                Figure.of(
                                "  ranking by followers",
                                rankings,
                                "rankings",
                                new Estimate(sum[3], new Interval(sum[4], sum[5])))
                        .on(data)
                        .aimedAt("0.2 below", sum[0] - sum[3] >= .2));
        lines.add(
                Figure.of(
                                "  worst ranking: Spearman with the truth",
                                rankings,
                                "rankings",
                                worstScore)
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "smallest lead over followers %.3f",
                                        worstGain)));
        lines.addAll(findings);
        return lines;
    }

    private static void add(double[] sum, Estimate own, Estimate followers) {
        double[] more = {
            own.value(),
            own.interval().low(),
            own.interval().high(),
            followers.value(),
            followers.interval().low(),
            followers.interval().high()
        };
        for (int k = 0; k < sum.length; k++) {
            sum[k] += more[k];
        }
    }

    private static Figure fakes(Planted.Ranking r, int world) {
        double[] doubt = Arrays.stream(r.authenticity).map(a -> -a).toArray();
        int fakes = 0;
        for (boolean fake : r.fake) {
            fakes += fake ? 1 : 0;
        }
        Estimate auc =
                Bootstrap.standard()
                        .estimate(doubt.length, items -> Ranks.auc(doubt, r.fake, items));
        return Figure.of("planted fakes: AUC of authenticity", doubt.length, "creators", auc)
                .on("world " + world + ", " + fakes + " fakes")
                .atLeast(.9);
    }

    /** Compares the same world with and without attacks: how many attackers gained. */
    public static List<Figure> attacks(int worlds, World.Setup setup) {
        Map<Attack, int[]> raised = new EnumMap<>(Attack.class);
        Map<Attack, Double> change = new EnumMap<>(Attack.class);
        int together = 0;
        int all = 0;
        for (int w = 0; w < worlds; w++) {
            Planted honest = Planted.of(2_000 + w, setup, true);
            Planted attacked = Planted.of(2_000 + w, setup, false);
            for (Creator creator : attacked.world().creators()) {
                AuthorRef author = creator.account().ref();
                Attack attack = attacked.world().attacked().get(author);
                if (attack != null) {
                    double before = honest.score(author, creator.topic()).score();
                    double alone = attacked.scoreAmong(honest, author, creator.topic()).score();
                    int[] count = raised.computeIfAbsent(attack, a -> new int[2]);
                    count[0] += alone > before + 1e-9 ? 1 : 0;
                    count[1]++;
                    change.merge(attack, alone - before, Double::sum);
                    double among = attacked.score(author, creator.topic()).score();
                    together += among > before + 1e-9 ? 1 : 0;
                    all++;
                }
            }
        }
        var findings = new ArrayList<Figure>();
        raised.forEach(
                (attack, count) ->
                        findings.add(
                                Figure.percentage(
                                                "attack, "
                                                        + attack.name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', ' ')
                                                        + ": score raised",
                                                count[0],
                                                count[1],
                                                "attackers")
                                        .atMost(0)
                                        .beside(
                                                String.format(
                                                        Locale.ROOT,
                                                        "mean change %+.1f points",
                                                        change.getOrDefault(attack, 0.0)
                                                                / count[1]))));
        findings.add(
                Figure.percentage(
                        "  score raised if a quarter of all creators attack at once",
                        together,
                        all,
                        "attackers"));
        return findings;
    }
}
