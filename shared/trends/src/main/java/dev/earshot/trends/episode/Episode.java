package dev.earshot.trends.episode;

import dev.earshot.core.Checks;
import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which one series of a brand stood above what was expected of it.
 *
 * @param brand the brand's id, or {@value #ALL_BRANDS} for what rose with many brands at once
 * @param id as {@link #idOf} makes it: the same from the episode's beginning to its end, and the
 *     same when it is computed again
 * @param key which product, hashtag, language, platform or topic; empty for kinds that have one
 *     series a brand
 * @param start beginning of the first bucket that belongs to it
 * @param peak beginning of its largest bucket so far
 * @param end end of its last bucket; empty while it goes on
 * @param observed posts from start to the last bucket counted; for a share, the posts that have the
 *     property
 * @param expected how many of them were expected there, more than 0
 * @param ratio observed divided by expected with its 95 % interval
 * @param evidence the e-value of the detector at its largest: 1,000 means that data as extreme come
 *     once in a thousand runs of this length from a series that does not rise
 * @param summary what happened in plain words; one sentence
 * @param explanation why; {@link Explanation#NONE} while unknown
 * @param version 1 for the first, one more with each change; a later version replaces an earlier
 */
public record Episode(
        WorkspaceId workspace,
        String brand,
        String id,
        TrendKind kind,
        String key,
        Instant start,
        Instant peak,
        Optional<Instant> end,
        EpisodeState state,
        double observed,
        double expected,
        Ratio ratio,
        double evidence,
        String summary,
        Explanation explanation,
        long version) {
    /** Stands for all brands of a workspace; no brand's id can begin like this. */
    public static final String ALL_BRANDS = "_all";

    public Episode {
        Checks.name("id", id, 64);
        Checks.inRange("observed", observed, 0, Double.MAX_VALUE);
        Checks.inRange("expected", expected, Double.MIN_VALUE, Double.MAX_VALUE);
        Checks.inRange("evidence", evidence, 0, Double.MAX_VALUE);
        if (version < 1) {
            throw new FieldException("version", "must be 1 or more, got " + version);
        }
        if (peak.isBefore(start)) {
            throw new FieldException("peak", "must not lie before " + start + ", got " + peak);
        }
        if (end.isPresent() != (state == EpisodeState.RESOLVED)) {
            throw new FieldException(
                    "end", "must be there exactly when resolved, got " + end + " and " + state);
        }
    }

    /** The id of what begins then in a series: 24 letters and digits, not to be guessed. */
    public static String idOf(
            WorkspaceId workspace, String brand, TrendKind kind, String key, Instant start) {
        String parts =
                String.join("\n", workspace.value(), brand, kind.key(), key, start.toString());
        return "ep_" + Digests.sha256(parts).substring(0, 21);
    }

    /** The same episode with its reason. */
    public Episode with(Explanation why) {
        return new Episode(
                workspace, brand, id, kind, key, start, peak, end, state, observed, expected, ratio,
                evidence, summary, why, version);
    }

    /**
     * A quotient and its 95 % interval.
     *
     * @param value 0 or more
     */
    public record Ratio(double value, Interval interval) {
        public Ratio {
            Checks.inRange("value", value, 0, Double.MAX_VALUE);
        }
    }
}
