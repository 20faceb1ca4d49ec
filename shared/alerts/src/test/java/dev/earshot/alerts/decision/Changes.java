package dev.earshot.alerts.decision;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules, and changes of episodes of the brand acme, for tests. */
public final class Changes {
    public static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    public static final Instant START = Instant.parse("2026-03-04T12:00:00Z");

    private Changes() {}

    /** A change of an episode of mentions with ten posts expected. */
    public static EpisodeChange at(
            String start, String at, EpisodeState state, long version, double observed) {
        return at(TrendKind.MENTIONS, "", start, at, state, version, observed, Explanation.NONE);
    }

    /** Any change. */
    public static EpisodeChange at(
            TrendKind kind,
            String key,
            String start,
            String at,
            EpisodeState state,
            long version,
            double observed,
            Explanation why) {
        Instant begun = Instant.parse(start);
        Instant time = Instant.parse(at);
        double ratio = observed / 10;
        return new EpisodeChange(
                new Episode(
                        WORKSPACE,
                        "acme",
                        Episode.idOf(WORKSPACE, "acme", kind, key, begun),
                        kind,
                        key,
                        begun,
                        begun,
                        state == EpisodeState.RESOLVED ? Optional.of(time) : Optional.empty(),
                        state,
                        observed,
                        10,
                        new Episode.Ratio(ratio, new Interval(ratio / 2, ratio * 2)),
                        1_000,
                        "more than usual",
                        why,
                        version),
                time);
    }

    /** A rule on acme that tells of any rise, its doubling and its end, to the bus. */
    public static AlertRule rule() {
        return rule(Threshold.ANY, Optional.empty(), Again.IF_DOUBLED);
    }

    /** The same with these. */
    public static AlertRule rule(Threshold threshold, Optional<QuietHours> quiet, Again again) {
        return new AlertRule(
                "r",
                Optional.of("acme"),
                Set.of(),
                threshold,
                quiet,
                again,
                true,
                List.of(new Recipient.ToBus()),
                Optional.empty(),
                Instant.EPOCH);
    }
}
