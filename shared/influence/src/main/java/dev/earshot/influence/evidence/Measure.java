package dev.earshot.influence.evidence;

import java.util.Locale;

/** The numbers in an {@link AuthorSummary}. Sums are weighted by half-life. */
public enum Measure {
    /** log10 of followers as last stated, plus 1. */
    FOLLOWERS,
    /** Original posts in the window. */
    POSTS,
    /** Sum of the posts' weights, each times its maturity. */
    WEIGHT,
    /** The number of equally weighted posts that would be as much evidence. */
    EFFECTIVE_POSTS,
    /** Sum of followers over the posts; absent where they are unknown. */
    FOLLOWER_EXPOSURE,
    /** Sum of views over the posts; absent where most are unknown. */
    VIEW_EXPOSURE,
    /**
     * Likes, winsorised, without those that accounts left out of {@link #RESPONSES} may have given.
     */
    LIKES,
    /** Replies, quotes and reposts by distinct people, winsorised. */
    RESPONSES,
    /** Replies, quotes and reposts as stated, winsorised. */
    STATED_RESPONSES,
    /** Squared coefficient of variation of the posts' rates beyond Poisson noise. */
    DISPERSION,
    /** ln of the later half's rate over the earlier half's. */
    DRIFT,
    /** Variance of {@link #DRIFT} by Poisson's law. */
    DRIFT_NOISE,
    /** Sum of the inverse numbers of posts of the two halves. */
    DRIFT_PARTS,
    /** Observed responses. */
    OBSERVED,
    /** Share of observed responses that do not count. */
    REMOVED,
    /** ln of the ratio of likes to responses. */
    LIKE_RATIO,
    /** ln of likes per view. */
    LIKES_PER_VIEW,
    /** Variance of ln of likes over responses between posts, beyond chance. */
    UNEVEN_LIKES,
    /** Variance of {@link #UNEVEN_LIKES} by chance. */
    UNEVEN_VARIANCE,
    /** Probability that the {@link #UNEXPLAINED_FOLLOWERS} were bought. */
    BOUGHT_PROBABILITY,
    /** Share of followers whose gain no stored post explains. */
    UNEXPLAINED_FOLLOWERS,
    /**
     * ln of how often the followers multiplied between the first and the last third of the posts.
     */
    GROWTH,
    /** {@link #GROWTH} less ln of how often the responses to a post multiplied. */
    HOLLOW_GROWTH,
    /** Variance of {@link #HOLLOW_GROWTH} by chance. */
    HOLLOW_VARIANCE,
    /** Share of comments that repeat another account's comment. */
    COPIES,
    /** Share of comments of at most two words. */
    GENERIC,
    /** Share of responses within the first minutes. */
    EARLY,
    /** Simpson's index of the responses over accounts. */
    CONCENTRATION,
    /** Share of responses by accounts that answer this author often and nobody else. */
    DEVOTED,
    /** Mean doubt, 0 to 1, that the described accounts which respond are people's. */
    DOUBT,
    /** ln of 1 plus the partners of a circle that answer each other. */
    CIRCLE,
    /** Distinct people whose responses count. */
    PEOPLE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
