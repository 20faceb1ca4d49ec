package dev.earshot.testkit;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Changes of episodes for tests. Stateless. */
public final class Episodes {
    public static final WorkspaceId WORKSPACE = Posts.WORKSPACE;

    /** A Wednesday noon. */
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private Episodes() {}

    /** A rise of a brand's mentions that begins at noon. */
    public static EpisodeChange open(String brand, double observed, double expected) {
        return change(
                brand, TrendKind.MENTIONS, NOON, EpisodeState.OPEN, 1, observed, expected, NOON);
    }

    /** The next change of an episode. */
    public static EpisodeChange next(
            EpisodeChange before, EpisodeState state, double observed, Duration later) {
        Episode episode = before.episode();
        return change(
                episode.brand(),
                episode.kind(),
                episode.start(),
                state,
                episode.version() + 1,
                observed,
                episode.expected(),
                before.at().plus(later));
    }

    /** Any change. */
    public static EpisodeChange change(
            String brand,
            TrendKind kind,
            Instant start,
            EpisodeState state,
            long version,
            double observed,
            double expected,
            Instant at) {
        double ratio = observed / expected;
        return new EpisodeChange(
                new Episode(
                        WORKSPACE,
                        brand,
                        Episode.idOf(WORKSPACE, brand, kind, "", start),
                        kind,
                        "",
                        start,
                        start,
                        state == EpisodeState.RESOLVED ? Optional.of(at) : Optional.empty(),
                        state,
                        observed,
                        expected,
                        new Episode.Ratio(ratio, new Interval(ratio * 0.8, ratio * 1.2)),
                        1_000,
                        "more posts than usual",
                        Explanation.NONE,
                        version),
                at);
    }
}
