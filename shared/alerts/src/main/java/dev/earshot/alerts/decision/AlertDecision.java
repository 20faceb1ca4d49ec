package dev.earshot.alerts.decision;

import dev.earshot.alerts.decision.RuleMemory.Hold;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides when one rule tells of one episode. Live traffic and previews both call {@link #advance},
 * so a preview returns what live would have sent. Times are those of the changes, never a clock's.
 * Immutable and thread-safe.
 */
public final class AlertDecision {
    /** A rule wakes at most this often in one call: a year of hours. */
    private static final int MOST_WAKES = 9_000;

    private final AlertRule rule;
    private final List<Silence> silences;

    public AlertDecision(AlertRule rule, List<Silence> silences) {
        this.rule = rule;
        this.silences = List.copyOf(silences);
    }

    /** What the rule remembers now, and what it told on the way there. */
    public record Result(RuleMemory memory, List<Told> told) {
        public Result {
            told = List.copyOf(told);
        }
    }

    /**
     * Applies an episode's changes, and the moments between them at which the rule wakes.
     *
     * @param changes of one episode by version, ascending; those that the memory has seen may be
     *     among them, and the last of those must be
     * @param until wakes before or at this time take place
     */
    public Result advance(RuleMemory memory, List<EpisodeChange> changes, Instant until) {
        var state = new State(memory);
        for (EpisodeChange change : changes) {
            if (change.episode().version() > state.memory.version()) {
                state.wakeUntil(change.at());
                state.apply(change);
            } else {
                state.latest = change;
            }
        }
        state.wakeUntil(until);
        return new Result(state.memory, state.told);
    }

    private final class State {
        private final List<Told> told = new ArrayList<>();
        private RuleMemory memory;
        private @Nullable EpisodeChange latest;

        State(RuleMemory memory) {
            this.memory = memory;
        }

        private void apply(EpisodeChange change) {
            memory = memory.seen(change.episode().version());
            latest = change;
            boolean over = change.episode().state() == EpisodeState.RESOLVED;
            if (over && memory.held() == Hold.SILENCE) {
                // It came and went while nobody wanted to hear of it.
                memory = memory.idle();
            }
            if (memory.held() != Hold.NOTHING) {
                return; // Told at the end of the hold, as it is then.
            }
            if (over ? rule.resolved() && memory.toldAt().isPresent() : isNews(change)) {
                tell(change, change.at(), false);
            } else if (over) {
                memory = memory.idle();
            }
        }

        private boolean isNews(EpisodeChange change) {
            if (change.at().isBefore(rule.since()) || !rule.threshold().metBy(change.episode())) {
                return false;
            }
            return memory.toldAt().isEmpty()
                    || (change.episode().state() == EpisodeState.GREW && rule.again().doubled());
        }

        private void wakeUntil(Instant time) {
            for (int i = 0; i < MOST_WAKES; i++) {
                Optional<Instant> wake = memory.wake();
                EpisodeChange known = latest;
                if (known == null || wake.isEmpty() || wake.get().isAfter(time)) {
                    return;
                }
                boolean over = known.episode().state() == EpisodeState.RESOLVED;
                if (memory.held() == Hold.NOTHING && over) {
                    memory = memory.idle();
                } else {
                    boolean repeats = memory.held() == Hold.NOTHING || memory.again();
                    tell(known, wake.get(), repeats);
                }
            }
        }

        /** Of several silences the one that ends last, in whatever order they are given. */
        private Optional<Silence> longest(EpisodeChange change, Instant at) {
            return silences.stream()
                    .filter(each -> each.covers(change.episode(), at))
                    .max(Comparator.comparing(Silence::until).thenComparing(Silence::id));
        }

        private void tell(EpisodeChange change, Instant at, boolean repeats) {
            Optional<Silence> silence = longest(change, at);
            Optional<Instant> quiet = rule.quietHours().flatMap(hours -> hours.endAt(at));
            boolean over = change.episode().state() == EpisodeState.RESOLVED;
            if (silence.isPresent()) {
                told.add(new Told(rule, change, at, repeats, silence));
                memory =
                        over
                                ? memory.idle()
                                : memory.holding(Hold.SILENCE, repeats, silence.get().until());
            } else if (quiet.isPresent()) {
                memory = memory.holding(Hold.QUIET, repeats, quiet.get());
            } else {
                told.add(new Told(rule, change, at, repeats, Optional.empty()));
                memory =
                        memory.told(
                                at, over ? Optional.empty() : rule.again().after().map(at::plus));
            }
        }
    }
}
