package dev.earshot.engagement.cases;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Shows cases and takes people's changes to them. Two people who change one case at once: the first
 * is heard, the second is told what the case looks like by then. Thread-safe.
 */
public final class CaseDesk {
    private final CaseStore store;
    private final OpenEpisodes episodes;
    private final InstantSource clock;

    public CaseDesk(CaseStore store, OpenEpisodes episodes, InstantSource clock) {
        this.store = store;
        this.episodes = episodes;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface Result {
        record Changed(Case now) implements Result {}

        /**
         * Nothing was changed.
         *
         * @param why in plain words
         */
        record Conflict(String why) implements Result {}

        /** There is no such case. */
        record Missing(CaseId id) implements Result {}
    }

    /** A case as it stands; empty if there is none. */
    public Optional<Case> find(WorkspaceId workspace, CaseId id) {
        return store.find(workspace, id).flatMap(file -> read(workspace, file));
    }

    private Optional<Case> read(WorkspaceId workspace, CaseFile file) {
        return Case.of(file, settings(workspace), episodes.brands(workspace));
    }

    /** The workspace's settings, or the standard ones. */
    public CaseSettings settings(WorkspaceId workspace) {
        return store.settings(workspace).orElse(CaseSettings.STANDARD);
    }

    /**
     * Changes a case.
     *
     * @param seen the {@link CaseFile#tag} of the case that its caller saw
     * @param by the caller's name
     * @throws FieldException where the change is none that a case can take
     */
    public Result change(
            WorkspaceId workspace, CaseId id, String seen, CaseChange change, String by) {
        Optional<Case> found = find(workspace, id);
        if (found.isEmpty()) {
            return new Result.Missing(id);
        }
        Case now = found.get();
        if (!now.file().tag().equals(seen)) {
            return new Result.Conflict(
                    "the case has changed since you read it: "
                            + now.history().getLast().by()
                            + " "
                            + now.history().getLast().what()
                            + "; read it again");
        }
        if (now.file().log().size() >= CaseFile.MAX_LOG) {
            return new Result.Conflict(
                    "the case's log is full with " + CaseFile.MAX_LOG + " entries");
        }
        // Never before what it follows, whatever the clocks of two machines say.
        Instant clocked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = clocked.isBefore(now.changed()) ? now.changed() : clocked;
        return switch (change) {
            case CaseChange.MergeInto merge -> merge(workspace, now, merge.other(), at, by);
            case CaseChange.Assign assign -> assign(workspace, now, assign, at, by);
            case CaseChange.Move move -> move(workspace, now, move, at, by);
            case CaseChange.Answer answer ->
                    append(workspace, now, new CaseEvent.Answered(at, by, answer.note()));
            case CaseChange.Note note ->
                    append(workspace, now, new CaseEvent.Noted(at, by, note.note()));
        };
    }

    private Result assign(
            WorkspaceId workspace, Case now, CaseChange.Assign assign, Instant at, String by) {
        if (assign.team().isEmpty() && assign.agent().isEmpty()) {
            throw new FieldException("agent", "must be given, or team, to assign a case");
        }
        List<Team> teams = settings(workspace).teams();
        if (assign.team()
                .filter(id -> teams.stream().noneMatch(team -> team.id().equals(id)))
                .isPresent()) {
            throw new FieldException(
                    "team",
                    "must be one of "
                            + teams.stream().map(Team::id).toList()
                            + ", got '"
                            + assign.team().orElse("")
                            + "'");
        }
        return now.state() == CaseState.WAITING_FOR_CUSTOMER
                        || now.state().next().contains(CaseState.ASSIGNED)
                ? append(
                        workspace,
                        now,
                        new CaseEvent.Assigned(at, by, assign.team(), assign.agent()))
                : refused(now, CaseState.ASSIGNED);
    }

    private Result move(
            WorkspaceId workspace, Case now, CaseChange.Move move, Instant at, String by) {
        if (move.to() == CaseState.ASSIGNED && now.agent().isEmpty() && now.team().isEmpty()) {
            throw new FieldException("agent", "must be given, or team, to assign a case");
        }
        return now.state().next().contains(move.to())
                ? append(workspace, now, new CaseEvent.Moved(at, by, move.to(), move.note()))
                : refused(now, move.to());
    }

    private Result merge(WorkspaceId workspace, Case now, CaseId into, Instant at, String by) {
        if (into.equals(now.id())) {
            throw new FieldException("mergeInto", "must be another case, got the same one");
        }
        Optional<Case> other = find(workspace, into);
        if (other.isEmpty()) {
            return new Result.Missing(into);
        }
        if (now.state() == CaseState.CLOSED) {
            return new Result.Conflict("the case is closed; reopen it to merge it");
        }
        if (other.get().state() == CaseState.CLOSED) {
            return new Result.Conflict("case " + into + " is closed; reopen it to merge into it");
        }
        boolean done =
                store.append(
                        workspace,
                        List.of(
                                new CaseStore.Addition(
                                        now.file(), new CaseEvent.MergedInto(at, by, into)),
                                new CaseStore.Addition(
                                        other.get().file(),
                                        new CaseEvent.MergedFrom(at, by, now.id()))));
        return after(workspace, now.id(), done);
    }

    private Result append(WorkspaceId workspace, Case now, CaseEvent event) {
        return after(
                workspace,
                now.id(),
                store.append(workspace, List.of(new CaseStore.Addition(now.file(), event))));
    }

    private Result after(WorkspaceId workspace, CaseId id, boolean done) {
        if (!done) {
            return new Result.Conflict("somebody else changed the case just now; read it again");
        }
        return find(workspace, id)
                .<Result>map(Result.Changed::new)
                .orElseGet(() -> new Result.Missing(id));
    }

    private static Result refused(Case now, CaseState to) {
        return new Result.Conflict(
                "a case that is "
                        + now.state().key()
                        + " can't become "
                        + to.key()
                        + "; it can become "
                        + now.state().next().stream().map(CaseState::key).toList());
    }
}
