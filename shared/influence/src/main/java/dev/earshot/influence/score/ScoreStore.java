package dev.earshot.influence.score;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Keeps scores, leaderboards, history, objections, and how far a run has come. Thread-safe;
 * failures surface as {@link StoreException}.
 *
 * <p>A score is kept under its author's {@link ErasureMark}, and a place on a leaderboard counts
 * only while the score says so: what was removed can't be read from that instant on, and a run that
 * was cut off leaves no author on a board twice.
 */
public interface ScoreStore {
    /**
     * Lets one run at a time work on a workspace.
     *
     * @param lease how long nobody else may begin, unless the run ends before
     * @return where the last run stopped; empty if another one is at work
     */
    Optional<RunState> claim(WorkspaceId workspace, Instant now, Duration lease);

    /** Keeps how far a run has come, and ends it if {@code done}. */
    void save(WorkspaceId workspace, RunState state, boolean done);

    /** Keeps what the scores of an epoch rest on; earlier ones are forgotten. */
    void putEpoch(WorkspaceId workspace, String id, byte[] content);

    /** What was kept; empty if it is another epoch's or none. */
    Optional<byte[]> epoch(WorkspaceId workspace, String id);

    /**
     * Makes these all the scores of an author: each one is for another brand; what was kept for
     * other brands goes, its history apart. The day's entry in the history is written anew.
     *
     * @param audience who responds to the author
     */
    void replace(
            WorkspaceId workspace, AuthorRef author, Audience audience, List<ScoredAuthor> scores);

    /** Who responds to an author; nobody if the author has no score. */
    Audience audience(WorkspaceId workspace, AuthorRef author);

    /** Forgets an author: scores, history and places. */
    void remove(WorkspaceId workspace, ErasureMark author);

    /** An author's score for a brand; empty if there is none or the author objected. */
    Optional<ScoredAuthor> find(WorkspaceId workspace, AuthorRef author, String brandId);

    /**
     * Earlier scores, the newest first, one a day at most. Their components have no evidence and
     * the first reason alone. Empty if the author objected.
     */
    List<InfluencerScore> history(
            WorkspaceId workspace, AuthorRef author, String brandId, int limit);

    /** A page of a leaderboard: the greatest score first, ties by pseudonym. */
    List<Place> board(Board query);

    /** Notes that an author objects to being scored, and forgets the author's scores at once. */
    void object(WorkspaceId workspace, AuthorRef author, Instant at);

    /** Takes an objection back; true if there was one. */
    boolean withdraw(WorkspaceId workspace, AuthorRef author);

    /** When an author objected. */
    Optional<Instant> objection(WorkspaceId workspace, AuthorRef author);

    /** Who objects. */
    Set<ErasureMark> objections(WorkspaceId workspace);

    /** Notes who looked up or checked whom, for as long as results are kept. */
    void audit(WorkspaceId workspace, Audit entry);

    /** The newest entries of the audit. */
    List<Audit> audits(WorkspaceId workspace, int limit);

    /**
     * A use of the right to resolve pseudonyms.
     *
     * @param caller who asked, as far as the API knows: a digest of the key or a token's subject
     * @param purpose why, in the caller's words
     * @param matched whether handle and pseudonym belong together
     */
    record Audit(Instant at, String caller, AuthorRef author, String purpose, boolean matched) {}

    /**
     * A page that is asked for.
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

    /** Where in a leaderboard. */
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
