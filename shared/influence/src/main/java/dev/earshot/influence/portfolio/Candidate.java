package dev.earshot.influence.portfolio;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;

import java.util.Map;

/**
 * An author who could be hired.
 *
 * @param price above 0, in the budget's currency
 * @param reach the probability, 0 to 1, of reaching each account of the audience; 1 for plain
 *     engagers
 */
public record Candidate(AuthorRef author, double price, Map<AuthorRef, Double> reach) {
    public Candidate {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("price must be above 0, got " + price);
        }
        reach.values().forEach(p -> Checks.inRange("probability of reaching", p, 0, 1));
        reach = Map.copyOf(reach);
    }
}
