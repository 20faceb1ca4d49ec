package dev.earshot.influence.score;

import dev.earshot.core.author.ErasureMark;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How far the scoring of a workspace has come.
 *
 * @param epoch id of the epoch that the scores rest on; empty before the first run
 * @param since what was written before this moment is in the scores already
 * @param objections who objected when the last run began
 * @param pending a run that was cut off
 */
public record RunState(
        String epoch, Instant since, Set<ErasureMark> objections, Optional<Pending> pending) {
    /** Before the first run. */
    public static final RunState FRESH =
            new RunState("", Instant.EPOCH, Set.of(), Optional.empty());

    public RunState {
        objections = Set.copyOf(objections);
    }

    /** The same, with a run of that epoch under way. */
    public RunState during(String runsEpoch, Pending run) {
        return new RunState(runsEpoch, since, objections, Optional.of(run));
    }

    /**
     * A run that was cut off.
     *
     * @param startedAt when it began
     * @param all whether it scores everybody, since its epoch is new
     * @param cursor pseudonym of the last author that it is done with
     */
    public record Pending(Instant startedAt, boolean all, String cursor) {
        public Pending at(String author) {
            return new Pending(startedAt, all, author);
        }
    }
}
