package dev.earshot.influence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class PortfolioTest {
    private static AuthorRef ref(int i) {
        return new AuthorRef(String.format("%032x", i));
    }

    private static Candidate candidate(int author, double price, int... reached) {
        Map<AuthorRef, Double> reach = new HashMap<>();
        for (int r : reached) {
            reach.put(ref(1000 + r), 1.0);
        }
        return new Candidate(ref(author), price, reach);
    }

    @Test
    void twelveAuthors_manyBudgets_atLeast63PercentOfBruteForce() {
        for (long seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < 12; i++) {
                int[] reached = random.ints(1 + random.nextInt(30), 0, 60).distinct().toArray();
                candidates.add(candidate(i, .5 + 3 * random.nextDouble(), reached));
            }
            double budget = 1 + seed % 10;
            Choice choice = Portfolio.choose(candidates, budget);
            double best = bruteForce(candidates, budget);
            assertThat(choice.reach()).isBetween((1 - 1 / Math.E) * best, best + 1e-9);
            assertThat(choice.reach()).isGreaterThanOrEqualTo(choice.atLeast() * best - 1e-9);
            assertThat(choice.cost()).isLessThanOrEqualTo(budget + 1e-9);
        }
    }

    private static double bruteForce(List<Candidate> candidates, double budget) {
        double best = 0;
        for (int set = 0; set < 1 << candidates.size(); set++) {
            double cost = 0;
            Set<AuthorRef> reached = new HashSet<>();
            for (int i = 0; i < candidates.size(); i++) {
                if ((set >> i & 1) == 1) {
                    cost += candidates.get(i).price();
                    reached.addAll(candidates.get(i).reach().keySet());
                }
            }
            if (cost <= budget) {
                best = Math.max(best, reached.size());
            }
        }
        return best;
    }

    @Test
    void cheapSmallAuthor_besideOneWorthTheWholeBudget_doesNotShutItOut() {
        int[] crowd = java.util.stream.IntStream.range(0, 100).toArray();
        Choice choice =
                Portfolio.choose(List.of(candidate(1, .01, 500, 501), candidate(2, 10, crowd)), 10);
        assertThat(choice.reach()).isEqualTo(100);
    }

    @Test
    void twins_bothAffordable_overlapIsCountedOnce() {
        Choice choice = Portfolio.choose(List.of(candidate(1, 1, 1, 2), candidate(2, 1, 2, 3)), 2);
        assertThat(choice.reach()).isCloseTo(3, within(1e-9));
        assertThat(choice.overlap()).isCloseTo(1, within(1e-9));
    }

    @Test
    void fortyAuthors_beyondEnumeration_carriesItsBound() {
        var random = new Random(4);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 40; i++) {
            candidates.add(
                    candidate(
                            i,
                            1 + random.nextDouble(),
                            random.ints(20, 0, 300).distinct().toArray()));
        }
        Choice choice = Portfolio.choose(candidates, 12);
        assertThat(choice.atLeast()).isBetween(.5, 1.0);
    }

    @Test
    void budget_notANumber_isRefused() {
        assertThatThrownBy(() -> Portfolio.choose(List.of(), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
