package dev.earshot.influence.evidence;

import java.util.Locale;

/** The numbers that an {@link AuthorSummary} holds. Sums are weighted by half-life. */
public enum Measure {
    /** 1 where exposure is counted in views, 0 where in followers. */
    BY_VIEWS,
    /** log10 of followers, or of views a post where views are known. */
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
    /** What the kept responses amount to in independent, plausible people, as a share of them. */
    INDEPENDENT,
    /** Observed responses. */
    OBSERVED,
    /** log of likes over responses that count. */
    LIKE_RATIO,
    /** Share of followers gained without a cause that is stored. */
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
    /** log of interactions a follower, over the posts that count. */
    PER_FOLLOWER,
    /** Responses that count: neither pod nor copy. */
    KEPT,
    /** Share of observed responses that are left out. */
    REMOVED,
    /** Distinct plausible engagers. */
    ENGAGERS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
