package dev.earshot.usecase.scoring;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.RunState;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Brings the scores of a workspace up to date.
 *
 * <p>Once a day, and whenever brands, constants or a tenth of the posts have changed, a new {@link
 * DailyBaseline} is made and everybody is scored against it. In between, only authors whom a change
 * can reach are scored again ({@link WorkspaceActivity#touched}); all other scores would be the
 * same to the last bit. A run that is short of time saves how far it got, and the next one
 * continues from there. Thread-safe.
 */
public final class ScoreRuns {
    /**
     * How long before the last run's beginning a write still counts as new: writers' clocks differ,
     * a transaction takes a while, and parts are read with eventual consistency.
     */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    /**
     * Just longer than a call may last, so that a run that died does not block the next for long.
     */
    private static final Duration LEASE = Duration.ofMinutes(16);

    private static final int CHECKPOINT = 200;

    /** Authors scored in parallel; at most this many scores are wasted at timeout. */
    private static final int BATCH_SIZE = 32;

    private final AuthorPosts authors;
    private final BrandStore brands;
    private final MediaResults media;
    private final ScoreStore scores;
    private final Supplier<String> newId;
    private final InstantSource clock;

    /**
     * @param newId gives ids that never repeat
     */
    public ScoreRuns(
            AuthorPosts authors,
            BrandStore brands,
            MediaResults media,
            ScoreStore scores,
            Supplier<String> newId,
            InstantSource clock) {
        this.authors = authors;
        this.brands = brands;
        this.media = media;
        this.scores = scores;
        this.newId = newId;
        this.clock = clock;
    }

    /** The workspaces that have authors. */
    public List<WorkspaceId> workspaces() {
        return authors.workspaces();
    }

    /**
     * Result of a run.
     *
     * @param begun false if another run was under way, and nothing was done
     * @param done false if time ran out; the next run goes on
     * @param newBaseline whether everybody is scored anew
     * @param known authors in the workspace
     * @param scored authors that were scored
     * @param written scores that were written
     * @param removed authors whose scores were deleted for good
     */
    public record Result(
            boolean begun,
            boolean done,
            boolean newBaseline,
            int known,
            int scored,
            int written,
            int removed) {
        private static final Result BUSY = new Result(false, false, false, 0, 0, 0, 0);
    }

    /**
     * Runs for one workspace.
     *
     * @param all make a new baseline and score everybody, whether that is due or not
     * @param timeLeft checked between authors; false ends the run at the next one
     */
    public Result run(WorkspaceId workspace, boolean all, BooleanSupplier timeLeft) {
        Instant now = clock.instant();
        Optional<RunState> claimed = scores.claim(workspace, now, LEASE);
        if (claimed.isEmpty()) {
            return Result.BUSY;
        }
        RunState state = claimed.get();
        Set<ErasureMark> objections = scores.objections(workspace);
        WorkspaceActivity activity = load(workspace, objections);
        BrandCatalogue catalogue = brands.catalogue(workspace);
        Optional<DailyBaseline> held = held(workspace, state, all, now, catalogue, activity);
        boolean fresh = held.isEmpty();
        DailyBaseline baseline =
                held.orElseGet(() -> DailyBaseline.of(newId.get(), now, catalogue, activity));
        if (fresh) {
            scores.putBaseline(workspace, baseline.id(), DailyBaselineBytes.write(baseline));
        }
        Optional<RunState.Pending> pending = fresh ? Optional.empty() : state.pending();
        var begun = pending.orElseGet(() -> new RunState.Pending(now, fresh, ""));
        Set<ErasureMark> changed = difference(objections, state.objections());
        Instant since =
                state.since().equals(Instant.EPOCH) ? Instant.EPOCH : state.since().minus(OVERLAP);
        Set<AuthorRef> due = begun.all() ? activity.authors() : activity.touched(since, changed);
        int removed = removeGone(workspace, activity, objections, since);
        Tally tally =
                score(
                        new Work(workspace, state, begun, activity, baseline, catalogue),
                        List.copyOf(sorted(due, begun.cursor())),
                        timeLeft);
        if (tally.done()) {
            scores.save(
                    workspace,
                    new RunState(baseline.id(), begun.startedAt(), objections, Optional.empty()),
                    true);
        }
        return new Result(
                true,
                tally.done(),
                fresh,
                activity.authors().size(),
                tally.scored(),
                tally.written(),
                removed);
    }

    /** The baseline that is scored against still, if there is one. */
    private Optional<DailyBaseline> held(
            WorkspaceId workspace,
            RunState state,
            boolean all,
            Instant now,
            BrandCatalogue catalogue,
            WorkspaceActivity activity) {
        if (all) {
            return Optional.empty();
        }
        // A baseline is finished before the next one is made: a large workspace grows while it is
        // scored.
        return kept(workspace, state)
                .filter(
                        kept ->
                                kept.holds(now, catalogue, activity.size())
                                        || (state.pending().isPresent()
                                                && kept.asOf()
                                                        .equals(DailyBaseline.endOfDay(now))));
    }

    /** What a run scores with, and where it stood when it was taken up. */
    private record Work(
            WorkspaceId workspace,
            RunState state,
            RunState.Pending begun,
            WorkspaceActivity activity,
            DailyBaseline baseline,
            BrandCatalogue catalogue) {
        RunState at(String cursor) {
            return state.during(baseline.id(), begun.at(cursor));
        }
    }

    /** How far a run came. */
    private record Tally(boolean done, int scored, int written) {}

    /** Scores authors in this order until all are done, or the time is over. */
    private Tally score(Work work, List<AuthorRef> order, BooleanSupplier timeLeft) {
        var evidence = new AuthorScoring(work.activity(), work.baseline(), work.catalogue());
        int written = 0;
        String cursor = work.begun().cursor();
        List<List<ScoredAuthor>> ahead = List.of();
        for (int i = 0; i < order.size(); i++) {
            if (i % BATCH_SIZE == 0) {
                // No score depends on another, so all processors can work.
                ahead =
                        order.subList(i, Math.min(order.size(), i + BATCH_SIZE)).parallelStream()
                                .map(evidence::score)
                                .toList();
            }
            if (!timeLeft.getAsBoolean()) {
                scores.save(work.workspace(), work.at(cursor), true);
                return new Tally(false, i, written);
            }
            AuthorRef author = order.get(i);
            List<ScoredAuthor> results = ahead.get(i % BATCH_SIZE);
            Audience audience = Audience.of(work.activity().audience(author));
            scores.replace(work.workspace(), author, audience, results);
            cursor = author.pseudonym();
            written += results.size();
            if ((i + 1) % CHECKPOINT == 0) {
                scores.save(work.workspace(), work.at(cursor), false);
            }
        }
        return new Tally(true, order.size(), written);
    }

    private WorkspaceActivity load(WorkspaceId workspace, Set<ErasureMark> objections) {
        var entries = new ArrayList<Entry>();
        for (int part = 0; part < AuthorPosts.PARTS; part++) {
            entries.addAll(authors.part(workspace, part));
        }
        return WorkspaceActivity.of(entries, objections, new Pictures(workspace, media));
    }

    private Optional<DailyBaseline> kept(WorkspaceId workspace, RunState state) {
        if (state.baselineId().isEmpty()) {
            return Optional.empty();
        }
        return scores.baseline(workspace, state.baselineId()).flatMap(ScoreRuns::readable);
    }

    /**
     * A baseline that is damaged, or that another release wrote in another form, counts as none.
     */
    private static Optional<DailyBaseline> readable(byte[] bytes) {
        try {
            return Optional.of(DailyBaselineBytes.read(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Deletes the scores of authors who objected or have no posts left. */
    private int removeGone(
            WorkspaceId workspace,
            WorkspaceActivity activity,
            Set<ErasureMark> objections,
            Instant since) {
        Set<ErasureMark> gone = new TreeSet<>(java.util.Comparator.comparing(ErasureMark::digest));
        gone.addAll(activity.gone(since));
        if (!gone.isEmpty()) {
            activity.authors().forEach(author -> gone.remove(ErasureMark.of(author)));
        }
        gone.addAll(objections);
        gone.forEach(mark -> scores.remove(workspace, mark));
        return gone.size();
    }

    private static Set<ErasureMark> difference(Set<ErasureMark> one, Set<ErasureMark> other) {
        var difference = new HashSet<ErasureMark>();
        one.stream().filter(mark -> !other.contains(mark)).forEach(difference::add);
        other.stream().filter(mark -> !one.contains(mark)).forEach(difference::add);
        return difference;
    }

    private static Set<AuthorRef> sorted(Set<AuthorRef> authors, String after) {
        var sorted = new TreeSet<>(WorkspaceActivity.byPseudonym());
        authors.stream().filter(a -> a.pseudonym().compareTo(after) > 0).forEach(sorted::add);
        return sorted;
    }
}
