package dev.earshot.influence.portfolio;

import dev.earshot.core.post.AuthorRef;

import java.util.List;

/**
 * A chosen set of authors.
 *
 * @param authors in the order in which they were chosen
 * @param cost sum of their prices
 * @param reach expected number of distinct accounts reached
 * @param overlap sum of the authors' individual reach minus {@code reach}
 * @param atLeast proven lower bound of {@code reach} as a share of the best possible, 0 to 1
 */
public record Choice(
        List<AuthorRef> authors, double cost, double reach, double overlap, double atLeast) {
    public Choice {
        authors = List.copyOf(authors);
    }
}
