package dev.earshot.engagement.cases;

import dev.earshot.core.post.PostId;
import dev.earshot.engagement.hours.ServiceClock;
import dev.earshot.engagement.hours.ServiceHours;
import dev.earshot.engagement.hours.Span;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a case from its opening through what happened to it. Not thread-safe. */
final class CaseCourse {
    private static final String CUSTOMER = "customer";
    private static final String EARSHOT = "earshot";

    private final Instant opened;
    private final List<Happening> history = new ArrayList<>();
    private final List<Span> pauses = new ArrayList<>();
    private final List<CaseId> mergedFrom = new ArrayList<>();
    private CaseState state = CaseState.NEW;
    private Optional<String> team = Optional.empty();
    private Optional<String> agent = Optional.empty();
    private Optional<CaseId> mergedInto = Optional.empty();
    private int unanswered;
    private @Nullable Instant answeredAt;
    private @Nullable Instant stoppedAt;

    /** Something that happens to a course. */
    @FunctionalInterface
    interface Entry {
        void on(CaseCourse course);
    }

    CaseCourse(Instant opened, PostId first) {
        this.opened = opened;
        history.add(new Happening(opened, EARSHOT, "opened with " + first, Optional.empty()));
    }

    /** A further post of the conversation. */
    void post(Instant at, PostId id, boolean own) {
        if (!own) {
            tell(at, EARSHOT, "another post joined the conversation: " + id, Optional.empty());
            return;
        }
        tell(at, CUSTOMER, "wrote again: " + id, Optional.empty());
        unanswered++;
        if (state != CaseState.NEW && state != CaseState.ASSIGNED) {
            move(at, team.isPresent() || agent.isPresent() ? CaseState.ASSIGNED : CaseState.NEW);
        }
    }

    /** The brand's own account answered. */
    void answer(Instant at, PostId id) {
        tell(at, EARSHOT, "the brand's own account answered: " + id, Optional.empty());
        answered(at);
    }

    void event(CaseEvent event) {
        switch (event) {
            case CaseEvent.Assigned assigned -> assign(assigned);
            case CaseEvent.Moved moved -> {
                String what = "moved to " + moved.to().key().replace('_', ' ');
                tell(moved.at(), moved.by(), what, moved.note());
                if (moved.to() == CaseState.NEW) {
                    team = Optional.empty();
                    agent = Optional.empty();
                }
                if (moved.to() == CaseState.WAITING_FOR_CUSTOMER
                        || moved.to() == CaseState.RESOLVED) {
                    answered(moved.at());
                }
                move(moved.at(), moved.to());
            }
            case CaseEvent.Answered answered -> {
                tell(answered.at(), answered.by(), "answered on the platform", answered.note());
                answered(answered.at());
            }
            case CaseEvent.Noted noted ->
                    tell(noted.at(), noted.by(), "noted", Optional.of(noted.note()));
            case CaseEvent.MergedInto merged -> {
                String what = "merged into " + merged.other();
                tell(merged.at(), merged.by(), what, Optional.empty());
                mergedInto = Optional.of(merged.other());
                move(merged.at(), CaseState.CLOSED);
            }
            case CaseEvent.MergedFrom merged -> {
                String what = "goes on for " + merged.other();
                tell(merged.at(), merged.by(), what, Optional.empty());
                mergedFrom.add(merged.other());
            }
        }
    }

    private void assign(CaseEvent.Assigned assigned) {
        team = assigned.team();
        agent = assigned.agent();
        String whom =
                agent.map(name -> name + team.map(id -> " of team " + id).orElse(""))
                        .orElseGet(() -> team.map(id -> "team " + id).orElse("nobody"));
        tell(assigned.at(), assigned.by(), "assigned to " + whom, Optional.empty());
        if (state != CaseState.WAITING_FOR_CUSTOMER) {
            move(
                    assigned.at(),
                    team.isEmpty() && agent.isEmpty() ? CaseState.NEW : CaseState.ASSIGNED);
        }
    }

    /** By its latest reading nobody has to look, and nobody has. */
    void withdrawn(Instant at) {
        String what = "closed: it was edited and asks for nothing any more";
        tell(at, EARSHOT, what, Optional.empty());
        move(at, CaseState.CLOSED);
    }

    private void answered(Instant at) {
        unanswered = 0;
        if (answeredAt == null) {
            answeredAt = at;
        }
    }

    /**
     * The resolution's clock stands still while the case waits, and from its end to a reopening.
     */
    private void move(Instant at, CaseState to) {
        boolean stands = !state.open() || state == CaseState.WAITING_FOR_CUSTOMER;
        boolean willStand = !to.open() || to == CaseState.WAITING_FOR_CUSTOMER;
        if (stands && stoppedAt != null && !willStand) {
            pauses.add(new Span(stoppedAt, later(stoppedAt, at)));
            stoppedAt = null;
        } else if (!stands && willStand) {
            stoppedAt = at;
        }
        state = to;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tell(Instant at, String by, String what, Optional<String> note) {
        history.add(new Happening(at, by, what, note));
    }

    Sla firstResponse(ServiceHours hours, Targets targets, Priority.Level level) {
        Duration target = targets.firstResponse().getOrDefault(level, Duration.ofHours(1));
        var clock = new ServiceClock(hours, List.of());
        Instant end = answeredAt != null ? answeredAt : state.open() ? null : stoppedAt;
        return sla(clock, target, Optional.ofNullable(end), false);
    }

    Sla resolution(ServiceHours hours, Targets targets, Priority.Level level) {
        Duration target = targets.resolution().getOrDefault(level, Duration.ofHours(8));
        var clock = new ServiceClock(hours, pauses);
        Optional<Instant> end = state.open() ? Optional.empty() : Optional.ofNullable(stoppedAt);
        return sla(clock, target, end, state == CaseState.WAITING_FOR_CUSTOMER);
    }

    private Sla sla(ServiceClock clock, Duration target, Optional<Instant> end, boolean paused) {
        return new Sla(
                target,
                paused ? Optional.empty() : clock.after(opened, target),
                end,
                end.map(at -> clock.between(opened, at)),
                paused);
    }

    CaseState state() {
        return state;
    }

    Optional<String> team() {
        return team;
    }

    Optional<String> agent() {
        return agent;
    }

    Optional<CaseId> mergedInto() {
        return state == CaseState.CLOSED ? mergedInto : Optional.empty();
    }

    List<CaseId> mergedFrom() {
        return List.copyOf(mergedFrom);
    }

    int unanswered() {
        return unanswered;
    }

    Instant changed() {
        return history.getLast().at();
    }

    List<Happening> history() {
        return List.copyOf(history);
    }
}
