package dev.earshot.influence.score;

import dev.earshot.core.author.ErasureMark;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Progress of scoring a workspace.
 *
 * @param baselineId id of the baseline that the scores are computed from; empty before the first
 *     run
 * @param since everything written before this time is already in the scores
 * @param objections the authors who had objected when the last run began
 * @param pending an interrupted run
 */
public record RunState(
        String baselineId, Instant since, Set<ErasureMark> objections, Optional<Pending> pending) {
    /** The state before the first run. */
    public static final RunState FRESH =
            new RunState("", Instant.EPOCH, Set.of(), Optional.empty());

    public RunState {
        objections = Set.copyOf(objections);
    }

    /** The same, with a run on that baseline in progress. */
    public RunState during(String runsBaselineId, Pending run) {
        return new RunState(runsBaselineId, since, objections, Optional.of(run));
    }

    /**
     * An interrupted run.
     *
     * @param startedAt start of the run
     * @param all whether it scores everybody, since its baseline is new
     * @param cursor pseudonym of the last author that it finished
     */
    public record Pending(Instant startedAt, boolean all, String cursor) {
        public Pending at(String author) {
            return new Pending(startedAt, all, author);
        }
    }
}
