package dev.earshot.influence.graph;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;

/**
 * One account responded to another on a topic.
 *
 * @param from the account that responded
 * @param to the account that it responded to
 * @param weight above 0; several between the same two accounts are added
 */
public record Endorsement(AuthorRef from, AuthorRef to, double weight) {
    public Endorsement {
        Checks.inRange("weight", weight, Double.MIN_VALUE, Double.MAX_VALUE);
    }
}
