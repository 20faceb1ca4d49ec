package dev.earshot.influence.portfolio;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;

import java.util.Map;

/**
 * An author that may be engaged.
 *
 * @param price above 0, in the unit of the budget
 * @param reach whom the author reaches: each account of the audience with the probability, 0 to 1,
 *     that it is reached; plain engagers have 1
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
