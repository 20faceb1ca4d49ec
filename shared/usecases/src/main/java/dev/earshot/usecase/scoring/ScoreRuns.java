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
     * @param removed authors whose scores were taken away for good
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
     * @param timeLeft asked now and then; false ends the run at the next author
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
        Optional<DailyBaseline> kept = all ? Optional.empty() : kept(workspace, state);
        Optional<DailyBaseline> held = kept.filter(e -> e.holds(now, catalogue, activity.size()));
        // A baseline is finished before the next one is made: a large workspace grows while it is
        // scored.
        if (held.isEmpty() && state.pending().isPresent() && !all) {
            held = kept.filter(e -> e.asOf().equals(DailyBaseline.endOfDay(now)));
        }
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
        var evidence = new AuthorScoring(activity, baseline, catalogue);
        int scored = 0;
        int written = 0;
        String cursor = begun.cursor();
        List<AuthorRef> order = List.copyOf(sorted(due, cursor));
        List<List<ScoredAuthor>> ahead = List.of();
        for (int i = 0; i < order.size(); i++) {
            if (i % BATCH_SIZE == 0) {
                // A score depends on no other, so all processors may work.
                ahead =
                        order.subList(i, Math.min(order.size(), i + BATCH_SIZE)).parallelStream()
                                .map(evidence::score)
                                .toList();
            }
            AuthorRef author = order.get(i);
            if (!timeLeft.getAsBoolean()) {
                scores.save(workspace, state.during(baseline.id(), begun.at(cursor)), true);
                return new Result(
                        true, false, fresh, activity.authors().size(), scored, written, removed);
            }
            List<ScoredAuthor> results = ahead.get(i % BATCH_SIZE);
            scores.replace(workspace, author, Audience.of(activity.audience(author)), results);
            cursor = author.pseudonym();
            scored++;
            written += results.size();
            if (scored % CHECKPOINT == 0) {
                scores.save(workspace, state.during(baseline.id(), begun.at(cursor)), false);
            }
        }
        scores.save(
                workspace,
                new RunState(baseline.id(), begun.startedAt(), objections, Optional.empty()),
                true);
        return new Result(true, true, fresh, activity.authors().size(), scored, written, removed);
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

    /** Takes away the scores of those who objected and of those who have no posts left. */
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
