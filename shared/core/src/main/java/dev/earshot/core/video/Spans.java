package dev.earshot.core.video;

import dev.earshot.core.Checks;

/** Validates time spans in a video. Stateless. */
final class Spans {
    /** Longest video supported: a hundred days, in seconds. */
    static final double MAX_SECONDS = 8.64e6;

    private Spans() {}

    static void check(String what, double start, double end) {
        Checks.inRange(what + " start", start, 0, MAX_SECONDS);
        Checks.inRange(what + " end", end, start, MAX_SECONDS);
    }
}
