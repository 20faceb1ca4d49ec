package dev.earshot.influence.score;

import java.time.Duration;

/**
 * The constants of the score that a workspace has no reason to set: every number that the
 * components and their parts use, beside {@link ImpactConstants}, under the version of the current
 * {@link ScoreTable}. A change here makes a new {@link ScoreTable#version()}.
 *
 * <p>A number from a paper names the paper, here or in the class that the group names; all others
 * were set by hand and tried on planted worlds ({@code ./earshot eval influencers}). Shares are in
 * [0, 1], spreads and distances in robust standard deviations of the peers, component values out of
 * 100. Tolerances of solvers are defined in the solvers: they change no printed digit.
 */
public final class Constants {
    private Constants() {}

    // ---- Engagement (EngagementComponent)

    /** Probability in each tail of the rate's 90 % interval. */
    public static final double ENGAGEMENT_TAIL = .05;

    /** With fewer peers than this the percentile says little, so the interval is widened. */
    public static final int ENGAGEMENT_FEW_PEERS = 10;

    /** With few peers, the interval's ends move towards 0 and 1 by one part in this many. */
    public static final double ENGAGEMENT_FEW_PEERS_PART = 4;

    /** Ends of the middle half, as reasons state it. */
    public static final double ENGAGEMENT_LOWER_QUARTER = .25;

    public static final double ENGAGEMENT_UPPER_QUARTER = .75;

    // ---- Authenticity (AuthenticityComponent). The smallest spreads among peers that count: a
    // difference below them is negligible, however well the peers agree.

    public static final double AUTHENTICITY_STEP_SPREAD = .04;
    public static final double AUTHENTICITY_GROWTH_SPREAD = .1;
    public static final double AUTHENTICITY_HOLLOW_SPREAD = .15;
    public static final double AUTHENTICITY_UNEVEN_SPREAD = .05;
    public static final double AUTHENTICITY_LIKES_SPREAD = .3;
    public static final double AUTHENTICITY_COPIES_SPREAD = .04;
    public static final double AUTHENTICITY_EARLY_SPREAD = .06;
    public static final double AUTHENTICITY_CONCENTRATION_SPREAD = .02;
    public static final double AUTHENTICITY_DEVOTED_SPREAD = .06;
    public static final double AUTHENTICITY_DOUBT_SPREAD = .06;
    public static final double AUTHENTICITY_CIRCLE_SPREAD = .4;
    public static final double AUTHENTICITY_GENERIC_SPREAD = .08;

    /** A usual share is taken to be at least so far from 0 and 1 when its noise is computed. */
    public static final double AUTHENTICITY_MIN_SHARE = .02;

    /** Log-odds that growth beyond the peers' was bought, before the responses are asked. */
    public static final double AUTHENTICITY_GROWTH_ODDS = 0;

    /** Standard errors beyond which a sign raises doubt: one honest author in fifteen a sign. */
    public static final double AUTHENTICITY_FROM = 1.5;

    /** Standard errors beyond that which count: more is no surer. */
    public static final double AUTHENTICITY_MOST = 4;

    /**
     * Quantile of an author without any sign: most authors are honest, so little above the middle.
     */
    public static final double AUTHENTICITY_CLEAN = .3;

    /** Standard error of the doubt: the signs' own noise is one standard error. */
    public static final double AUTHENTICITY_ERROR = .5;

    // ---- Alignment (AlignmentComponent, Lexicon)

    /** Fit that is added before the logarithm: a tenth of full fit is as good as none. */
    public static final double ALIGNMENT_FLOOR = .1;

    /** Smallest spread of ln fit among a language's creators that counts. */
    public static final double ALIGNMENT_MIN_SPREAD = .3;

    /** Posts' worth of the language's middle with which an author's fit is mixed. */
    public static final double ALIGNMENT_FEW_POSTS = 2;

    /** Posts at the distance of full fit that stand for the spread that few posts can't show. */
    public static final double ALIGNMENT_SPREAD_POSTS = 2;

    /** Half-width, in standard deviations, that is added while a topic is known by name alone. */
    public static final double ALIGNMENT_UNLEARNED = 1;

    /** Most standard deviations above the mean that published words alone lift anybody. */
    public static final double ALIGNMENT_UNLEARNED_MOST = .5;

    /** Share that full resemblance to what the brand rejects takes off. */
    public static final double ALIGNMENT_REJECTED = .5;

    public static final double ALIGNMENT_REJECTED_MAX = .6;

    /** Four times the share of unsafe posts is taken off: one in ten is a risk already. */
    public static final double ALIGNMENT_UNSAFE = 4;

    public static final double ALIGNMENT_UNSAFE_MAX = .8;

    /** Fewest creators who speak of a brand for anything to be learned from them. */
    public static final int LEXICON_SPEAKERS = 3;

    /** So many creators who name the brand are enough; with fewer, users of its words count too. */
    public static final int LEXICON_NAMERS = 5;

    /**
     * So many features of a brand's words in a post, and half of all, are a list: two words with
     * their prefixes, or four short ones.
     */
    public static final int LEXICON_LISTED = 4;

    /** Fewest of them who use a word for it to be learned: one or two may be quirks. */
    public static final int LEXICON_USERS = 2;

    /** Fewest words that make up a topic. */
    public static final int LEXICON_WORDS = 8;

    /** Share of the creators below the use of published words that counts as speaking of them. */
    public static final double LEXICON_SPEAKER_QUANTILE = .85;

    /** Least cosine to the published words that counts as using them. */
    public static final double LEXICON_MIN_USE = .02;

    /** Creators' worth of the usual frequency with which a word's frequency is mixed. */
    public static final double LEXICON_SMOOTHING = 2;

    public static final double LEXICON_HALF = .5;

    // ---- Stance (StanceComponent)

    /** Neutral posts that are added, so that one post does not decide. */
    public static final double STANCE_NEUTRAL_POSTS = 3;

    /** Standard deviations of one whose posts all read alike. */
    public static final double STANCE_SCALE = 3;

    public static final double STANCE_MIN_VARIANCE = .05;

    // ---- Authority (AuthorityComponent, TopicRank)

    /** Smallest variance of a percentile, so that the top and the bottom are not certain. */
    public static final double AUTHORITY_MIN_VARIANCE = .05;

    /** Damping of the random walk (Brin and Page 1998). */
    public static final double AUTHORITY_DAMPING = .85;

    // ---- Audience (AudienceComponent, Responses)

    /** Plausibility below which an account counts as nobody. */
    public static final double AUDIENCE_IMPLAUSIBLE = .3;

    /** Numbers of people below this are printed with a decimal. */
    public static final double AUDIENCE_DECIMALS = 20;

    /** Fewer creators on a platform than this are compared with those of all platforms. */
    public static final int REACH_FEW = 15;

    public static final double REACH_MIN_SPREAD = .3;

    /**
     * Spread of ln people where there are no peers: three creators in four within a factor of 6.
     */
    public static final double REACH_SPREAD_UNKNOWN = 1.5;

    // ---- Who is a creator (AuthorSummary)

    /** Original posts in the window. */
    public static final int CREATOR_POSTS = 3;

    /** log10 of followers, where these are known: some 150 are friends and family (Dunbar 1992). */
    public static final double CREATOR_LOG_FOLLOWERS = 2.3;

    // ---- Exposure (Exposure)

    /** Where a conversion lies among the peers' own: four in five have less exposure. */
    public static final double EXPOSURE_BOUND = .8;

    public static final double EXPOSURE_MIN = 1e-9;

    // ---- Response rates of peers (Rates)

    /** Number of peers, nearest in size, that a prior is fitted to. */
    public static final int RATE_NEAREST = 50;

    /**
     * Minimum number of authors to estimate a quantity from the pool; a slope needs twice as many.
     */
    public static final int RATE_FEW = 5;

    /**
     * Quantile used for an author whose responses are unknown, so that unknown values can't help.
     */
    public static final double RATE_LIKES_MISSING_QUANTILE = .9;

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

    /** Mean of the rate's prior where there are no peers and nothing but posts to count per. */
    public static final double RATE_NO_PEERS_PER_POST = 10;

    /** Fewest peers with two halves that say how far halves lie apart. */
    public static final int RATE_FEW_HALVES = 20;

    /** Quantile of the halves' distances that is held against a normal distribution's. */
    public static final double RATE_WIDENING_QUANTILE = .9;

    public static final double RATE_WIDENING_UNKNOWN = 1.3;
    public static final double RATE_MIN_WIDENING = 1;
    public static final double RATE_MAX_WIDENING = 3;

    // ---- What is usual among peers (Norms)

    /** Number of peers of similar size that a measure is compared with. */
    public static final int NORM_NEAREST = 60;

    /** Fewest peers that make a norm. */
    public static final int NORM_FEW = 5;

    // ---- Posts (WeighedPosts)

    /** Half of the response to a post comes within this time. */
    public static final Duration POST_RESPONSE_HALF_LIFE = Duration.ofHours(2);

    /** A post is ignored until it has had this share of its response. */
    public static final double POST_MIN_MATURITY = .3;

    /** Share of the posts whose rate is not cut. */
    public static final double POST_WINSOR_SHARE = .8;

    public static final int POST_POSTS_FOR_WINSOR = 3;
    public static final int POST_POSTS_FOR_DISPERSION = 5;
    public static final double POST_MAX_DISPERSION = 25;

    /** Least dispersion of a period's posts: no author's posts are all alike. */
    public static final double POST_LEAST_DISPERSION = .1;

    /** Posts of a period below which their spread says nothing. */
    public static final int POST_FEW_IN_PERIOD = 3;

    /**
     * Variance of likes and responses over Poisson's: each brings half of one further (Hawkes
     * 1971), as cascades of posts do.
     */
    public static final double POST_CLUSTERING = 4;

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
    public static final int GROWTH_FEW_GAINS = 5;

    /** Log-odds that a gain which nothing explains was bought, before the responses are asked. */
    public static final double GROWTH_BOUGHT_ODDS = 0;

    /** Most that responses can add to the log-odds: the model is no better than that. */
    public static final double GROWTH_MOST_EVIDENCE = 6;

    /** So many posts on either side of a gain are compared. */
    public static final int GROWTH_POSTS_BESIDE = 15;

    /**
     * Of so many posts the one with the most and the one with the fewest responses are left out.
     */
    public static final int GROWTH_TRIMMED_POSTS = 5;

    /** Typical spread of ln responses between posts of one author, and posts' worth of it. */
    public static final double GROWTH_RESPONSE_SPREAD = .8;

    public static final double GROWTH_RESPONSE_POSTS = 4;

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

    /** So many responses of one account count: fans respond again, and so do those who are paid. */
    public static final int RESPONSE_COUNTED = 3;

    /** An account that responds so often and to nobody else does not count. */
    public static final int RESPONSE_DEVOTED = 3;

    /** Partners of one's own partners that make a circle of courtesy. */
    public static final int RESPONSE_CIRCLE_LINKS = 2;

    /** In a larger crowd of partners, half of so many are enough to be of the circle. */
    public static final int RESPONSE_CIRCLE_SIZE = 6;

    // ---- Caveats (Scorer)

    /** With fewer posts a score states that it is based on few. */
    public static final int TOTAL_FEW_POSTS = 5;

    /** With fewer comparable authors a score says so. */
    public static final int TOTAL_FEW_PEERS = 10;

    // ---- Population (Population)

    /** Maximum number of members per platform. */
    public static final int POPULATION_MAX_MEMBERS = 5_000;

    /** Importance of a word that every author uses; above 0, so that common words still count. */
    public static final double POPULATION_MIN_IMPORTANCE = .05;

    /** Authors added to those who use a word, so that the logarithm of 0 is avoided. */
    public static final double POPULATION_HALF_AUTHOR = .5;
}
