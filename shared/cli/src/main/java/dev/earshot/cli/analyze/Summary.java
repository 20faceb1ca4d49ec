package dev.earshot.cli.analyze;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts what was processed and reports it on standard error: one line, redrawn, on a terminal;
 * else a line every ten seconds. Not thread-safe.
 */
final class Summary {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private final PrintStream error;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long told = started;
    private boolean drawn;
    private long posts;
    private long pictures;
    private long videos;
    private long removals;
    private long refused;
    private long ignored;

    Summary(PrintStream error, boolean terminal) {
        this.error = error;
        this.terminal = terminal;
    }

    void post() {
        posts++;
    }

    void picture() {
        pictures++;
    }

    void video() {
        videos++;
    }

    void removal() {
        removals++;
    }

    void refused() {
        refused++;
    }

    void ignored() {
        ignored++;
    }

    /** Reports progress, unless it did so a moment ago. */
    void progress() {
        long now = System.nanoTime();
        if (now - told < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        told = now;
        if (terminal) {
            error.print("\r\u001B[K" + line());
            drawn = true;
        } else {
            error.println(line());
        }
        error.flush();
    }

    /** Reports the totals. */
    void end() {
        if (drawn) {
            error.print("\r\u001B[K");
        }
        error.println(line());
        error.flush();
    }

    private String line() {
        double seconds = (System.nanoTime() - started) / 1e9;
        List<String> parts = new ArrayList<>();
        add(parts, posts, "post", "posts");
        add(parts, pictures, "picture", "pictures");
        add(parts, videos, "video", "videos");
        add(parts, removals, "removal", "removals");
        add(parts, refused, "refused", "refused");
        add(parts, ignored, "ignored", "ignored");
        return String.format(
                Locale.ROOT,
                "earshot analyze: %s in %.1f s (%.0f a second)",
                parts.isEmpty() ? "nothing" : String.join(", ", parts),
                seconds,
                (posts + pictures + videos) / Math.max(seconds, 1e-3));
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many));
        }
    }
}
