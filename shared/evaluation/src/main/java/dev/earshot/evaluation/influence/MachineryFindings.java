package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.graph.Endorsement;
import dev.earshot.influence.graph.TopicRank;
import dev.earshot.influence.portfolio.Candidate;
import dev.earshot.influence.portfolio.Portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Measures the speed of the topic graph, and the portfolio against the optimum. */
public final class MachineryFindings {
    private static final int AUTHORS = 12;

    private MachineryFindings() {}

    public static List<Figure> graph(int edges) {
        var random = new SplittableRandom(1);
        int accounts = edges / 10;
        List<AuthorRef> refs = new ArrayList<>();
        Map<AuthorRef, Double> posts = new HashMap<>();
        Map<AuthorRef, Double> share = new HashMap<>();
        for (int i = 0; i < accounts; i++) {
            AuthorRef ref = new AuthorRef(String.format("%032x", i));
            refs.add(ref);
            posts.put(ref, (double) random.nextInt(20));
            share.put(ref, random.nextDouble());
        }
        var endorsements = new ArrayList<Endorsement>(edges);
        while (endorsements.size() < edges) {
            // Some accounts receive far more responses than others.
            int to = (int) (accounts * Math.pow(random.nextDouble(), 3));
            int from = random.nextInt(accounts);
            if (from != to) {
                endorsements.add(
                        new Endorsement(refs.get(from), refs.get(to), 1 + random.nextInt(5)));
            }
        }
        long started = System.nanoTime();
        TopicRank rank = TopicRank.of(endorsements, posts, share);
        int ranked = rank.standings().size();
        double seconds = (System.nanoTime() - started) / 1e9;
        return List.of(
                Figure.of(
                                String.format(Locale.ROOT, "topic graph of %,d accounts", accounts),
                                edges,
                                "edges",
                                seconds)
                        .in("s")
                        .aimedAt("< 60", seconds < 60)
                        .beside(ranked + " ranked"));
    }

    public static List<Figure> portfolio(int instances) {
        double worst = 1;
        double sum = 0;
        for (int k = 0; k < instances; k++) {
            List<Candidate> candidates = candidates(new SplittableRandom(500 + k));
            double budget = 4 + k % 9;
            double chosen = Portfolio.choose(candidates, budget).reach();
            double best = bruteForce(candidates, budget);
            double share = best > 0 ? chosen / best : 1;
            worst = Math.min(worst, share);
            sum += share / instances;
        }
        return List.of(
                Figure.of(
                                "portfolio of 12 authors: smallest share of the optimum",
                                instances,
                                "instances",
                                worst)
                        .aimedAt(">= 1 - 1/e", worst >= 1 - 1 / Math.E)
                        .beside(String.format(Locale.ROOT, "mean %.3f", sum)));
    }

    private static List<Candidate> candidates(SplittableRandom random) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < AUTHORS; i++) {
            Map<AuthorRef, Double> reach = new HashMap<>();
            int size = 1 + (int) (40 * Math.pow(random.nextDouble(), 2));
            for (int m = 0; m < size; m++) {
                reach.put(
                        new AuthorRef(String.format("%032x", random.nextInt(80))),
                        .2 + .8 * random.nextDouble());
            }
            candidates.add(
                    new Candidate(
                            new AuthorRef(String.format("%032x", 1_000 + i)),
                            .5 + 4 * random.nextDouble(),
                            reach));
        }
        return candidates;
    }

    private static double bruteForce(List<Candidate> candidates, double budget) {
        double best = 0;
        for (int set = 0; set < 1 << candidates.size(); set++) {
            double cost = 0;
            Map<AuthorRef, Double> missed = new HashMap<>();
            for (int i = 0; i < candidates.size(); i++) {
                if ((set >> i & 1) == 1) {
                    cost += candidates.get(i).price();
                    candidates
                            .get(i)
                            .reach()
                            .forEach((a, p) -> missed.merge(a, 1 - p, (x, y) -> x * y));
                }
            }
            if (cost <= budget) {
                best = Math.max(best, missed.values().stream().mapToDouble(m -> 1 - m).sum());
            }
        }
        return best;
    }
}
