package dev.earshot.collect.source;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What posts are collected from. */
public enum SourceKind {
    BLUESKY_SEARCH(true, false, false, 15, 30, 2_000),
    BLUESKY_AUTHORS(false, true, false, 15, 60, 2_000),
    BLUESKY_JETSTREAM(false, false, true, 1, 0, 10_000),
    MASTODON_TAGS(true, true, false, 10, 60, 2_000),
    MASTODON_PUBLIC(false, true, true, 5, 60, 5_000),
    FEED(false, true, true, 30, 48 * 60, 500),
    REDDIT_SEARCH(true, false, false, 15, 60, 2_000),
    REDDIT_SUBREDDITS(false, true, true, 10, 60, 2_000),
    /** Answers to a thread change the thread, so threads of three days are looked at again. */
    YOUTUBE_COMMENTS(false, true, false, 60, 3 * 24 * 60, 1_000),
    X_SEARCH(true, false, false, 60, 15, 200),
    X_COMPLIANCE(false, false, true, 5, 0, 10_000),
    /** Comments come long after the post that they are on. */
    FACEBOOK_COMMENTS(false, true, false, 30, 14 * 24 * 60, 1_000),
    INSTAGRAM_COMMENTS(false, true, false, 30, 14 * 24 * 60, 1_000),
    INSTAGRAM_MENTIONS(false, true, false, 30, 24 * 60, 500),
    APP_STORE_REVIEWS(false, true, false, 120, 7 * 24 * 60, 500);

    private final boolean queried;
    private final boolean named;
    private final boolean onlyMentions;
    private final Duration interval;
    private final Duration overlap;
    private final int dailyRequests;

    SourceKind(
            boolean queried,
            boolean named,
            boolean onlyMentions,
            int intervalMinutes,
            int overlapMinutes,
            int dailyRequests) {
        this.queried = queried;
        this.named = named;
        this.onlyMentions = onlyMentions;
        this.interval = Duration.ofMinutes(intervalMinutes);
        this.overlap = Duration.ofMinutes(overlapMinutes);
        this.dailyRequests = dailyRequests;
    }

    /**
     * Whether it is asked by queries, which are made of its brands' names unless they are given.
     */
    public boolean queried() {
        return queried;
    }

    /** Whether it has to name targets: accounts, servers, addresses and the like. */
    public boolean named() {
        return named;
    }

    /** Whether only posts that mention one of the source's brands are sent on, unless it says. */
    public boolean onlyMentions() {
        return onlyMentions;
    }

    /** How often it is asked, unless it says. */
    public Duration interval() {
        return interval;
    }

    /** How far back the first walk goes, unless it says: a day, but not through whole platforms. */
    public Duration backfill() {
        return switch (this) {
            case BLUESKY_JETSTREAM, MASTODON_PUBLIC, X_COMPLIANCE -> Duration.ZERO;
            default -> Duration.ofDays(1);
        };
    }

    /** How far before its end a list is read again, for posts that the platform shows late. */
    public Duration overlap() {
        return overlap;
    }

    /** Most requests of a UTC day, unless it says. */
    public int dailyRequests() {
        return dailyRequests;
    }

    /** The name used in JSON: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that key. */
    public static Optional<SourceKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The name of the credential that it uses unless it says: the platform's. */
    public String credential() {
        return switch (this) {
            case BLUESKY_SEARCH, BLUESKY_AUTHORS, BLUESKY_JETSTREAM -> "bluesky";
            case MASTODON_TAGS, MASTODON_PUBLIC -> "mastodon";
            case FEED -> "feed";
            case REDDIT_SEARCH, REDDIT_SUBREDDITS -> "reddit";
            case YOUTUBE_COMMENTS -> "youtube";
            case X_SEARCH, X_COMPLIANCE -> "x";
            case FACEBOOK_COMMENTS, INSTAGRAM_COMMENTS, INSTAGRAM_MENTIONS -> "meta";
            case APP_STORE_REVIEWS -> "app-store";
        };
    }
}
