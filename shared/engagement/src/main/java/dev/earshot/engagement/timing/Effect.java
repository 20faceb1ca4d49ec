package dev.earshot.engagement.timing;

import dev.earshot.core.statistics.Interval;

/**
 * How posts of a group did against the others of their accounts.
 *
 * @param group its name
 * @param posts in it
 * @param rise of responses, shrunk towards none by how little is known: 0.2 is 20 % more
 * @param interval of the rise, 95 %
 * @param p how often chance alone makes the best of all groups look as good; over all groups
 *     together, so that asking for many of them costs nothing
 */
public record Effect(String group, int posts, double rise, Interval interval, double p) {
    /** A group is said to do better or worse below this. */
    public static final double EVIDENCE = 0.05;

    /** Whether it can be told from chance. */
    public boolean evident() {
        return p <= EVIDENCE;
    }
}
