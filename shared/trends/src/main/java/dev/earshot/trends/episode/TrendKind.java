package dev.earshot.trends.episode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is watched for a rise. */
public enum TrendKind {
    /** All posts of a brand. */
    MENTIONS,
    /** The share of complaints among a brand's posts; more posts alone never raise it. */
    COMPLAINT_SHARE,
    /** The share of negative posts among a brand's posts. */
    NEGATIVE_SHARE,
    /** Posts that name one of the brand's products. */
    PRODUCT,
    /** Posts with a hashtag. */
    HASHTAG,
    /** Posts in a language. */
    LANGUAGE,
    /** Posts on a platform. */
    PLATFORM,
    /** An emerging term, pair of terms, hashtag or link. */
    TOPIC;

    /** The name used in keys, paths and JSON: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a share of posts, 0 to 1, and not a number of them. */
    public boolean isShare() {
        return this == COMPLAINT_SHARE || this == NEGATIVE_SHARE;
    }

    /** The kind with that key. */
    public static Optional<TrendKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
