package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.PostScan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Posts, counts and authors in memory; nothing expires. Thread-safe: every call takes the one lock.
 */
public final class InMemoryAnalysisStore implements AnalysisStore, AuthorPosts, PostScan {
    private static final Comparator<PostId> ORDER = Comparator.comparing(PostId::toString);

    private final InstantSource clock;
    private final Map<WorkspaceId, Map<PostId, Instant>> written = new HashMap<>();
    private final Map<WorkspaceId, List<Entry.Gone>> gone = new HashMap<>();
    private final Map<WorkspaceId, Map<PostId, StoredPost>> posts = new HashMap<>();
    private final Map<WorkspaceId, Map<String, TreeMap<Instant, WindowCounts>>> counts =
            new HashMap<>();

    /** A store whose clock stands still. */
    public InMemoryAnalysisStore() {
        this(InstantSource.fixed(Instant.parse("2026-03-04T06:00:00Z")));
    }

    /**
     * @param clock source of write times
     */
    public InMemoryAnalysisStore(InstantSource clock) {
        this.clock = clock;
    }

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
            // Nobody's activity moves but that of the posts that change.
            var before = activity(states(workspace, result.puts().keySet()));
            stored(workspace).putAll(result.puts());
            moved(workspace, before, activity(result.puts().values()));
            result.deltas().forEach(delta -> add(workspace, delta));
            effects.add(result.effect());
        }
        return effects;
    }

    @Override
    public synchronized void forget(WorkspaceId workspace, Collection<PostId> ids) {
        stored(workspace)
                .entrySet()
                .removeIf(
                        each ->
                                ids.contains(each.getKey())
                                        && each.getValue() instanceof StoredPost.Tombstone);
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
    public synchronized PostScan.Page part(
            WorkspaceId workspace, int part, Optional<PostId> after, int limit) {
        List<PostAnalysis> left =
                stored(workspace).values().stream()
                        .filter(StoredPost.Live.class::isInstance)
                        .map(found -> ((StoredPost.Live) found).analysis())
                        .filter(post -> Math.floorMod(post.id().hashCode(), PostScan.PARTS) == part)
                        .filter(
                                post ->
                                        after.filter(last -> ORDER.compare(last, post.id()) >= 0)
                                                .isEmpty())
                        .sorted(Comparator.comparing(PostAnalysis::id, ORDER))
                        .limit(limit)
                        .toList();
        return new PostScan.Page(
                left, left.size() == limit ? Optional.of(left.getLast().id()) : Optional.empty());
    }

    @Override
    public synchronized List<CountDelta> counts(
            WorkspaceId workspace, String brandId, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        return counts
                .getOrDefault(workspace, Map.of())
                .getOrDefault(brandId, new TreeMap<>())
                .subMap(from, to)
                .entrySet()
                .stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new CountDelta(brandId, e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public synchronized List<AuthorPost> posts(WorkspaceId workspace, AuthorRef author) {
        return activity(stored(workspace).values()).values().stream()
                .filter(post -> post.author().ref().equals(author))
                .sorted(
                        Comparator.comparing(
                                post -> position(post.createdAt(), post.id()), ByteOrder.ASCENDING))
                .toList();
    }

    @Override
    public synchronized List<Entry> part(WorkspaceId workspace, int part) {
        var entries = new TreeMap<String, Entry>();
        activity(stored(workspace).values()).values().stream()
                .filter(post -> AuthorPosts.partOf(post.author().ref()) == part)
                .forEach(
                        post ->
                                entries.put(
                                        post.author().ref().pseudonym()
                                                + position(post.createdAt(), post.id()),
                                        new Entry.Post(
                                                post,
                                                written.getOrDefault(workspace, Map.of())
                                                        .getOrDefault(post.id(), Instant.EPOCH))));
        for (Entry.Gone mark : gone.getOrDefault(workspace, List.of())) {
            if (Integer.parseInt(mark.mark().digest().substring(0, 2), 16) == part) {
                entries.put("T" + entries.size(), mark);
            }
        }
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized List<WorkspaceId> workspaces() {
        return posts.keySet().stream().sorted(Comparator.comparing(WorkspaceId::value)).toList();
    }

    /** Every live post of a workspace, in no order. */
    synchronized List<PostAnalysis> live(WorkspaceId workspace) {
        return stored(workspace).values().stream()
                .filter(StoredPost.Live.class::isInstance)
                .map(state -> ((StoredPost.Live) state).analysis())
                .toList();
    }

    private List<StoredPost> states(WorkspaceId workspace, Collection<PostId> ids) {
        return ids.stream().map(stored(workspace)::get).filter(Objects::nonNull).toList();
    }

    private static Map<PostId, AuthorPost> activity(Collection<StoredPost> states) {
        var activity = new HashMap<PostId, AuthorPost>();
        for (StoredPost found : states) {
            if (found instanceof StoredPost.Live live) {
                AuthorPost.of(live.analysis()).ifPresent(post -> activity.put(post.id(), post));
            }
        }
        return activity;
    }

    private void moved(
            WorkspaceId workspace, Map<PostId, AuthorPost> before, Map<PostId, AuthorPost> after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        after.forEach(
                (id, post) -> {
                    if (!post.equals(before.get(id))) {
                        written.computeIfAbsent(workspace, w -> new HashMap<>()).put(id, now);
                    }
                });
        List<Entry.Gone> marks = gone.computeIfAbsent(workspace, w -> new ArrayList<>());
        before.forEach(
                (id, post) -> {
                    AuthorPost next = after.get(id);
                    if (next == null || !next.author().ref().equals(post.author().ref())) {
                        marks.add(new Entry.Gone(ErasureMark.of(post.author().ref()), now));
                        marks.add(new Entry.Gone(ErasureMark.of(post.id()), now));
                    }
                    for (Reference reference : post.references()) {
                        if (next == null || !next.references().contains(reference)) {
                            ErasureMark mark =
                                    reference
                                            .author()
                                            .map(ErasureMark::of)
                                            .orElseGet(() -> ErasureMark.of(reference.target()));
                            marks.add(new Entry.Gone(mark, now));
                        }
                    }
                });
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

    /** The port orders posts by milliseconds. */
    private static String position(Instant createdAt, PostId id) {
        return String.format(Locale.ROOT, "%013d#%s", createdAt.toEpochMilli(), id);
    }
}
