package dev.earshot.core.influence.portfolio;

import dev.earshot.core.post.AuthorRef;
import java.util.List;

/**
 * A set of authors.
 *
 * @param authors in the order in which they were chosen
 * @param cost sum of their prices
 * @param reach expected distinct accounts reached
 * @param overlap sum of each one's own reach less {@code reach}
 */
public record Choice(List<AuthorRef> authors, double cost, double reach, double overlap) {
    public Choice {
        authors = List.copyOf(authors);
    }
}
