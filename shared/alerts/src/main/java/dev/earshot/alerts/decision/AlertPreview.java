package dev.earshot.alerts.decision;

import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.shock.Shock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule would have told, had it been in force. Stateless. */
public final class AlertPreview {
    private AlertPreview() {}

    /**
     * Runs a rule over history.
     *
     * @param changes of any episodes
     * @param until the end of the history
     * @return by the time of the decision
     */
    public static List<Told> run(
            AlertRule rule, List<Silence> silences, List<EpisodeChange> changes, Instant until) {
        Map<String, List<EpisodeChange>> byEpisode = new LinkedHashMap<>();
        Set<String> parts = Shock.parts(changes);
        changes.stream()
                .filter(change -> rule.covers(change.episode()))
                .filter(change -> !parts.contains(change.episode().id()))
                .sorted(Comparator.comparing(change -> change.episode().version()))
                .forEach(
                        change ->
                                byEpisode
                                        .computeIfAbsent(
                                                change.episode().id(), id -> new ArrayList<>())
                                        .add(change));
        var decision = new AlertDecision(rule, silences);
        return byEpisode.values().stream()
                .flatMap(
                        episode ->
                                decision.advance(RuleMemory.NONE, episode, until).told().stream())
                .sorted(
                        Comparator.comparing(Told::at)
                                .thenComparing(told -> told.change().episode().id()))
                .toList();
    }
}
