package dev.earshot.influence.score;

import java.time.Duration;

/**
 * The constants of {@link ScoreTable} that a workspace has no reason to set: every number that the
 * components and their parts use, in one place, under the version of the table in force. A change
 * here is a new {@link ScoreTable#version()}.
 *
 * <p>A number with a paper behind it names the paper, here or at the class that the group names;
 * all others were set by hand and tried on planted worlds ({@code ./earshot eval influencers}).
 * Shares lie in [0, 1], spreads and distances are in robust standard deviations of the peers,
 * component values are of 100. Tolerances of solvers stand at the solvers: they move no printed
 * digit.
 */
public final class Constants {
    private Constants() {}

    // ---- Engagement (EngagementComponent)

    /** Component value of the lowest percentile: no response is poor, but not worthless. */
    public static final double ENGAGEMENT_LEAST = 5;

    /** Probability left out at each end of the rate's interval: 90 % lie between. */
    public static final double ENGAGEMENT_TAIL = .05;

    /** With fewer peers than this the percentile says little, and the interval is opened. */
    public static final int ENGAGEMENT_FEW_PEERS = 10;

    /** Few peers: the interval reaches at least this near to 0 and to 1, as a part of the way. */
    public static final double ENGAGEMENT_FEW_PEERS_PART = 4;

    /** Where there is nothing to measure, an author is taken for one in the lowest fifth. */
    public static final double ENGAGEMENT_UNMEASURED = .2;

    /** Share of responses left out above which the reasons mention it; less is chance. */
    public static final double ENGAGEMENT_REMOVED_REASON = .02;

    // ---- Authenticity (AuthenticityComponent)
    // Penalties: the share of the component that full suspicion takes off. They are larger where an
    // honest author hardly ever shows the sign.

    /** Followers gained without a cause: what is bought most, and rare among the honest. */
    public static final double AUTHENTICITY_FOLLOWERS_PENALTY = .6;

    /** Likes without replies: likes are the cheapest response to buy. */
    public static final double AUTHENTICITY_LIKES_PENALTY = .6;

    /** Pods: hardly anybody meets the rule by accident. */
    public static final double AUTHENTICITY_PODS_PENALTY = .7;

    /** Copied comments: campaigns of honest fans repeat a slogan too. */
    public static final double AUTHENTICITY_COPIES_PENALTY = .5;

    /** Early responses: fans with notifications are early too. */
    public static final double AUTHENTICITY_EARLY_PENALTY = .3;

    /** Responses by few accounts: so is a small circle of friends. */
    public static final double AUTHENTICITY_CONCENTRATION_PENALTY = .3;

    /** Comments of one or two words: the weakest sign. */
    public static final double AUTHENTICITY_GENERIC_PENALTY = .2;

    /** Few responses for the followers claimed: an old, tired following looks alike. */
    public static final double AUTHENTICITY_SILENCE_PENALTY = .4;

    // Spreads: a spread among peers below this is taken for this, so that a difference too small to
    // matter never looks large because the peers happen to agree.

    /** In shares of the comments. */
    public static final double AUTHENTICITY_COPIES_SPREAD = .05;

    /** In shares of the responses. */
    public static final double AUTHENTICITY_EARLY_SPREAD = .08;

    /** In Simpson's index. */
    public static final double AUTHENTICITY_CONCENTRATION_SPREAD = .03;

    /** In shares of the comments. */
    public static final double AUTHENTICITY_GENERIC_SPREAD = .1;

    /** In logarithms of likes a response. */
    public static final double AUTHENTICITY_LIKES_SPREAD = .3;

    /** In logarithms of responses a follower. */
    public static final double AUTHENTICITY_SILENCE_SPREAD = .5;

    /** Where too few peers show a spread, the least spread times this stands for it. */
    public static final double AUTHENTICITY_SPREAD_UNKNOWN = 2;

    // Where suspicion begins, in spreads from the peers' median: below, honest authors are common.

    public static final double AUTHENTICITY_COPIES_FROM = 1.5;
    public static final double AUTHENTICITY_EARLY_FROM = 2;
    public static final double AUTHENTICITY_CONCENTRATION_FROM = 2;
    public static final double AUTHENTICITY_GENERIC_FROM = 2;
    public static final double AUTHENTICITY_LIKES_FROM = 1;
    public static final double AUTHENTICITY_SILENCE_FROM = 1.5;

    /** Spreads from where the suspicion of a share begins to where it is full. */
    public static final double AUTHENTICITY_SHARE_WIDTH = 3;

    /** Spreads from the median at which likes and silence are fully suspect. */
    public static final double AUTHENTICITY_RISING_FULL = 4;

    /**
     * Spreads from the median at which likes and silence begin to be a little suspect: far on the
     * good side, so that buying into the usual is no gain either.
     */
    public static final double AUTHENTICITY_RISING_FROM = -5;

    /** How much of the suspicion of likes builds up before {@link #AUTHENTICITY_LIKES_FROM}. */
    public static final double AUTHENTICITY_LIKES_EARLY_PART = .15;

    /** Likewise of silence. */
    public static final double AUTHENTICITY_SILENCE_EARLY_PART = .25;

    /** Spreads by which the ends of the interval of likes and of silence are moved. */
    public static final double AUTHENTICITY_STEP = .4;

    /** Share of followers without a cause that is fully suspect. */
    public static final double AUTHENTICITY_FOLLOWERS_FULL = .25;

    /** Interval of that suspicion: its lower end as a part of the suspicion. */
    public static final double AUTHENTICITY_FOLLOWERS_LOW = .7;

    /** Its upper end as a multiple of the suspicion. */
    public static final double AUTHENTICITY_FOLLOWERS_HIGH = 1.3;

    /** What is added to the upper end, since unseen days may hide a little. */
    public static final double AUTHENTICITY_FOLLOWERS_MARGIN = .03;

    /** Share of responses by pods at which suspicion begins: two friends are no pod. */
    public static final double AUTHENTICITY_PODS_FROM = .02;

    /** Share of responses by pods that is fully suspect. */
    public static final double AUTHENTICITY_PODS_FULL = .25;

    /** Responses that the usual share weighs as much as, when a share of few is judged. */
    public static final double AUTHENTICITY_TOO_FEW = 5;

    /** Suspicion of what can't be told for want of responses. */
    public static final double AUTHENTICITY_UNSURE = .5;

    /** Share of the component that a sign must take off for the reasons to mention it. */
    public static final double AUTHENTICITY_REASON = .08;

    // ---- Alignment (AlignmentComponent)

    /** Component value of an author that is like no brand. */
    public static final double ALIGNMENT_LEAST = 5;

    /** Of the exponential scale: at the workspace's best twentieth it is at 80 % of its height. */
    public static final double ALIGNMENT_STEEPNESS = 1.6;

    /** Quantile of the workspace's authors whose similarity the scale ends at. */
    public static final double ALIGNMENT_SCALE_QUANTILE = .95;

    /** The scale's least length, in cosine: where nobody resembles the brand, noise is not it. */
    public static final double ALIGNMENT_LEAST_SCALE = .03;

    /** Weight of the brand's values against its exemplars, which speak for the rest. */
    public static final double ALIGNMENT_VALUES_SHARE = .6;

    /** Posts without similarity that few posts are drawn towards. */
    public static final double ALIGNMENT_FEW_POSTS = 2;

    /** The component as a share, where brand or author says nothing to compare. */
    public static final double ALIGNMENT_UNKNOWN = .2;

    /** Upper end of the interval then, of 100. */
    public static final double ALIGNMENT_UNKNOWN_HIGH = 90;

    /** Pseudo-posts at the scale's distance, for the spread that few posts can't show. */
    public static final double ALIGNMENT_SPREAD_POSTS = 2;

    /** A mean contrast of the posts below this is taken for none. */
    public static final double ALIGNMENT_NO_CONTRAST = 1e-6;

    /** The most that the posts' spread is stretched to the scale of the summary's contrast. */
    public static final double ALIGNMENT_MAX_STRETCH = 6;

    /** Share taken off at the scale's similarity to what the brand rejects. */
    public static final double ALIGNMENT_REJECTED = .5;

    /** The most that is taken off for it. */
    public static final double ALIGNMENT_REJECTED_MOST = .6;

    /** Share taken off for it from which the reasons mention it. */
    public static final double ALIGNMENT_REJECTED_REASON = .03;

    /**
     * Share taken off for each share of unsafe posts: one in four costs {@link
     * #ALIGNMENT_UNSAFE_MOST} and more.
     */
    public static final double ALIGNMENT_UNSAFE = 4;

    /** The most that is taken off for unsafe posts. */
    public static final double ALIGNMENT_UNSAFE_MOST = .8;

    /** Share taken off when all posts about any of them are for competitors. */
    public static final double ALIGNMENT_RIVALS = .6;

    /** Share taken off when all posts about the brand are negative. */
    public static final double ALIGNMENT_AGAINST = .6;

    /** Neutral posts that posts for competitors, or against the brand, are weighed against. */
    public static final double ALIGNMENT_NEUTRAL_POSTS = 3;

    // ---- Authority (AuthorityComponent, TopicRank)

    /** Component value of the lowest percentile. */
    public static final double AUTHORITY_LEAST = 5;

    /** Percentile of an author to whom nobody responds, below all who are in the graph. */
    public static final double AUTHORITY_OUTSIDE = .05;

    /** Variance of a percentile at the ends of the scale, where its own formula gives none. */
    public static final double AUTHORITY_LEAST_VARIANCE = .05;

    /** How likely a walk goes on along an edge (Page et al. 1999; Weng et al. 2010). */
    public static final double AUTHORITY_DAMPING = .85;

    // ---- Audience (AudienceComponent)

    /** Component value of an author whom nobody answers. */
    public static final double AUDIENCE_LEAST = 5;

    /** Accounts no more plausible than this count for nothing. */
    public static final double AUDIENCE_IMPLAUSIBLE = .3;

    /** What an account counts whose language is unknown, where the brand asks for one. */
    public static final double AUDIENCE_LANGUAGE_UNKNOWN = .5;

    // ---- Impact (ImpactComponent)

    /** Spread of log-lifts among campaigns: most do little. */
    public static final double IMPACT_PRIOR_SIGMA = .25;

    /** Steps on the logistic scale for a log-lift of 1. */
    public static final double IMPACT_STEEPNESS = 4;

    /** Component value of no lift, as a share. */
    public static final double IMPACT_NO_LIFT = .4;

    /** Component value where no effect can be told: a little below no lift. */
    public static final double IMPACT_UNKNOWN = 35;

    /** Interval of it. */
    public static final double IMPACT_UNKNOWN_LOW = 15;

    public static final double IMPACT_UNKNOWN_HIGH = 80;

    // ---- The estimate of a lift (SyntheticControl)

    /** Days from a post on which its effect is looked for. */
    public static final int LIFT_EFFECT_DAYS = 7;

    /** Days without an effect that are needed to compare with: three weeks. */
    public static final int LIFT_LEAST_BASELINE_DAYS = 21;

    /** Other audiences that are needed for a control. */
    public static final int LIFT_LEAST_DONORS = 4;

    /** Other audiences that each placebo needs. */
    public static final int LIFT_LEAST_PLACEBO_DONORS = 2;

    /** The most that are taken, those of like size first. */
    public static final int LIFT_MAX_DONORS = 30;

    /** Mentions in the baseline below which a series is noise. */
    public static final double LIFT_LEAST_BASELINE_MENTIONS = 5;

    /** Days whose sum is compared, so that weekdays cancel. */
    public static final int LIFT_SMOOTH_DAYS = 7;

    /** Steps of exponentiated gradient in which the weights settle. */
    public static final int LIFT_ROUNDS = 30;

    /** Length of such a step, at the largest gradient. */
    public static final double LIFT_STEP = .2;

    /** A largest gradient below this is taken for this, so that steps shrink near the optimum. */
    public static final double LIFT_LEAST_GRADIENT = .05;

    /** How often the treated days are moved back for further placebos. */
    public static final int LIFT_PLACEBO_SHIFTS = 3;

    /** Quantile of the placebos for a 90 % interval: a little more, since they are few. */
    public static final double LIFT_COVERAGE = .92;

    /** Half the interval without any placebo, in half-widths of a normal 90 % interval. */
    public static final double LIFT_NO_PLACEBO_WIDTH = 2;

    /** Likewise at least, with too few for the quantile. */
    public static final double LIFT_FEW_PLACEBOS_WIDTH = 1.3;

    /** Mentions added to both sides, so that the logarithm of none exists. */
    public static final double LIFT_HALF_MENTION = .5;

    /** Weeks of no clustering that a series' own inflation is drawn towards. */
    public static final double LIFT_INFLATION_WEEKS = 4;

    // ---- Response rates of peers (Rates)

    /** Mean cost of a response where likes are few and replies dear, in likes. */
    public static final double RATE_MEAN_COST = 2.2;

    /** Peers nearest in size that a prior is fitted on. */
    public static final int RATE_NEAREST = 50;

    /** Authors from which a quantity is estimated from the pool; a slope needs twice as many. */
    public static final int RATE_FEW = 5;

    /**
     * Quantile of the peers' likes a response that caps an author's likes: nearly all have that.
     */
    public static final double RATE_LIKES_CAP_QUANTILE = .02;

    /**
     * Quantile that stands for an author whose responses are unknown: what is unknown can't help.
     */
    public static final double RATE_LIKES_MISSING_QUANTILE = .9;

    /** Quantile of the peers' independent share that stands for an unknown one. */
    public static final double RATE_INDEPENDENT_MISSING_QUANTILE = .25;

    /** Least spread among peers, as a share of their mean rate: no two authors are equal. */
    public static final double RATE_LEAST_SPREAD = .2;

    /** Peers' rates above this quantile are pulled down to it. */
    public static final double RATE_WILD_QUANTILE = .98;

    /** Squared coefficient of variation of a post's rate where the pool is too small to tell. */
    public static final double RATE_DISPERSION_UNKNOWN = 1;

    /** Least of it, since posts are never all alike. */
    public static final double RATE_LEAST_DISPERSION = .05;

    /** Authors' dispersions above this quantile are pulled down to it for the mean. */
    public static final double RATE_DISPERSION_WILD_QUANTILE = .97;

    /** Posts of the pool's dispersion that an author's own is drawn towards. */
    public static final double RATE_DISPERSION_POSTS = 10;

    /** Rounds in which mean, variance and weights settle. */
    public static final int RATE_ITERATIONS = 4;

    /** Least share of a peer's followers that is believed, however many look bought. */
    public static final double RATE_LEAST_HONEST = .1;

    /** Events added, so that the logarithm of none exists. */
    public static final double RATE_HALF_EVENT = .5;

    /** Bounds of the slope of log-rate over log-size. */
    public static final double RATE_LEAST_SLOPE = -1;

    public static final double RATE_MAX_SLOPE = 0;

    /** Mean of the prior where there is no peer at all: one response to a hundred exposures. */
    public static final double RATE_NO_PEERS_MEAN = .01;

    /** Shape of that prior: 1 is exponential, which says least. */
    public static final double RATE_NO_PEERS_SHAPE = 1;

    /** A mean rate to start from, and one to end at, where all peers' are 0. */
    public static final double RATE_LEAST_START = 1e-9;

    public static final double RATE_LEAST_MEAN = 1e-12;

    /** The variance to start from, as a part of the squared mean. */
    public static final double RATE_START_VARIANCE = 2;

    // ---- What is usual among peers (Norms)

    /** Peers nearest in followers. */
    public static final int NORM_NEAREST = 60;

    /** With fewer there is no norm. */
    public static final int NORM_FEW = 5;

    // ---- Posts and their exposure (WeighedPosts)

    /** What a response costs its giver, likes being 1: more thought and the giver's own name. */
    public static final double POST_REPLY_COST = 3;

    public static final double POST_REPOST_COST = 2;

    /** A post has had half of its followers' response after this time. */
    public static final Duration POST_RESPONSE_HALF_LIFE = Duration.ofHours(2);

    /** Share of its response that a post must have had to be counted. */
    public static final double POST_LEAST_MATURITY = .3;

    /** Rates above this quantile of the author's own are pulled down to it. */
    public static final double POST_WINSOR_SHARE = .9;

    /** With fewer posts none is pulled down. */
    public static final int POST_POSTS_FOR_WINSOR = 3;

    /** With fewer posts their dispersion is unknown. */
    public static final int POST_POSTS_FOR_DISPERSION = 5;

    /** Largest dispersion, a squared coefficient of variation: above, one post is all there is. */
    public static final double POST_MAX_DISPERSION = 25;

    // ---- Brands and their topics (BrandProfile)

    /** Cosine from which a post counts as on the topic: about one shared word in ten each. */
    public static final double TOPIC_SIMILARITY = .1;

    // ---- Growth of followers (FollowerGrowth)

    /** Multiple of the usual daily gain that passes as growth. */
    public static final double GROWTH_USUAL_TIMES = 3;

    /** Followers that an interaction with the author's posts explains. */
    public static final double GROWTH_FOLLOWERS_PER_INTERACTION = .5;

    /** Share of the followers that platforms round by. */
    public static final double GROWTH_ROUNDING = .02;

    /** Followers that come and go by chance between two sightings. */
    public static final double GROWTH_NOISE_FOLLOWERS = 5;

    /** Usual gain a day where an account was seen too seldom to tell: 3 % a month. */
    public static final double GROWTH_GAIN_A_DAY = .001;

    /** Gains from which the usual one is the author's own median. */
    public static final int GROWTH_FEW_GAINS = 3;

    /** Days after the last post that the account is taken to have been seen at; nothing tells. */
    public static final int GROWTH_UNTIL_LATEST_DAYS = 7;

    // ---- Plausibility of accounts (Plausibility); log-odds

    /** For an account of which nothing is known: less than for most that are known. */
    public static final double ACCOUNT_UNKNOWN = .5;

    /** Of an account that follows as many as follow it, of typical posts and age. */
    public static final double ACCOUNT_INTERCEPT = 1.5;

    /** For each e-fold of followers over following. */
    public static final double ACCOUNT_FOLLOWERS_OVER_FOLLOWING = .7;

    /** Added to both, so that small accounts are not told apart by a handful. */
    public static final double ACCOUNT_FOLLOWERS_FLOOR = 10;

    /** For each e-fold of posts over the typical. */
    public static final double ACCOUNT_POSTS = .5;

    /** For each e-fold of age over the typical. */
    public static final double ACCOUNT_AGE = .3;

    public static final double ACCOUNT_TYPICAL_POSTS = 50;
    public static final double ACCOUNT_TYPICAL_AGE_DAYS = 365;

    /** Log-odds are held within this of 0: public counts alone never settle it. */
    public static final double ACCOUNT_MAX_LOGIT = 6;

    // ---- Responses (Responses)

    /** Posts of each that the other must have answered for the two to be a pod. */
    public static final int RESPONSE_POD_MEETINGS = 2;

    /** Share of those answers that must be early. */
    public static final double RESPONSE_POD_EARLY_SHARE = .5;

    /** Bands of a comment's sketch, of which one must agree for two to be compared. */
    public static final int RESPONSE_BANDS = 8;

    /** Comments of a band that another is compared with: one match condemns. */
    public static final int RESPONSE_COMPARED = 8;

    /** Estimated similarity from which two comments are copies. */
    public static final double RESPONSE_SAME = .7;

    /** Words from which a comment is compared: two words are everybody's. */
    public static final int RESPONSE_WORDS_TO_COMPARE = 3;

    /** Responses of one account that count in full; further ones by their logarithm. */
    public static final int RESPONSE_FULL_RESPONSES = 3;

    // ---- Caveats (Scorer)

    /** Posts below which a score says that it rests on few. */
    public static final int TOTAL_FEW_POSTS = 5;

    /** Comparable authors below which it says so. */
    public static final int TOTAL_FEW_PEERS = 10;

    // ---- Population (Population)

    /** Members that one platform contributes at most. */
    public static final int POPULATION_MAX_MEMBERS = 5_000;

    /** Quantile of the authors whose number of people is called many. */
    public static final double POPULATION_MANY_QUANTILE = .95;

    /** Least number of people that is called many. */
    public static final double POPULATION_LEAST_PEOPLE = 20;

    /** Importance of a word that every author uses; never 0, so that a common word still counts. */
    public static final double POPULATION_LEAST_IMPORTANCE = .05;

    /** Authors added to those who use a word, so that the logarithm of none exists. */
    public static final double POPULATION_HALF_AUTHOR = .5;
}
