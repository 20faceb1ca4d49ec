package dev.earshot.influence.portfolio;

import dev.earshot.core.post.AuthorRef;

import java.util.List;

/**
 * A set of authors.
 *
 * @param authors in the order in which they were chosen
 * @param cost sum of their prices
 * @param reach expected distinct accounts reached
 * @param overlap sum of each one's own reach less {@code reach}
 * @param atLeast the share of the best possible reach that this one is proven to have, 0 to 1
 */
public record Choice(
        List<AuthorRef> authors, double cost, double reach, double overlap, double atLeast) {
    public Choice {
        authors = List.copyOf(authors);
    }
}
