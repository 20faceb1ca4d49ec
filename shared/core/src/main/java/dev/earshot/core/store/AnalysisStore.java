package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps posts' results and the counts over them. Implementations are thread-safe; a failing service
 * surfaces as {@link StoreException}. Expired items are never returned.
 */
public interface AnalysisStore {
    /** What is stored under each id, strongly consistent; ids with nothing stored are left out. */
    Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids);

    /**
     * Applies changes by the {@link Ledger}'s rule: each post together with its effect on the
     * counts, or not at all. Several changes to one post are applied in the order given. Repeating
     * a commit changes nothing. After an exception some changes may have been applied; repeat the
     * whole commit.
     *
     * @return the effect of each change, in order
     */
    List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes);

    /**
     * Reads what is stored under some ids, lets {@code decide} choose the changes, and commits
     * them. The changes are judged against what was read, so no id is read a second time unless
     * another writer changed it in between; then the {@link Ledger}'s rule decides on what is there
     * by then, as in {@link #commit}.
     *
     * @param ids all that the changes will name, as far as known; any others are read in addition
     * @param decide called once, with what {@link #find} would return
     * @return the effect of each change, in order
     */
    default List<Ledger.Effect> update(
            WorkspaceId workspace,
            Collection<PostId> ids,
            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
        return commit(workspace, decide.apply(find(workspace, ids)));
    }

    /**
     * Deletes what the removal of posts has left under these ids, so that not even the ids are
     * known. Only for posts of authors whom a mark keeps from coming back ({@link AuthorEnds}): a
     * post whose removal is forgotten may be stored again. Live posts stay.
     */
    void forget(WorkspaceId workspace, Collection<PostId> ids);

    /** One post's result by any of its ids; empty if unknown or removed. */
    Optional<PostAnalysis> post(WorkspaceId workspace, PostId id);

    /** Posts that mention a brand, newest first; ties by id, descending. */
    List<PostAnalysis> brandPosts(BrandPosts query);

    /**
     * Counts of one brand by minute, {@code from} inclusive to {@code to} exclusive, ascending, one
     * entry for each minute that has any. Exact at the time of the read.
     */
    List<CountDelta> counts(WorkspaceId workspace, String brandId, Instant from, Instant to);

    /**
     * {@link #counts} of several brands, in the order given. Fails if one of them can't be read. A
     * store behind a network reads them side by side; this default reads one after the other.
     */
    default List<List<CountDelta>> countsOfEach(
            WorkspaceId workspace, List<String> brandIds, Instant from, Instant to) {
        return brandIds.stream().map(id -> counts(workspace, id, from, to)).toList();
    }

    /**
     * The sums of {@link #countsOfEach} by UTC day, {@code from} inclusive to {@code to} exclusive,
     * each at its day's start; one entry for each day that has any. As exact, and made for long
     * ranges. A store may keep such sums; this default adds them up.
     */
    default List<List<CountDelta>> dailyCountsOfEach(
            WorkspaceId workspace, List<String> brandIds, LocalDate from, LocalDate to) {
        List<List<CountDelta>> minutes =
                countsOfEach(
                        workspace,
                        brandIds,
                        from.atStartOfDay().toInstant(ZoneOffset.UTC),
                        to.atStartOfDay().toInstant(ZoneOffset.UTC));
        return minutes.stream().map(AnalysisStore::byDay).toList();
    }

    private static List<CountDelta> byDay(List<CountDelta> minutes) {
        var days = new LinkedHashMap<Instant, CountDelta>();
        for (CountDelta each : minutes) {
            Instant day = each.minute().truncatedTo(ChronoUnit.DAYS);
            days.merge(
                    day,
                    new CountDelta(each.brandId(), day, each.counts()),
                    (one, other) ->
                            new CountDelta(one.brandId(), day, one.counts().plus(other.counts())));
        }
        return days.values().stream().filter(day -> !day.counts().isEmpty()).toList();
    }

    /**
     * A page of a brand's posts.
     *
     * @param sentiment only posts with this label for the brand; those of its own accounts have
     *     none
     * @param traits only posts that have all of these
     * @param from inclusive
     * @param to exclusive
     * @param after only posts that come after this position; empty to begin
     * @param limit 1 to 100
     */
    record BrandPosts(
            WorkspaceId workspace,
            String brandId,
            Optional<SentimentLabel> sentiment,
            PostTraits traits,
            Instant from,
            Instant to,
            Optional<Position> after,
            int limit) {
        /** A page of posts with any traits. */
        public BrandPosts(
                WorkspaceId workspace,
                String brandId,
                Optional<SentimentLabel> sentiment,
                Instant from,
                Instant to,
                Optional<Position> after,
                int limit) {
            this(workspace, brandId, sentiment, PostTraits.ANY, from, to, after, limit);
        }

        /** Whether a post satisfies every condition but the position. */
        public boolean takes(PostAnalysis post) {
            return post.brands().contains(brandId)
                    && sentiment
                            .map(l -> !post.isOwn(brandId) && l == post.label(brandId))
                            .orElse(true)
                    && traits.of(post, brandId)
                    && !post.createdAt().isBefore(from)
                    && post.createdAt().isBefore(to);
        }
    }

    /** A place in the order of a brand's posts: newest first, ties by id descending. */
    record Position(Instant createdAt, PostId id) {}
}
