package dev.earshot.influence.score;

import java.time.Duration;

/**
 * The constants of the score that a workspace has no reason to set: every number that the
 * components and their parts use, in one place, under the version of the current {@link
 * ScoreTable}. A change here makes a new {@link ScoreTable#version()}.
 *
 * <p>A number from a paper names the paper, here or in the class that the group names; all others
 * were set by hand and tried on planted worlds ({@code ./earshot eval influencers}). Shares are in
 * [0, 1], spreads and distances in robust standard deviations of the peers, component values out of
 * 100. Tolerances of solvers are defined in the solvers: they change no printed digit.
 */
public final class Constants {
    private Constants() {}

    // ---- Engagement (EngagementComponent)

    /**
     * Component value of the lowest percentile: an author without responses is poor, but not
     * worthless.
     */
    public static final double ENGAGEMENT_MIN = 5;

    /** Probability in each tail of the rate's 90 % interval. */
    public static final double ENGAGEMENT_TAIL = .05;

    /** With fewer peers than this the percentile says little, so the interval is widened. */
    public static final int ENGAGEMENT_FEW_PEERS = 10;

    /** With few peers, the interval's ends move towards 0 and 1 by one part in this many. */
    public static final double ENGAGEMENT_FEW_PEERS_PART = 4;

    /** Percentile of an author without anything to measure: the lowest fifth. */
    public static final double ENGAGEMENT_UNMEASURED = .2;

    /** Share of excluded responses above which the reasons mention it; less may be chance. */
    public static final double ENGAGEMENT_REMOVED_REASON = .02;

    // ---- Authenticity (AuthenticityComponent) Penalties: the share of the component that full
    // suspicion takes off, larger for signals that honest authors hardly ever show.

    /** Unexplained gains of followers: what is bought most often, and rare for honest authors. */
    public static final double AUTHENTICITY_FOLLOWERS_PENALTY = .6;

    /** Likes without replies: likes are the cheapest response to buy. */
    public static final double AUTHENTICITY_LIKES_PENALTY = .6;

    /** Pods: hardly anybody meets the rule by accident. */
    public static final double AUTHENTICITY_PODS_PENALTY = .7;

    /** Copied comments: honest fans repeat slogans too. */
    public static final double AUTHENTICITY_COPIES_PENALTY = .5;

    /** Early responses: fans with notifications are early too. */
    public static final double AUTHENTICITY_EARLY_PENALTY = .3;

    /** Responses by few accounts: a small circle of friends looks the same. */
    public static final double AUTHENTICITY_CONCENTRATION_PENALTY = .3;

    /** Comments of one or two words: the weakest signal. */
    public static final double AUTHENTICITY_GENERIC_PENALTY = .2;

    /** Few responses for the number of followers: an old, inactive following looks the same. */
    public static final double AUTHENTICITY_SILENCE_PENALTY = .4;

    // Lower limits of the spread among peers, so that a negligible difference never looks large
    // just because the peers happen to agree.

    /** In shares of the comments. */
    public static final double AUTHENTICITY_COPIES_SPREAD = .05;

    /** In shares of the responses. */
    public static final double AUTHENTICITY_EARLY_SPREAD = .08;

    /** In Simpson's index. */
    public static final double AUTHENTICITY_CONCENTRATION_SPREAD = .03;

    /** In shares of the comments. */
    public static final double AUTHENTICITY_GENERIC_SPREAD = .1;

    /** In the logarithm of likes per response. */
    public static final double AUTHENTICITY_LIKES_SPREAD = .3;

    /** In the logarithm of responses per follower. */
    public static final double AUTHENTICITY_SILENCE_SPREAD = .5;

    /** Factor on the minimum spread if there are too few peers to measure it. */
    public static final double AUTHENTICITY_SPREAD_UNKNOWN = 2;

    // Where suspicion begins, in spreads from the peers' median: honest authors are common below.

    public static final double AUTHENTICITY_COPIES_FROM = 1.5;
    public static final double AUTHENTICITY_EARLY_FROM = 2;
    public static final double AUTHENTICITY_CONCENTRATION_FROM = 2;
    public static final double AUTHENTICITY_GENERIC_FROM = 2;
    public static final double AUTHENTICITY_LIKES_FROM = 1;
    public static final double AUTHENTICITY_SILENCE_FROM = 1.5;

    /** Distance, in spreads, from where the suspicion of a share begins to where it is full. */
    public static final double AUTHENTICITY_SHARE_WIDTH = 3;

    /** Spreads from the median at which likes and silence are fully suspicious. */
    public static final double AUTHENTICITY_RISING_FULL = 4;

    /**
     * Spreads from the median at which likes and silence start to be slightly suspicious: far on
     * the good side, so that buying up to the usual level does not pay either.
     */
    public static final double AUTHENTICITY_RISING_FROM = -5;

    /** Part of the suspicion of likes that builds up before {@link #AUTHENTICITY_LIKES_FROM}. */
    public static final double AUTHENTICITY_LIKES_EARLY_PART = .15;

    /** The same for silence. */
    public static final double AUTHENTICITY_SILENCE_EARLY_PART = .25;

    /** Distance, in spreads, of the ends of the interval of likes and of silence. */
    public static final double AUTHENTICITY_STEP = .4;

    /** Share of unexplained followers that is fully suspicious. */
    public static final double AUTHENTICITY_FOLLOWERS_FULL = .25;

    /** Lower end of this suspicion's interval, as a fraction of the suspicion. */
    public static final double AUTHENTICITY_FOLLOWERS_LOW = .7;

    /** Upper end, as a multiple of the suspicion. */
    public static final double AUTHENTICITY_FOLLOWERS_HIGH = 1.3;

    /** Added to the upper end, since days without a sighting may hide some. */
    public static final double AUTHENTICITY_FOLLOWERS_MARGIN = .03;

    /** Share of responses by pods at which suspicion begins: two friends are not a pod. */
    public static final double AUTHENTICITY_PODS_FROM = .02;

    /** Share of responses by pods that is fully suspicious. */
    public static final double AUTHENTICITY_PODS_FULL = .25;

    /** Weight of the usual share, in responses, when a share of few responses is shrunk. */
    public static final double AUTHENTICITY_TOO_FEW = 5;

    /** Suspicion of a signal with too few responses. */
    public static final double AUTHENTICITY_UNSURE = .5;

    /** Share of the component that a signal must take off for the reasons to mention it. */
    public static final double AUTHENTICITY_REASON = .08;

    // ---- Alignment (AlignmentComponent)

    /** Component value of an author who resembles no brand. */
    public static final double ALIGNMENT_MIN = 5;

    /** Steepness of the exponential scale, which reaches 80 % at the workspace's top 5 %. */
    public static final double ALIGNMENT_STEEPNESS = 1.6;

    /** Quantile of the authors' similarity that sets the end of the scale. */
    public static final double ALIGNMENT_SCALE_QUANTILE = .95;

    /**
     * Minimum length of the scale, in cosine, so that noise does not count if nobody resembles the
     * brand.
     */
    public static final double ALIGNMENT_MIN_SCALE = .03;

    /** Weight of the brand's values; its exemplars have the rest. */
    public static final double ALIGNMENT_VALUES_SHARE = .6;

    /** Number of pseudo-posts without similarity that few posts are shrunk towards. */
    public static final double ALIGNMENT_FEW_POSTS = 2;

    /** The component as a share, if brand or author has nothing to compare. */
    public static final double ALIGNMENT_UNKNOWN = .2;

    /** Upper end of the interval in that case, of 100. */
    public static final double ALIGNMENT_UNKNOWN_HIGH = 90;

    /** Number of pseudo-posts at the scale's distance, for the spread that few posts can't show. */
    public static final double ALIGNMENT_SPREAD_POSTS = 2;

    /** A mean contrast of the posts below this counts as none. */
    public static final double ALIGNMENT_NO_CONTRAST = 1e-6;

    /** Maximum factor by which the posts' spread is rescaled to the summary's contrast. */
    public static final double ALIGNMENT_MAX_STRETCH = 6;

    /** Share taken off for a similarity to the brand's rejected values equal to the scale. */
    public static final double ALIGNMENT_REJECTED = .5;

    /** Maximum share taken off for it. */
    public static final double ALIGNMENT_REJECTED_MAX = .6;

    /** Share taken off for it above which the reasons mention it. */
    public static final double ALIGNMENT_REJECTED_REASON = .03;

    /**
     * Share taken off, as a multiple of the share of unsafe posts: one in four reaches {@link
     * #ALIGNMENT_UNSAFE_MAX}.
     */
    public static final double ALIGNMENT_UNSAFE = 4;

    /** Maximum share taken off for unsafe posts. */
    public static final double ALIGNMENT_UNSAFE_MAX = .8;

    /** Share taken off if all posts about the brand or its competitors are for competitors. */
    public static final double ALIGNMENT_RIVALS = .6;

    /** Share taken off if all posts about the brand are negative. */
    public static final double ALIGNMENT_AGAINST = .6;

    /** Number of neutral pseudo-posts added when these shares are computed. */
    public static final double ALIGNMENT_NEUTRAL_POSTS = 3;

    // ---- Authority (AuthorityComponent, TopicRank)

    /** Component value of the lowest percentile. */
    public static final double AUTHORITY_MIN = 5;

    /** Percentile of an author without responses, below all who are in the graph. */
    public static final double AUTHORITY_OUTSIDE = .05;

    /** Minimum variance of a percentile: at the ends of the scale its formula gives 0. */
    public static final double AUTHORITY_MIN_VARIANCE = .05;

    /** Probability that a walk continues along an edge (Page et al. 1999; Weng et al. 2010). */
    public static final double AUTHORITY_DAMPING = .85;

    // ---- Audience (AudienceComponent)

    /** Component value of an author without responses. */
    public static final double AUDIENCE_MIN = 5;

    /** Accounts up to this plausibility do not count. */
    public static final double AUDIENCE_IMPLAUSIBLE = .3;

    /** Weight of an account whose language is unknown, if the brand states a language. */
    public static final double AUDIENCE_LANGUAGE_UNKNOWN = .5;

    // ---- Impact (ImpactComponent)

    /** Spread of log-lifts among campaigns: most do little. */
    public static final double IMPACT_PRIOR_SIGMA = .25;

    /** Change in the logit per unit of log-lift. */
    public static final double IMPACT_STEEPNESS = 4;

    /** Component value of no lift, as a share. */
    public static final double IMPACT_NO_LIFT = .4;

    /** Component value if no effect can be estimated: a little below no lift. */
    public static final double IMPACT_UNKNOWN = 35;

    /** Its interval. */
    public static final double IMPACT_UNKNOWN_LOW = 15;

    public static final double IMPACT_UNKNOWN_HIGH = 80;

    // ---- The estimate of a lift (SyntheticControl)

    /** Length in days of the window in which a post may have an effect. */
    public static final int LIFT_EFFECT_DAYS = 7;

    /** Minimum number of days without an effect to compare with: three weeks. */
    public static final int LIFT_MIN_BASELINE_DAYS = 21;

    /** Minimum number of other audiences for a control. */
    public static final int LIFT_MIN_DONORS = 4;

    /** Minimum number of other audiences for a placebo. */
    public static final int LIFT_MIN_PLACEBO_DONORS = 2;

    /** Maximum number of other audiences, those of similar size first. */
    public static final int LIFT_MAX_DONORS = 30;

    /** Minimum number of mentions in the baseline; below it, a series is noise. */
    public static final double LIFT_MIN_BASELINE_MENTIONS = 5;

    /** Length in days of the sums that are compared, so that weekdays cancel out. */
    public static final int LIFT_SMOOTH_DAYS = 7;

    /** Number of exponentiated-gradient steps in which the weights converge. */
    public static final int LIFT_ROUNDS = 30;

    /** Size of a step at the largest gradient. */
    public static final double LIFT_STEP = .2;

    /** Lower limit of the largest gradient, so that steps shrink near the optimum. */
    public static final double LIFT_MIN_GRADIENT = .05;

    /** How often the treated days are shifted back for further placebos. */
    public static final int LIFT_PLACEBO_SHIFTS = 3;

    /** Quantile of the placebos for a 90 % interval; slightly higher, since they are few. */
    public static final double LIFT_COVERAGE = .92;

    /** Width of the interval without placebos, relative to a normal 90 % interval. */
    public static final double LIFT_NO_PLACEBO_WIDTH = 2;

    /** Minimum relative width with too few placebos for the quantile. */
    public static final double LIFT_FEW_PLACEBOS_WIDTH = 1.3;

    /** Mentions added to both sides, so that the logarithm of 0 is avoided. */
    public static final double LIFT_HALF_MENTION = .5;

    /** Number of pseudo-weeks without clustering that a series' inflation is shrunk towards. */
    public static final double LIFT_INFLATION_WEEKS = 4;

    // ---- Response rates of peers (Rates)

    /** Mean cost of a response, in likes, when likes are few and replies costly. */
    public static final double RATE_MEAN_COST = 2.2;

    /** Number of peers, nearest in size, that a prior is fitted to. */
    public static final int RATE_NEAREST = 50;

    /**
     * Minimum number of authors to estimate a quantity from the pool; a slope needs twice as many.
     */
    public static final int RATE_FEW = 5;

    /**
     * Quantile of the peers' likes per response that caps an author's likes; nearly all peers reach
     * it.
     */
    public static final double RATE_LIKES_CAP_QUANTILE = .02;

    /**
     * Quantile used for an author whose responses are unknown, so that unknown values can't help.
     */
    public static final double RATE_LIKES_MISSING_QUANTILE = .9;

    /** Quantile of the peers' independent share used for an unknown one. */
    public static final double RATE_INDEPENDENT_MISSING_QUANTILE = .25;

    /** Minimum spread among peers, as a share of their mean rate: no two authors are equal. */
    public static final double RATE_MIN_SPREAD = .2;

    /** Peers' rates above this quantile are reduced to it. */
    public static final double RATE_OUTLIER_QUANTILE = .98;

    /**
     * Squared coefficient of variation of a post's rate if the pool is too small to estimate it.
     */
    public static final double RATE_DISPERSION_UNKNOWN = 1;

    /** Its minimum, since posts are never all alike. */
    public static final double RATE_MIN_DISPERSION = .05;

    /** Authors' dispersions above this quantile are reduced to it for the mean. */
    public static final double RATE_DISPERSION_OUTLIER_QUANTILE = .97;

    /** Number of pseudo-posts with the pool's dispersion that an author's own is shrunk towards. */
    public static final double RATE_DISPERSION_POSTS = 10;

    /** Number of iterations in which mean, variance and weights converge. */
    public static final int RATE_ITERATIONS = 4;

    /** Minimum share of a peer's followers that counts, however many look bought. */
    public static final double RATE_MIN_HONEST = .1;

    /** Events added, so that the logarithm of 0 is avoided. */
    public static final double RATE_HALF_EVENT = .5;

    /** Limits of the slope of log-rate over log-size. */
    public static final double RATE_MIN_SLOPE = -1;

    public static final double RATE_MAX_SLOPE = 0;

    /** Mean of the prior without any peers: one response per hundred exposures. */
    public static final double RATE_NO_PEERS_MEAN = .01;

    /** Shape of that prior: 1 is exponential, the least informative. */
    public static final double RATE_NO_PEERS_SHAPE = 1;

    /**
     * Lower limits of the mean rate at the start and at the end, for peers whose rates are all 0.
     */
    public static final double RATE_MIN_START = 1e-9;

    public static final double RATE_MIN_MEAN = 1e-12;

    /** Initial variance, as a multiple of the squared mean. */
    public static final double RATE_START_VARIANCE = 2;

    // ---- What is usual among peers (Norms)

    /** Number of peers, nearest in followers. */
    public static final int NORM_NEAREST = 60;

    /** With fewer peers there is no norm. */
    public static final int NORM_FEW = 5;

    // ---- Posts and their exposure (WeighedPosts)

    /**
     * Cost of a response to its giver, in likes: it takes more thought and carries the giver's
     * name.
     */
    public static final double POST_REPLY_COST = 3;

    public static final double POST_REPOST_COST = 2;

    /** Time after which a post has had half of its response. */
    public static final Duration POST_RESPONSE_HALF_LIFE = Duration.ofHours(2);

    /** Minimum share of its response that a post must have had to count. */
    public static final double POST_MIN_MATURITY = .3;

    /** Rates above this quantile of the author's own rates are reduced to it. */
    public static final double POST_WINSOR_SHARE = .9;

    /** With fewer posts no rate is reduced. */
    public static final int POST_POSTS_FOR_WINSOR = 3;

    /** With fewer posts the dispersion is unknown. */
    public static final int POST_POSTS_FOR_DISPERSION = 5;

    /** Maximum dispersion, a squared coefficient of variation; above it, one post dominates all. */
    public static final double POST_MAX_DISPERSION = 25;

    // ---- Brands and their topics (BrandProfile)

    /** Minimum cosine for a post to count as on topic: about one shared word in ten. */
    public static final double TOPIC_SIMILARITY = .1;

    // ---- Growth of followers (FollowerGrowth)

    /** Multiple of the usual daily gain that counts as natural growth. */
    public static final double GROWTH_USUAL_MULTIPLE = 3;

    /** Number of followers explained by one interaction with the author's posts. */
    public static final double GROWTH_FOLLOWERS_PER_INTERACTION = .5;

    /** Rounding of follower counts by platforms, as a share. */
    public static final double GROWTH_ROUNDING = .02;

    /** Random change in followers between two sightings. */
    public static final double GROWTH_NOISE_FOLLOWERS = 5;

    /** Usual daily gain of an account with too few sightings: 3 % a month. */
    public static final double GROWTH_GAIN_A_DAY = .001;

    /** Minimum number of gains for using the author's own median. */
    public static final int GROWTH_FEW_GAINS = 3;

    /** Assumed number of days from the last post to the last sighting, whose date is unknown. */
    public static final int GROWTH_UNTIL_LATEST_DAYS = 7;

    // ---- Plausibility of accounts (Plausibility); log-odds

    /** Log-odds of an unknown account: less than for most known ones. */
    public static final double ACCOUNT_UNKNOWN = .5;

    /** Log-odds of an account with as many followers as it follows, and typical posts and age. */
    public static final double ACCOUNT_INTERCEPT = 1.5;

    /** Per e-fold of followers over following. */
    public static final double ACCOUNT_FOLLOWERS_OVER_FOLLOWING = .7;

    /** Added to both, so that a handful makes no difference for small accounts. */
    public static final double ACCOUNT_FOLLOWERS_FLOOR = 10;

    /** Per e-fold of posts over the typical number. */
    public static final double ACCOUNT_POSTS = .5;

    /** Per e-fold of age over the typical age. */
    public static final double ACCOUNT_AGE = .3;

    public static final double ACCOUNT_TYPICAL_POSTS = 50;
    public static final double ACCOUNT_TYPICAL_AGE_DAYS = 365;

    /** Limit of the absolute log-odds: public counts alone never settle it. */
    public static final double ACCOUNT_MAX_LOGIT = 6;

    // ---- Responses (Responses)

    /** Number of posts of each that the other must have responded to for the two to be a pod. */
    public static final int RESPONSE_POD_MEETINGS = 2;

    /** Minimum share of those responses that are early. */
    public static final double RESPONSE_POD_EARLY_SHARE = .5;

    /** Number of bands of a comment's sketch; two comments are compared if one band agrees. */
    public static final int RESPONSE_BANDS = 8;

    /** Maximum number of comments per band to compare with: one match is enough. */
    public static final int RESPONSE_COMPARED = 8;

    /** Minimum estimated similarity of two copies. */
    public static final double RESPONSE_SAME = .7;

    /** Minimum number of words to compare a comment: anybody may write the same two words. */
    public static final int RESPONSE_WORDS_TO_COMPARE = 3;

    /**
     * Number of responses of one account that count in full; further ones count by their logarithm.
     */
    public static final int RESPONSE_FULL_RESPONSES = 3;

    // ---- Caveats (Scorer)

    /** With fewer posts a score states that it is based on few. */
    public static final int TOTAL_FEW_POSTS = 5;

    /** With fewer comparable authors a score says so. */
    public static final int TOTAL_FEW_PEERS = 10;

    // ---- Population (Population)

    /** Maximum number of members per platform. */
    public static final int POPULATION_MAX_MEMBERS = 5_000;

    /** Quantile of the authors' number of people that defines "many". */
    public static final double POPULATION_MANY_QUANTILE = .95;

    /** Minimum number of people for "many". */
    public static final double POPULATION_MIN_PEOPLE = 20;

    /** Importance of a word that every author uses; above 0, so that common words still count. */
    public static final double POPULATION_MIN_IMPORTANCE = .05;

    /** Authors added to those who use a word, so that the logarithm of 0 is avoided. */
    public static final double POPULATION_HALF_AUTHOR = .5;
}
