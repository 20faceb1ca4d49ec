package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.Reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table and its counts as the ledger keeps them, and changes to apply. */
final class LedgerWorld {
    static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final Instant REMOVED = Instant.parse("2026-03-05T00:00:00Z");

    final Map<PostId, StoredPost> stored = new HashMap<>();
    private List<CountDelta> deltas = List.of();

    static LedgerWorld after(List<PostChange> changes) {
        var world = new LedgerWorld();
        changes.forEach(world::apply);
        return world;
    }

    Ledger.Effect apply(PostChange change) {
        Ledger.Result result = Ledger.apply(change, stored);
        stored.putAll(result.puts());
        var all = new ArrayList<>(deltas);
        all.addAll(result.deltas());
        deltas = Ledger.sum(all);
        return result.effect();
    }

    PostAnalysis only() {
        assertThat(stored).hasSize(1);
        return ((StoredPost.Live) stored.values().iterator().next()).analysis();
    }

    Map<String, WindowCounts> counts() {
        return byWindow(deltas);
    }

    Map<String, WindowCounts> recount() {
        return byWindow(
                Ledger.sum(
                        stored.values().stream()
                                .filter(StoredPost.Live.class::isInstance)
                                .flatMap(s -> ((StoredPost.Live) s).analysis().deltas().stream())
                                .toList()));
    }

    View view() {
        var live = new HashMap<PostId, PostAnalysis>();
        var aliases = new HashMap<PostId, PostId>();
        var removed = new HashSet<PostId>();
        stored.forEach(
                (id, state) -> {
                    switch (state) {
                        case StoredPost.Live l -> live.put(id, l.analysis());
                        case StoredPost.Alias alias -> aliases.put(id, alias.canonical());
                        case StoredPost.Tombstone tombstone -> removed.add(id);
                    }
                });
        return new View(live, aliases, removed, counts());
    }

    record View(
            Map<PostId, PostAnalysis> live,
            Map<PostId, PostId> aliases,
            Set<PostId> removed,
            Map<String, WindowCounts> counts) {}

    private static Map<String, WindowCounts> byWindow(List<CountDelta> deltas) {
        return new TreeMap<>(
                deltas.stream()
                        .collect(
                                Collectors.toMap(
                                        d -> d.brandId() + " " + d.minute(), CountDelta::counts)));
    }

    static PostChange store(List<String> ids, long edit, String content, String brand) {
        return new PostChange.Store(analysis(ids, edit, content, brand));
    }

    static PostChange remove(String nativeId) {
        return new PostChange.Remove(id(nativeId), REMOVED);
    }

    static PostAnalysis analysis(List<String> ids, long edit, String content, String brand) {
        String digest = String.format(Locale.ROOT, "%064x", content.hashCode() & 0xffffL);
        return new PostAnalysis(
                WORKSPACE,
                id(ids.getFirst()),
                ids.stream().skip(1).map(LedgerWorld::id).toList(),
                new Revision(edit, NOON.plusSeconds(edit), digest),
                NOON.plusSeconds(61 * edit),
                NOON.plusSeconds(300),
                new Reading.Abstained("tlh", "a language that the model does not know"),
                List.of(brand),
                Optional.empty(),
                Engagement.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(new ModelVersion("text", "1", "0".repeat(64))));
    }

    static PostId id(String nativeId) {
        return new PostId(Platform.X, nativeId);
    }

    static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    static PostAnalysis by(PostAnalysis post, Author author) {
        return new PostAnalysis(
                post.workspace(),
                post.id(),
                post.otherIds(),
                post.revision(),
                post.createdAt(),
                post.analysedAt(),
                post.reading(),
                post.brands(),
                Optional.of(author),
                post.engagement(),
                post.media(),
                post.text(),
                post.models());
    }
}
