package dev.earshot.alerts.decision;

import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.trends.episode.EpisodeChange;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule's decision that somebody is told, or would have been but for a silence.
 *
 * @param change what is told
 * @param at when it was decided
 * @param repeats whether the same state was told before and merely goes on
 * @param silence that kept it from being sent; empty if it is sent
 */
public record Told(
        AlertRule rule,
        EpisodeChange change,
        Instant at,
        boolean repeats,
        Optional<Silence> silence) {}
