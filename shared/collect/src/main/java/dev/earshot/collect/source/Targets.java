package dev.earshot.collect.source;

import dev.earshot.core.FieldException;

import java.net.URI;
import java.util.Locale;

/** What a source may name, by its kind. Stateless. */
public final class Targets {
    private Targets() {}

    /** Refuses a target that is none of its kind. */
    static void check(SourceKind kind, String target) {
        switch (kind) {
            case MASTODON_TAGS, MASTODON_PUBLIC -> server(target);
            case FEED -> address(target);
            case BLUESKY_AUTHORS ->
                    name(target, "@?[A-Za-z0-9.:_-]{3,253}", "handles such as nivaro.bsky.social");
            case REDDIT_SUBREDDITS -> subreddit(target);
            case YOUTUBE_COMMENTS ->
                    name(target, "[A-Za-z0-9_-]{8,64}", "ids of channels (UC...) or of videos");
            case FACEBOOK_COMMENTS, INSTAGRAM_COMMENTS, INSTAGRAM_MENTIONS ->
                    name(target, "[A-Za-z0-9_.]{1,100}", "ids of pages or accounts");
            case APP_STORE_REVIEWS -> app(target);
            case BLUESKY_SEARCH, BLUESKY_JETSTREAM, REDDIT_SEARCH, X_SEARCH, X_COMPLIANCE -> {}
        }
    }

    /** The address of a server, with or without {@code https://}, without a slash at its end. */
    public static String server(String target) {
        String address = target.contains("://") ? target : "https://" + target;
        return address(address).toString().replaceAll("/+$", "");
    }

    /** An address of the web. */
    public static URI address(String target) {
        try {
            URI address = URI.create(target.strip());
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one message below, which names the value.
        }
        throw new FieldException(
                "targets", "must hold addresses such as https://example.org, got '" + target + "'");
    }

    /** The name of a subreddit, with or without {@code r/}. */
    public static String subreddit(String target) {
        return name(
                target.replaceFirst("^/?r/", ""), "[A-Za-z0-9_]{2,64}", "subreddits such as r/tea");
    }

    /** An app as {@code us/123456789}; without a country that of the United States. */
    public static String app(String target) {
        String whole = target.contains("/") ? target : "us/" + target;
        return name(whole, "[A-Za-z]{2}/\\d{1,20}", "apps such as de/123456789")
                .toLowerCase(Locale.ROOT);
    }

    private static String name(String written, String form, String what) {
        if (!written.matches(form)) {
            throw new FieldException("targets", "must hold " + what + ", got '" + written + "'");
        }
        return written;
    }
}
