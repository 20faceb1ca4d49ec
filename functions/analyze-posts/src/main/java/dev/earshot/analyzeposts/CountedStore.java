package dev.earshot.analyzeposts;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * A store that counts what comes to be stored: posts that are new, and their verdicts. Thread-safe.
 */
final class CountedStore implements AnalysisStore {
    private final AnalysisStore store;
    private final LongAdder verdicts = new LongAdder();
    private final LongAdder abstentions = new LongAdder();
    private volatile String revision = "none";

    CountedStore(AnalysisStore store) {
        this.store = store;
    }

    /**
     * What was stored.
     *
     * @param revision of the model that read the last of them; {@code none} before the first
     */
    record Counted(long verdicts, long abstentions, String revision) {}

    /** What has been stored since the last call. */
    Counted take() {
        return new Counted(verdicts.sumThenReset(), abstentions.sumThenReset(), revision);
    }

    @Override
    public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
        return counted(changes, store.commit(workspace, changes));
    }

    @Override
    public List<Ledger.Effect> update(
            WorkspaceId workspace,
            Collection<PostId> ids,
            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
        var decided = new ArrayList<PostChange>();
        List<Ledger.Effect> effects =
                store.update(
                        workspace,
                        ids,
                        stored -> {
                            List<PostChange> changes = decide.apply(stored);
                            decided.addAll(changes);
                            return changes;
                        });
        return counted(decided, effects);
    }

    private List<Ledger.Effect> counted(List<PostChange> changes, List<Ledger.Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i) == Ledger.Effect.STORED
                    && changes.get(i) instanceof PostChange.Store stored) {
                PostAnalysis post = stored.analysis();
                boolean abstained = post.reading().label() == SentimentLabel.ABSTAIN;
                (abstained ? abstentions : verdicts).increment();
                if (!post.models().isEmpty()) {
                    revision = post.models().getFirst().revision();
                }
            }
        }
        return effects;
    }

    @Override
    public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
        return store.find(workspace, ids);
    }

    @Override
    public void forget(WorkspaceId workspace, Collection<PostId> ids) {
        store.forget(workspace, ids);
    }

    @Override
    public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
        return store.post(workspace, id);
    }

    @Override
    public List<PostAnalysis> brandPosts(BrandPosts query) {
        return store.brandPosts(query);
    }

    @Override
    public List<CountDelta> counts(
            WorkspaceId workspace, String brandId, Instant from, Instant to) {
        return store.counts(workspace, brandId, from, to);
    }

    @Override
    public List<List<CountDelta>> countsOfEach(
            WorkspaceId workspace, List<String> brandIds, Instant from, Instant to) {
        return store.countsOfEach(workspace, brandIds, from, to);
    }

    @Override
    public List<List<CountDelta>> dailyCountsOfEach(
            WorkspaceId workspace, List<String> brandIds, LocalDate from, LocalDate to) {
        return store.dailyCountsOfEach(workspace, brandIds, from, to);
    }
}
