package dev.earshot.evaluation.influence.world;

/**
 * The hidden causes of one creator.
 *
 * @param quality ln of the ratio of its response per exposure to the usual one at its size
 * @param topic index of its main topic
 * @param focus share of its words on that topic
 * @param people number of people who respond to it at least occasionally
 * @param lift ln of the factor by which their brand mentions rise after it mentions a brand
 */
public record Creator(
        RawAccount account, double quality, int topic, double focus, int people, double lift) {}
