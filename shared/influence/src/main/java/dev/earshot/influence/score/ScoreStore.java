package dev.earshot.influence.score;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.AuthorScores;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Stores scores, leaderboards, history, objections, and the progress of runs. Thread-safe; failures
 * throw {@link StoreException}.
 *
 * <p>A score is stored under its author's {@link ErasureMark}, and a place on a leaderboard is
 * valid only while the score confirms it. So a removed score can't be read from then on, and an
 * interrupted run leaves no author on a board twice.
 */
public interface ScoreStore extends AuthorScores {
    /**
     * Claims a workspace for one run at a time.
     *
     * @param lease how long no other run may start, unless this one ends before
     * @return where the last run stopped; empty if another run holds the claim
     */
    Optional<RunState> claim(WorkspaceId workspace, Instant now, Duration lease);

    /** Stores a run's progress, and ends the run if {@code done}. */
    void save(WorkspaceId workspace, RunState state, boolean done);

    /** Stores the baseline that scores are computed from; earlier ones are deleted. */
    void putBaseline(WorkspaceId workspace, String id, byte[] content);

    /** The stored baseline; empty if there is none with this id. */
    Optional<byte[]> baseline(WorkspaceId workspace, String id);

    /**
     * Replaces all scores of an author, one per brand. Scores for other brands are deleted, but not
     * their history. The day's entry in the history is overwritten.
     *
     * @param audience the accounts that respond to the author
     */
    void replace(
            WorkspaceId workspace, AuthorRef author, Audience audience, List<ScoredAuthor> scores);

    /** The accounts that respond to an author; empty if the author has no score. */
    Audience audience(WorkspaceId workspace, AuthorRef author);

    @Override
    void remove(WorkspaceId workspace, ErasureMark author);

    /** An author's score for a brand; empty if there is none or the author objected. */
    Optional<ScoredAuthor> find(WorkspaceId workspace, AuthorRef author, String brandId);

    /** A score, and the accounts that respond to its author. */
    record Reached(ScoredAuthor scored, Audience audience) {}

    /**
     * {@link #find} and {@link #audience} of several authors; those without a score are left out. A
     * store behind a network reads them side by side; this default reads one after the other.
     */
    default Map<AuthorRef, Reached> findEach(
            WorkspaceId workspace, Collection<AuthorRef> authors, String brandId) {
        var found = new LinkedHashMap<AuthorRef, Reached>();
        for (AuthorRef author : authors) {
            find(workspace, author, brandId)
                    .ifPresent(
                            scored ->
                                    found.put(
                                            author,
                                            new Reached(scored, audience(workspace, author))));
        }
        return found;
    }

    /**
     * Earlier scores, newest first, at most one per day. Their components have only the first
     * reason and no evidence. Empty if the author objected.
     */
    List<InfluencerScore> history(
            WorkspaceId workspace, AuthorRef author, String brandId, int limit);

    /** A page of a leaderboard: the highest score first, ties ordered by pseudonym. */
    List<Place> board(Board query);

    /** Records that an author objects to being scored, and deletes the author's scores at once. */
    void object(WorkspaceId workspace, AuthorRef author, Instant at);

    /** Withdraws an objection; true if there was one. */
    boolean withdraw(WorkspaceId workspace, AuthorRef author);

    /** When an author objected. */
    Optional<Instant> objection(WorkspaceId workspace, AuthorRef author);

    /** All authors who object. */
    Set<ErasureMark> objections(WorkspaceId workspace);

    /**
     * A query for a page of a leaderboard.
     *
     * @param topic a hashtag, lower case; empty for the brand as a whole
     * @param after only places after this one
     * @param limit 1 to 100
     */
    record Board(
            WorkspaceId workspace,
            String brandId,
            Optional<String> topic,
            Optional<Platform> platform,
            OptionalLong minFollowers,
            Optional<Position> after,
            int limit) {}

    /** A position in a leaderboard. */
    record Position(double score, AuthorRef author) {}

    /** A place on a leaderboard. */
    record Place(
            AuthorRef author,
            Platform platform,
            OptionalLong followers,
            double score,
            double low,
            double high,
            String reason,
            Instant asOf) {}
}
