package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.influence.world.Attack;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Ranks;

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
    public static List<Finding> agreement(int worlds, World.Setup setup, int topics) {
        var findings = new ArrayList<Finding>();
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
        String sample =
                String.format(
                        Locale.ROOT,
                        ", mean of %d rankings of %d creators",
                        rankings,
                        setup.creators());
        var lines = new ArrayList<Finding>();
        lines.add(
                Finding.of(
                        "planted worlds: Spearman with the truth" + sample,
                        new Estimate(sum[0], new Interval(sum[1], sum[2])),
                        ">= 0.8",
                        sum[0] >= .8));
        lines.add(
                Finding.of(
                        "  the same by followers",
                        new Estimate(sum[3], new Interval(sum[4], sum[5])),
                        "0.2 below",
                        sum[0] - sum[3] >= .2));
        lines.add(
                Finding.note(
                        "  worst of the rankings: Spearman; lead over followers",
                        String.format(Locale.ROOT, "%.3f; %.3f", worstScore, worstGain),
                        ""));
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

    private static Finding fakes(Planted.Ranking r, int world) {
        double[] doubt = Arrays.stream(r.authenticity).map(a -> -a).toArray();
        int fakes = 0;
        for (boolean fake : r.fake) {
            fakes += fake ? 1 : 0;
        }
        Estimate auc =
                Bootstrap.standard()
                        .estimate(doubt.length, items -> Ranks.auc(doubt, r.fake, items));
        return Finding.of(
                "planted fakes ("
                        + fakes
                        + " of "
                        + doubt.length
                        + "), world "
                        + world
                        + ": AUC of authenticity",
                auc,
                ">= 0.9",
                auc.value() >= .9);
    }

    /** Compares the same world with and without attacks: how many attackers gained. */
    public static List<Finding> attacks(int worlds, World.Setup setup) {
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
        var findings = new ArrayList<Finding>();
        raised.forEach(
                (attack, count) ->
                        findings.add(
                                Finding.share(
                                        "attack, "
                                                + attack.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ')
                                                + String.format(
                                                        Locale.ROOT,
                                                        " (mean %+.1f points): score raised",
                                                        change.getOrDefault(attack, 0.0)
                                                                / count[1]),
                                        count[0],
                                        count[1],
                                        "never",
                                        count[0] == 0)));
        findings.add(
                Finding.share(
                        "  raised where a quarter of all attack at once, so that peers move too",
                        together,
                        all,
                        "",
                        true));
        return findings;
    }
}
