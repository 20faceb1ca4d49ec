package dev.earshot.core.post;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a post was published. */
public enum Platform {
    X,
    BLUESKY,
    MASTODON,
    REDDIT,
    YOUTUBE,
    FACEBOOK,
    INSTAGRAM,
    THREADS,
    TIKTOK,
    /** A post that names no platform, for instance from an export file. */
    UPLOAD;

    /** The name used in keys, paths and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform of that key ({@code twitter} is accepted for X), in any case. */
    public static Optional<Platform> of(String key) {
        String wanted = key.equalsIgnoreCase("twitter") ? "X" : key.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(p -> p.name().equals(wanted)).findFirst();
    }
}
