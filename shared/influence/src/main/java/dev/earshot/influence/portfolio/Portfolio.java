package dev.earshot.influence.portfolio;

import dev.earshot.core.post.AuthorRef;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the authors with the largest joint audience within a budget: maximum coverage under a
 * knapsack constraint, where an account reached by several authors counts once, with probability
 * {@code 1 - prod(1 - p)}. Each step takes the author with the most new reach per price; the best
 * single author is tried too, since the greedy choice alone can be arbitrarily bad.
 *
 * <p>With up to {@value #ENUMERATED} candidates, every set of up to three authors is completed
 * greedily, which reaches at least {@code 1 - 1/e} = 63 % of the optimum (Khuller, Moss and Naor
 * 1999; Sviridenko 2004). With more candidates only single authors are completed, and the choice
 * states the bound proven for it: no set within the budget can exceed the chosen reach plus the
 * best of the rest by price (Leskovec et al. 2007). In practice the bound is far above 63 %.
 * Deterministic, stateless.
 */
public final class Portfolio {
    /** Maximum number of candidates for which every set of three is tried. */
    public static final int ENUMERATED = 24;

    private static final double CLOSE = 1e-9;

    private final double budget;
    private final List<Candidate> candidates;
    private final double[][] probabilities;
    private final int[][] members;
    private final int accounts;

    private Portfolio(List<Candidate> candidates, double budget) {
        this.budget = budget;
        this.candidates = candidates;
        var index = new HashMap<AuthorRef, Integer>();
        probabilities = new double[candidates.size()][];
        members = new int[candidates.size()][];
        for (int i = 0; i < members.length; i++) {
            Map<AuthorRef, Double> reach = candidates.get(i).reach();
            probabilities[i] = new double[reach.size()];
            members[i] = new int[reach.size()];
            int at = 0;
            for (var entry :
                    reach.entrySet().stream()
                            .sorted(Comparator.comparing(e -> e.getKey().pseudonym()))
                            .toList()) {
                members[i][at] = index.computeIfAbsent(entry.getKey(), k -> index.size());
                probabilities[i][at++] = entry.getValue();
            }
        }
        accounts = index.size();
    }

    /**
     * Chooses authors.
     *
     * @param candidates authors with prices; one above the budget is ignored
     * @param budget above 0
     */
    public static Choice choose(Collection<Candidate> candidates, double budget) {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("budget must be above 0, got " + budget);
        }
        List<Candidate> affordable =
                candidates.stream()
                        .filter(candidate -> candidate.price() <= budget)
                        .sorted(Comparator.comparing(c -> c.author().pseudonym()))
                        .toList();
        return new Portfolio(affordable, budget).best();
    }

    private Choice best() {
        Start start = new Start(this);
        Start best = start.completed();
        int n = candidates.size();
        int depth = n <= ENUMERATED ? 3 : 1;
        best = search(start, 0, depth, best);
        return best.choice(n <= ENUMERATED ? 1 - 1 / Math.E : 0);
    }

    private Start search(Start start, int from, int depth, Start best) {
        Start found = best;
        for (int i = from; depth > 0 && i < candidates.size(); i++) {
            if (start.fits(i)) {
                Start longer = start.with(i);
                Start complete = longer.completed();
                found = complete.reach > found.reach + CLOSE ? complete : found;
                found = search(longer, i + 1, depth - 1, found);
            }
        }
        return found;
    }

    /** A set under construction: its cost, and the accounts that it misses. */
    private static final class Start {
        private final Portfolio portfolio;
        private final List<Integer> chosen;
        private final double[] missed;
        private double cost;
        private double reach;

        Start(Portfolio portfolio) {
            this.portfolio = portfolio;
            chosen = new ArrayList<>();
            missed = new double[portfolio.accounts];
            java.util.Arrays.fill(missed, 1);
        }

        private Start(Start other) {
            portfolio = other.portfolio;
            chosen = new ArrayList<>(other.chosen);
            missed = other.missed.clone();
            cost = other.cost;
            reach = other.reach;
        }

        boolean fits(int i) {
            return !chosen.contains(i)
                    && cost + portfolio.candidates.get(i).price() <= portfolio.budget + CLOSE;
        }

        double gain(int i) {
            double gain = 0;
            for (int m = 0; m < portfolio.members[i].length; m++) {
                gain += missed[portfolio.members[i][m]] * portfolio.probabilities[i][m];
            }
            return gain;
        }

        Start with(int i) {
            Start next = new Start(this);
            next.add(i);
            return next;
        }

        private void add(int i) {
            reach += gain(i);
            cost += portfolio.candidates.get(i).price();
            chosen.add(i);
            for (int m = 0; m < portfolio.members[i].length; m++) {
                missed[portfolio.members[i][m]] *= 1 - portfolio.probabilities[i][m];
            }
        }

        Start completed() {
            Start complete = new Start(this);
            while (true) {
                int best = -1;
                double most = 0;
                for (int i = 0; i < portfolio.candidates.size(); i++) {
                    if (complete.fits(i)) {
                        double worth = complete.gain(i) / portfolio.candidates.get(i).price();
                        if (worth > most + CLOSE * most) {
                            most = worth;
                            best = i;
                        }
                    }
                }
                if (best < 0) {
                    return complete;
                }
                complete.add(best);
            }
        }

        /** Upper bound of the further reach of any set within the budget. */
        private double atMost() {
            double left = portfolio.budget;
            double more = 0;
            List<Integer> rest =
                    java.util.stream.IntStream.range(0, portfolio.candidates.size())
                            .filter(i -> !chosen.contains(i))
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            i -> -gain(i) / portfolio.candidates.get(i).price()))
                            .toList();
            for (int i : rest) {
                double price = portfolio.candidates.get(i).price();
                more += gain(i) * Math.min(1, left / price);
                left -= price;
                if (left <= 0) {
                    break;
                }
            }
            return reach + more;
        }

        Choice choice(double promised) {
            double alone = 0;
            var authors = new ArrayList<AuthorRef>();
            for (int i : chosen) {
                Candidate candidate = portfolio.candidates.get(i);
                authors.add(candidate.author());
                alone += candidate.reach().values().stream().mapToDouble(p -> p).sum();
            }
            double most = atMost();
            double shown = most > 0 ? Math.min(1, reach / most) : 1;
            return new Choice(
                    authors, cost, reach, Math.max(0, alone - reach), Math.max(promised, shown));
        }
    }
}
