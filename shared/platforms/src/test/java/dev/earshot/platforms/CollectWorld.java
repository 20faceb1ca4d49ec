package dev.earshot.platforms;

import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.run.Collector;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.PostQueue;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.collect.InMemorySourceStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.wire.PostReader;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A workspace with one source, a simulated platform, and a queue whose messages are read. */
final class CollectWorld {
    static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    static final Instant START = Instant.parse("2026-03-04T12:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final InMemorySourceStore store = new InMemorySourceStore();
    final Killing killing = new Killing();
    final SimulatedBluesky bluesky;
    final SourceSpec source;

    /** How often each post came, by its id. */
    final Map<String, Integer> came = new TreeMap<>();

    int kills;
    int repeatable;

    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final PostReader reader = new PostReader(new Pseudonymiser(new byte[16]));
    private final AtomicInteger holders = new AtomicInteger();
    private final Random random;
    private final int pageSize;

    CollectWorld(long seed, boolean cursorsAreOffsets, int pageSize) {
        this.random = new Random(seed);
        random.nextInt();
        this.pageSize = pageSize;
        this.bluesky = new SimulatedBluesky(clock, random, cursorsAreOffsets, pageSize);
        this.source = SourceSpec.of("s", SourceKind.BLUESKY_SEARCH, List.of("nivaro"), List.of());
        brands.put(WORKSPACE, Brand.named("nivaro", "Nivaro"));
        store.put(WORKSPACE, source);
    }

    /** Runs the collector once, as a scheduled call would, and kills it if fate says so. */
    void run() {
        var collector =
                new Collector(
                        killing.store(store),
                        brands::catalogue,
                        new Platforms(),
                        killing.web(bluesky),
                        name ->
                                Optional.of(
                                        new Credential(Map.of("identifier", "a", "password", "b"))),
                        killing.queue(queue()),
                        (workspace, all, format, page, items, sent) -> items,
                        clock,
                        random,
                        () -> "run" + holders.incrementAndGet());
        try {
            collector.collect(WORKSPACE, source, clock.instant().plus(Duration.ofSeconds(50)));
        } catch (Killing.Killed e) {
            kills++;
            repeatable += pageSize;
        }
    }

    private PostQueue queue() {
        return (workspace, source, body) -> {
            var message = new PostMessage("m", workspace, source, body, clock.instant());
            for (Decoded record : reader.decode(message)) {
                if (record instanceof Decoded.Event event) {
                    came.merge(event.event().id().nativeId(), 1, Integer::sum);
                } else {
                    throw new AssertionError("not a post: " + record);
                }
            }
        };
    }

    SourceStatus status() {
        return store.status(WORKSPACE, "s");
    }

    /** Runs until all is well and nothing is under way. */
    void settle() {
        killing.fate = () -> false;
        bluesky.faults = 0;
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofMinutes(16));
            run();
        }
    }

    List<String> lost() {
        return bluesky.posts.stream()
                .map(CollectWorld::id)
                .filter(id -> !came.containsKey(id))
                .toList();
    }

    int repeats() {
        return came.values().stream().mapToInt(times -> times - 1).sum();
    }

    private static String id(SimulatedBluesky.Shown post) {
        String[] parts = post.uri().split("/", -1);
        return parts[2] + ":" + parts[4];
    }
}
