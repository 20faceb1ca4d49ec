package dev.earshot.alerts.outbox;

import dev.earshot.alerts.decision.AlertDecision;
import dev.earshot.alerts.decision.RuleMemory;
import dev.earshot.alerts.decision.Told;
import dev.earshot.alerts.message.EpisodeNotices;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.core.store.StoreException;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.shock.Shock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Turns changes of episodes into alerts. What is handed on is only noted; {@link #look} decides,
 * from the history and from what each rule remembers, so that order and repetition of the calls do
 * not matter. Thread-safe.
 */
public final class AlertRouting implements EpisodeChanges {
    /** A rule wakes this late, so that a change before its time has arrived by then. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** Within this time of an episode's beginning lies the shock that it may be a part of. */
    private static final Duration AROUND = Duration.ofHours(2);

    private final EpisodeHistory history;
    private final AlertSettings settings;
    private final Outbox outbox;
    private final Alerts alerts;
    private final InstantSource clock;

    public AlertRouting(
            EpisodeHistory history,
            AlertSettings settings,
            Outbox outbox,
            Alerts alerts,
            InstantSource clock) {
        this.history = history;
        this.settings = settings;
        this.outbox = outbox;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public void hand(List<EpisodeChange> changes) {
        List<Work> work =
                changes.stream().map(change -> look(change.episode(), change.at())).toList();
        work.forEach(outbox::schedule);
        alerts.hurry(work, Duration.ZERO);
    }

    private static Work look(Episode episode, Instant due) {
        return Work.look(episode.workspace(), episode.brand(), episode.id(), episode.start(), due);
    }

    /**
     * Decides what every rule tells of an episode, and sends it.
     *
     * @throws StoreException if a store fails, or another call decided at the same time; the same
     *     call may succeed later
     */
    public void look(Work work) {
        Instant now = clock.instant();
        List<EpisodeChange> changes = changes(work, now);
        if (!changes.isEmpty() && !isPart(changes.getFirst())) {
            Episode episode = changes.getLast().episode();
            Map<String, RuleMemory> memories = outbox.memories(work.workspace(), episode.id());
            List<Silence> silences = settings.silences(work.workspace());
            for (AlertRule rule : settings.rules(work.workspace())) {
                if (rule.covers(episode)) {
                    RuleMemory before = memories.getOrDefault(rule.id(), RuleMemory.NONE);
                    decide(rule, silences, before, changes, now);
                }
            }
        }
        outbox.done(work);
    }

    /** Whether an episode is told with all those that rose at once, if at all. */
    private boolean isPart(EpisodeChange begun) {
        Episode episode = begun.episode();
        Instant from = begun.at().minus(AROUND);
        Instant to = begun.at().plus(AROUND);
        List<EpisodeChange> around =
                new ArrayList<>(history.changes(episode.workspace(), Episode.ALL_BRANDS, from, to));
        if (around.isEmpty()) {
            return false;
        }
        around.addAll(history.changes(episode.workspace(), episode.brand(), from, to));
        return Shock.parts(around).contains(episode.id());
    }

    private List<EpisodeChange> changes(Work work, Instant now) {
        // A change is decided at the end of a bucket, which may lie a little ahead of this clock.
        Instant end = now.plus(Duration.ofDays(1));
        return history.changes(work.workspace(), work.brand(), work.start(), end).stream()
                .filter(change -> change.episode().id().equals(work.episode()))
                .sorted(Comparator.comparing(change -> change.episode().version()))
                .toList();
    }

    private void decide(
            AlertRule rule,
            List<Silence> silences,
            RuleMemory before,
            List<EpisodeChange> changes,
            Instant now) {
        Episode episode = changes.getLast().episode();
        AlertDecision.Result result =
                new AlertDecision(rule, silences).advance(before, changes, now.minus(GRACE));
        result.told().forEach(this::send);
        RuleMemory after = result.memory();
        after.wake().ifPresent(wake -> outbox.schedule(look(episode, wake.plus(GRACE))));
        if (!after.equals(before)
                && !outbox.remember(episode.workspace(), episode.id(), rule.id(), before, after)) {
            throw new StoreException(
                    "could not decide about " + episode.id() + ": another call did", null);
        }
    }

    private void send(Told told) {
        if (told.silence().isPresent()) {
            Silence silence = told.silence().get();
            alerts.keep(
                    EpisodeNotices.of(told),
                    new Alert.Silenced(silence.id(), silence.owner(), silence.reason()));
        } else {
            alerts.submit(
                    EpisodeNotices.of(told),
                    told.rule().recipients().stream()
                            .map(to -> new Alerts.Route(to, told.rule().team()))
                            .toList());
        }
    }
}
