package dev.earshot.influence.evidence;

import java.util.Locale;

/** The numbers in an {@link AuthorSummary}. Sums are weighted by half-life. */
public enum Measure {
    /** 1 if exposure is counted in views, 0 if in followers. */
    BY_VIEWS,
    /** log10 of followers, or of views per post if views are known. */
    SIZE,
    /** log10 of followers as last stated. */
    FOLLOWERS,
    /** Original posts in the window. */
    POSTS,
    /** Sum of exposure. */
    EXPOSURE,
    /** Sum of squared weight times exposure. */
    EXPOSURE_SQUARED_WEIGHT,
    /** Sum of squared weighted exposure. */
    EXPOSURE_SQUARED,
    /** Likes, winsorised. */
    LIKES,
    /** Replies, quotes and reposts, winsorised, not weighted by cost. */
    RESPONSES,
    /** Replies, quotes and reposts times their cost, winsorised. */
    COSTLY,
    /** Squared coefficient of variation of the posts' rates beyond Poisson noise. */
    DISPERSION,
    /**
     * Number of independent, plausible people behind the kept responses, as a share of these
     * responses.
     */
    INDEPENDENT,
    /** Observed responses. */
    OBSERVED,
    /** log of the ratio of likes to responses that count. */
    LIKE_RATIO,
    /** Share of followers whose gain is not explained by stored posts or responses. */
    UNEXPLAINED_FOLLOWERS,
    /** Share of comments that repeat another account's comment. */
    DUPLICATES,
    /** Share of comments of at most two words. */
    GENERIC,
    /** Share of responses by early, reciprocal accounts. */
    POD,
    /** Share of responses within the first minutes. */
    EARLY,
    /** Simpson's index of the responses over accounts. */
    CONCENTRATION,
    /** log of interactions per follower, over the posts that count. */
    PER_FOLLOWER,
    /** Number of responses that count: neither by a pod nor copied. */
    KEPT,
    /** Share of observed responses that do not count. */
    REMOVED,
    /** Distinct plausible engagers. */
    ENGAGERS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
