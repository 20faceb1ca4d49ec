package dev.earshot.evaluation.influence.world;

/** What a creator may buy. */
public enum Attack {
    FOLLOWERS,
    LIKES,
    POD,
    COMMENT_BOTS
}
