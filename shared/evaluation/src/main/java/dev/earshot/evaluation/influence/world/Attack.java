package dev.earshot.evaluation.influence.world;

/** What a creator can buy. */
public enum Attack {
    FOLLOWERS,
    LIKES,
    POD,
    COMMENT_BOTS
}
