package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.Platform;

import java.util.List;

/**
 * The laws that a planted world follows. Worlds of one law differ by their seed; what is found on
 * one law need not hold on another, so figures are stated for each.
 *
 * @param name as printed
 * @param sizes how followers are distributed
 * @param rate how the response depends on followers
 * @param gain how reach, response and fit make up what a brand gains
 * @param arrival how responses to one post come about
 * @param growth how people come to follow
 * @param offers how followers, likes and comments are sold
 * @param platforms platforms of the creators, each with the metrics that it states
 * @param languages languages of the texts; the values of brands are written in the first
 * @param heldOut whether no weight of the score was fitted to this law
 */
public record Law(
        String name,
        Sizes sizes,
        Rate rate,
        Gain gain,
        Arrival arrival,
        Growth growth,
        Offers offers,
        List<Platform> platforms,
        List<String> languages,
        boolean heldOut) {

    /** Distribution of followers. */
    public enum Sizes {
        LOG_NORMAL,
        /** Pareto with exponent 1.1: a few are a thousand times larger than most. */
        POWER
    }

    /** Response per view. */
    public enum Rate {
        FALLS_WITH_SIZE,
        SAME_AT_ALL_SIZES
    }

    /** What a brand gains. */
    public enum Gain {
        /** Reach times response times fit. */
        PRODUCT,
        /** Reach, response and fit each add their part. */
        SUM
    }

    /** Responses to one post. */
    public enum Arrival {
        POISSON,
        /** Each response brings .5 further ones in the mean (Hawkes 1971): counts cluster. */
        CASCADE
    }

    /** How people come to follow. */
    public enum Growth {
        STEADY,
        /** A post that spreads brings followers. */
        SPREAD,
        /** Something elsewhere, on television say, brings followers in a jump. */
        EVENTS,
        /** A season of weeks in which many come, for no single post or day. */
        SURGES
    }

    /** What sellers of numbers offer. */
    public enum Offers {
        /** In proportion to what the buyer has, at once, for most posts. */
        IN_PROPORTION,
        /**
         * Round numbers that come over days and are partly removed again; for some of the posts; by
         * accounts that are less fresh.
         */
        PACKAGES
    }

    private static final List<Platform> SEVEN =
            List.of(
                    Platform.X,
                    Platform.INSTAGRAM,
                    Platform.YOUTUBE,
                    Platform.TIKTOK,
                    Platform.REDDIT,
                    Platform.BLUESKY,
                    Platform.MASTODON);

    /** All laws; the last two are held out. */
    public static final List<Law> ALL =
            List.of(
                    new Law(
                            "plain",
                            Sizes.LOG_NORMAL,
                            Rate.FALLS_WITH_SIZE,
                            Gain.PRODUCT,
                            Arrival.POISSON,
                            Growth.STEADY,
                            Offers.IN_PROPORTION,
                            List.of(Platform.X),
                            List.of("en"),
                            false),
                    new Law(
                            "heavy",
                            Sizes.POWER,
                            Rate.SAME_AT_ALL_SIZES,
                            Gain.SUM,
                            Arrival.CASCADE,
                            Growth.EVENTS,
                            Offers.IN_PROPORTION,
                            List.of(Platform.X, Platform.INSTAGRAM, Platform.REDDIT),
                            List.of("en", "es"),
                            false),
                    new Law(
                            "mixed",
                            Sizes.LOG_NORMAL,
                            Rate.SAME_AT_ALL_SIZES,
                            Gain.PRODUCT,
                            Arrival.CASCADE,
                            Growth.SPREAD,
                            Offers.IN_PROPORTION,
                            List.of(Platform.X, Platform.TIKTOK, Platform.BLUESKY),
                            List.of("en", "de", "es", "pt"),
                            false),
                    new Law(
                            "held out",
                            Sizes.POWER,
                            Rate.FALLS_WITH_SIZE,
                            Gain.SUM,
                            Arrival.POISSON,
                            Growth.SPREAD,
                            Offers.IN_PROPORTION,
                            SEVEN,
                            List.of("en", "de", "es", "pt"),
                            true),
                    new Law(
                            "kept out",
                            Sizes.POWER,
                            Rate.FALLS_WITH_SIZE,
                            Gain.PRODUCT,
                            Arrival.CASCADE,
                            Growth.SURGES,
                            Offers.PACKAGES,
                            List.of(
                                    Platform.X,
                                    Platform.TIKTOK,
                                    Platform.INSTAGRAM,
                                    Platform.YOUTUBE,
                                    Platform.MASTODON),
                            List.of("en", "fr", "it"),
                            true));

    public Law {
        platforms = List.copyOf(platforms);
        languages = List.copyOf(languages);
    }

    /** Whether posts on a platform state reposts. */
    public static boolean tellsReposts(Platform platform) {
        return switch (platform) {
            case X, BLUESKY, MASTODON, TIKTOK, THREADS, FACEBOOK, UPLOAD -> true;
            case REDDIT, YOUTUBE, INSTAGRAM -> false;
        };
    }

    /** Whether posts on a platform can state views. */
    public static boolean tellsViews(Platform platform) {
        return switch (platform) {
            case X, TIKTOK, YOUTUBE, THREADS, FACEBOOK, UPLOAD -> true;
            case REDDIT, INSTAGRAM, BLUESKY, MASTODON -> false;
        };
    }

    /** Whether posts on a platform state their author's followers. */
    public static boolean tellsFollowers(Platform platform) {
        return platform != Platform.REDDIT;
    }

    /** Whether those who respond are described on a platform: their own followers, posts, age. */
    public static boolean describesEngagers(Platform platform) {
        return switch (platform) {
            case X, BLUESKY, MASTODON, TIKTOK, FACEBOOK, THREADS, UPLOAD -> true;
            case REDDIT, INSTAGRAM, YOUTUBE -> false;
        };
    }
}
