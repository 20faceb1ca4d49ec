package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Posts and counts in memory, for ever. Thread-safe: every call takes the one lock. */
public final class InMemoryAnalysisStore implements AnalysisStore {
    private final Map<WorkspaceId, Map<PostId, StoredPost>> posts = new HashMap<>();
    private final Map<WorkspaceId, Map<String, TreeMap<Instant, WindowCounts>>> counts =
            new HashMap<>();

    @Override
    public synchronized Map<PostId, StoredPost> find(
            WorkspaceId workspace, Collection<PostId> ids) {
        var found = new HashMap<>(stored(workspace));
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized List<Ledger.Effect> commit(
            WorkspaceId workspace, List<PostChange> changes) {
        var effects = new ArrayList<Ledger.Effect>();
        for (PostChange change : changes) {
            Ledger.Result result = Ledger.apply(change, stored(workspace));
            stored(workspace).putAll(result.puts());
            result.deltas().forEach(delta -> add(workspace, delta));
            effects.add(result.effect());
        }
        return effects;
    }

    @Override
    public synchronized Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
        StoredPost found = stored(workspace).get(id);
        if (found instanceof StoredPost.Alias alias) {
            found = stored(workspace).get(alias.canonical());
        }
        return found instanceof StoredPost.Live live
                ? Optional.of(live.analysis())
                : Optional.empty();
    }

    @Override
    public synchronized List<PostAnalysis> brandPosts(BrandPosts query) {
        Comparator<PostAnalysis> order =
                Comparator.comparing(InMemoryAnalysisStore::position, ByteOrder.ASCENDING);
        return stored(query.workspace()).values().stream()
                .filter(StoredPost.Live.class::isInstance)
                .map(found -> ((StoredPost.Live) found).analysis())
                .filter(query::takes)
                .filter(
                        post ->
                                query.after()
                                        .map(
                                                last ->
                                                        ByteOrder.ASCENDING.compare(
                                                                        position(post),
                                                                        position(
                                                                                last.createdAt(),
                                                                                last.id()))
                                                                < 0)
                                        .orElse(true))
                .sorted(order.reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized List<CountDelta> counts(
            WorkspaceId workspace, String brandId, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        return counts.getOrDefault(workspace, Map.of())
                .getOrDefault(brandId, new TreeMap<>())
                .subMap(from, to)
                .entrySet()
                .stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new CountDelta(brandId, e.getKey(), e.getValue()))
                .toList();
    }

    private Map<PostId, StoredPost> stored(WorkspaceId workspace) {
        return posts.computeIfAbsent(workspace, w -> new HashMap<>());
    }

    private void add(WorkspaceId workspace, CountDelta delta) {
        counts.computeIfAbsent(workspace, w -> new HashMap<>())
                .computeIfAbsent(delta.brandId(), brand -> new TreeMap<>())
                .merge(delta.minute(), delta.counts(), WindowCounts::plus);
    }

    private static String position(PostAnalysis post) {
        return position(post.createdAt(), post.id());
    }

    /** The order of the port is by the millisecond. */
    private static String position(Instant createdAt, PostId id) {
        return String.format(Locale.ROOT, "%013d#%s", createdAt.toEpochMilli(), id);
    }
}
