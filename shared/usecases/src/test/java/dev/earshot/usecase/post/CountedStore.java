package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Counts reads of stored posts. For one thread. */
class CountedStore implements AnalysisStore {
    private final AnalysisStore store;
    final List<Set<PostId>> updates = new ArrayList<>();
    final AtomicInteger otherReads = new AtomicInteger();

    CountedStore(AnalysisStore store) {
        this.store = store;
    }

    @Override
    public List<Ledger.Effect> update(
            WorkspaceId workspace,
            Collection<PostId> ids,
            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
        updates.add(Set.copyOf(ids));
        return store.update(workspace, ids, decide);
    }

    @Override
    public void forget(WorkspaceId workspace, Collection<PostId> ids) {
        store.forget(workspace, ids);
    }

    @Override
    public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
        otherReads.incrementAndGet();
        return store.find(workspace, ids);
    }

    @Override
    public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
        otherReads.incrementAndGet();
        return store.commit(workspace, changes);
    }

    @Override
    public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
        otherReads.incrementAndGet();
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
}
