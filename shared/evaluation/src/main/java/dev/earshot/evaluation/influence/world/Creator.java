package dev.earshot.evaluation.influence.world;

/**
 * The hidden truth about one creator.
 *
 * @param quality ln of how much more response its exposure brings than is usual at its size
 * @param topic what it mostly writes about
 * @param focus share of its words on that topic
 * @param people people who respond to it at least now and then
 * @param lift ln of the rise of brand mentions among them after it speaks of a brand
 */
public record Creator(
        RawAccount account, double quality, int topic, double focus, int people, double lift) {}
