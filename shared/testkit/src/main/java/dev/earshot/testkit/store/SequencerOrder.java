package dev.earshot.testkit.store;

import java.util.Locale;

/** The order of file versions, which are S3's sequencers. Stateless. */
final class SequencerOrder {
    private static final int LENGTH = 64;

    private SequencerOrder() {}

    /** Pads a version with zeros on the right, so that comparing strings compares versions. */
    static String padded(String version) {
        return version.toUpperCase(Locale.ROOT) + "0".repeat(LENGTH - version.length());
    }
}
