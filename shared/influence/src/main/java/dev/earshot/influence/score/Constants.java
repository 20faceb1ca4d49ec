package dev.earshot.influence.score;

import java.time.Duration;

/**
 * The constants of {@link ScoreTable} that a workspace has no reason to set: every number that the
 * components and their parts use, in one place, under the version of the table in force. A change
 * here is a new {@link ScoreTable#version()}. Where a number comes from stands at the class that is
 * named above it; those without a paper were set by hand, by planted worlds. Percentages are
 * shares, distances are in robust standard deviations, component values are of 100.
 */
public final class Constants {
    private Constants() {}

    // Engagement (EngagementComponent)
    public static final double ENGAGEMENT_LEAST = 5;
    public static final double ENGAGEMENT_TAIL = .05;
    public static final int ENGAGEMENT_FEW_PEERS = 10;

    /** Where there is nothing to measure, an author is taken for one in the lowest fifth. */
    public static final double ENGAGEMENT_UNMEASURED = .2;

    // Authenticity (AuthenticityComponent)
    public static final double AUTHENTICITY_FOLLOWERS_PENALTY = .6;
    public static final double AUTHENTICITY_LIKES_PENALTY = .6;
    public static final double AUTHENTICITY_PODS_PENALTY = .7;
    public static final double AUTHENTICITY_COPIES_PENALTY = .5;
    public static final double AUTHENTICITY_EARLY_PENALTY = .3;
    public static final double AUTHENTICITY_CONCENTRATION_PENALTY = .3;
    public static final double AUTHENTICITY_GENERIC_PENALTY = .2;
    public static final double AUTHENTICITY_SILENCE_PENALTY = .4;
    public static final double AUTHENTICITY_COPIES_SPREAD = .05;
    public static final double AUTHENTICITY_EARLY_SPREAD = .08;
    public static final double AUTHENTICITY_CONCENTRATION_SPREAD = .03;
    public static final double AUTHENTICITY_GENERIC_SPREAD = .1;
    public static final double AUTHENTICITY_COPIES_FROM = 1.5;
    public static final double AUTHENTICITY_EARLY_FROM = 2;
    public static final double AUTHENTICITY_CONCENTRATION_FROM = 2;
    public static final double AUTHENTICITY_GENERIC_FROM = 2;
    public static final double AUTHENTICITY_TOO_FEW = 5;
    public static final double AUTHENTICITY_UNSURE = .5;
    public static final double AUTHENTICITY_STEP = .4;

    // Alignment (AlignmentComponent)
    public static final double ALIGNMENT_LEAST = 5;
    public static final double ALIGNMENT_STEEPNESS = 1.6;
    public static final double ALIGNMENT_LEAST_SCALE = .03;
    public static final double ALIGNMENT_VALUES_SHARE = .6;
    public static final double ALIGNMENT_FEW_POSTS = 2;
    public static final double ALIGNMENT_UNKNOWN = .2;

    // Authority (AuthorityComponent)
    public static final double AUTHORITY_LEAST = 5;
    public static final double AUTHORITY_OUTSIDE = .05;

    // Audience (AudienceComponent)
    public static final double AUDIENCE_LEAST = 5;

    /** Accounts no more plausible than this count for nothing. */
    public static final double AUDIENCE_IMPLAUSIBLE = .3;

    public static final double AUDIENCE_LANGUAGE_UNKNOWN = .5;

    // Impact (ImpactComponent)
    public static final double IMPACT_PRIOR_SIGMA = .25;
    public static final double IMPACT_STEEPNESS = 4;
    public static final double IMPACT_NO_LIFT = .4;
    public static final double IMPACT_UNKNOWN = 35;
    public static final double IMPACT_UNKNOWN_LOW = 15;
    public static final double IMPACT_UNKNOWN_HIGH = 80;

    // Response rates of peers (Rates)
    /** Mean cost of a response where likes are few and replies dear. */
    public static final double RATE_MEAN_COST = 2.2;

    public static final int RATE_NEAREST = 50;
    public static final int RATE_FEW = 5;
    public static final double RATE_LIKES_CAP_QUANTILE = .02;
    public static final double RATE_LIKES_MISSING_QUANTILE = .9;
    public static final double RATE_LEAST_SPREAD = .2;
    public static final double RATE_WILD_QUANTILE = .98;
    public static final double RATE_DISPERSION_UNKNOWN = 1;
    public static final double RATE_DISPERSION_POSTS = 10;
    public static final int RATE_ITERATIONS = 4;

    // What is usual among peers (Norms)
    public static final int NORM_NEAREST = 60;
    public static final int NORM_FEW = 5;

    // Posts and their exposure (WeighedPosts)
    /** What a response costs its giver, likes being 1: more thought and the giver's own name. */
    public static final double POST_REPLY_COST = 3;

    public static final double POST_REPOST_COST = 2;

    /** A post has had half of its followers' response after this time. */
    public static final Duration POST_RESPONSE_HALF_LIFE = Duration.ofHours(2);

    public static final double POST_LEAST_MATURITY = .3;
    public static final double POST_WINSOR_SHARE = .9;
    public static final int POST_POSTS_FOR_DISPERSION = 5;

    // Growth of followers (FollowerGrowth)
    public static final double GROWTH_USUAL_TIMES = 3;
    public static final double GROWTH_FOLLOWERS_PER_INTERACTION = .5;
    public static final double GROWTH_ROUNDING = .02;
    public static final double GROWTH_NOISE_FOLLOWERS = 5;

    /** What passes for usual where an account was seen too seldom to tell: 3 % a month. */
    public static final double GROWTH_GAIN_A_DAY = .001;

    public static final int GROWTH_FEW_GAINS = 3;

    /** How long after the last post the account is taken to have been seen; nothing tells. */
    public static final int GROWTH_UNTIL_LATEST_DAYS = 7;

    // Plausibility of accounts (Plausibility)
    /** For an account of which nothing is known: less than for most that are known. */
    public static final double ACCOUNT_UNKNOWN = .5;

    public static final double ACCOUNT_INTERCEPT = 1.5;
    public static final double ACCOUNT_FOLLOWERS_OVER_FOLLOWING = .7;
    public static final double ACCOUNT_POSTS = .5;
    public static final double ACCOUNT_AGE = .3;
    public static final double ACCOUNT_TYPICAL_POSTS = 50;
    public static final double ACCOUNT_TYPICAL_AGE_DAYS = 365;

    // Responses (Responses)
    public static final int RESPONSE_POD_MEETINGS = 2;
    public static final double RESPONSE_POD_EARLY_SHARE = .5;
    public static final int RESPONSE_BANDS = 8;
    public static final double RESPONSE_SAME = .7;
    public static final int RESPONSE_WORDS_TO_COMPARE = 3;
    public static final int RESPONSE_FULL_RESPONSES = 3;

    // Caveats (Scorer)
    public static final int TOTAL_FEW_POSTS = 5;
    public static final int TOTAL_FEW_PEERS = 10;

    // Population (Population)
    public static final double POPULATION_LEAST_PEOPLE = 20;
}
