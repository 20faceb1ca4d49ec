package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule is a join: order and repetition of changes don't matter, and counts follow the posts. */
final class LedgerTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant REMOVED = Instant.parse("2026-03-05T00:00:00Z");

    @Test
    void changes_everyOrderOfAnEditChain_endAlike() {
        List<PostChange> changes =
                List.of(
                        store(List.of("100"), 0, "a", "acme"),
                        store(List.of("100", "101"), 1, "b", "zenith"),
                        store(List.of("100", "101", "102"), 2, "c", "acme"),
                        store(List.of("101"), 1, "b", "zenith"),
                        remove("7"));
        Set<World.View> ends = new HashSet<>();
        permutations(changes).forEach(order -> ends.add(World.after(order).view()));

        assertThat(ends).hasSize(1);
        World.View end = ends.iterator().next();
        assertThat(end.live()).containsOnlyKeys(id("100"));
        assertThat(end.removed()).containsExactly(id("7"));
    }

    @Test
    void changes_everyOrderWithRemovalOfALaterId_endRemoved() {
        List<PostChange> changes =
                List.of(
                        store(List.of("100"), 0, "a", "acme"),
                        store(List.of("100", "101"), 1, "b", "acme"),
                        store(List.of("100", "101", "102"), 2, "c", "acme"),
                        remove("102"),
                        store(List.of("102"), 2, "c", "acme"));
        for (List<PostChange> order : permutations(changes)) {
            World end = World.after(order);

            assertThat(end.view().live()).as("%s", order).isEmpty();
            assertThat(end.counts()).as("%s", order).isEmpty();
            assertThat(end.view().removed())
                    .as("%s", order)
                    .containsExactlyInAnyOrder(id("100"), id("101"), id("102"));
        }
    }

    @Test
    void changes_shuffledAndRepeated_endAlikeWithExactCounts() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            List<PostChange> changes = randomChanges(random);
            World inOrder = World.after(changes);
            List<PostChange> thrice = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                thrice.addAll(changes);
            }
            Collections.shuffle(thrice, random);
            World shuffled = World.after(thrice);

            assertThat(shuffled.view()).as("seed %d", seed).isEqualTo(inOrder.view());
            assertThat(shuffled.counts()).as("seed %d", seed).isEqualTo(shuffled.recount());
            assertThat(inOrder.counts()).as("seed %d", seed).isEqualTo(inOrder.recount());
        }
    }

    @Test
    void change_appliedTwice_writesNothingTheSecondTime() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            List<PostChange> changes = randomChanges(random);
            World world = World.after(changes);
            for (PostChange change : changes) {
                Ledger.Result result = Ledger.apply(change, world.stored);

                assertThat(result.puts()).as("seed %d, %s", seed, change).isEmpty();
                assertThat(result.deltas()).as("seed %d, %s", seed, change).isEmpty();
                assertThat(result.effect()).isEqualTo(Ledger.Effect.ALREADY_STORED);
            }
        }
    }

    @Test
    void store_sameStateSeenLater_keepsContentAndMovesTime() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        Revision later =
                new Revision(0, first.revision().observedAt().plusSeconds(9), first.revision().digest());
        var again =
                new PostAnalysis(
                        WORKSPACE, first.id(), List.of(), later, first.createdAt(),
                        first.analysedAt().plusSeconds(9), first.reading(), List.of("zenith"),
                        Optional.empty(), Engagement.UNKNOWN, List.of(), Optional.empty(),
                        List.of());
        World world = World.after(List.of(new PostChange.Store(first)));
        Ledger.Result result = Ledger.apply(new PostChange.Store(again), world.stored);

        assertThat(result.effect()).isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(result.deltas()).isEmpty();
        assertThat(result.puts().get(first.id()))
                .isInstanceOfSatisfying(
                        StoredPost.Live.class,
                        live -> {
                            assertThat(live.analysis().revision()).isEqualTo(later);
                            assertThat(live.analysis().brands()).containsExactly("acme");
                        });
    }

    @Test
    void changes_sameStateByModelsOfSeveralAges_endWithTheNewestInEveryOrder() {
        PostAnalysis edit = analysis(List.of("1"), 0, "a", "acme");
        List<PostChange> changes =
                List.of(
                        new PostChange.Store(edit.madeBy(List.of(model("2026.9.1")))),
                        new PostChange.Store(
                                edit.about(List.of("zenith"), edit.revision())
                                        .madeBy(List.of(model("2026.11.10")))),
                        new PostChange.Store(edit.madeBy(List.of(model("2026.11.9")))),
                        new PostChange.Store(edit.madeBy(List.of())));
        for (List<PostChange> order : permutations(changes)) {
            World end = World.after(order);

            assertThat(end.view().live().values().iterator().next().brands())
                    .as("%s", order)
                    .containsExactly("zenith");
            assertThat(end.counts()).as("%s", order).isEqualTo(end.recount());
        }
    }

    @Test
    void changes_verdictAmongAbstentionsOfNewerModels_isKeptInEveryOrder() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis verdict = state.read(unsure()).madeBy(List.of(other("2026.11.1")));
        List<PostChange> changes =
                List.of(
                        new PostChange.Store(state.madeBy(List.of(model("2026.11.6")))),
                        new PostChange.Store(
                                state.madeBy(List.of(model("2026.11.5"), other("2026.12.1")))),
                        new PostChange.Store(verdict),
                        new PostChange.Store(
                                state.read(unsure()).madeBy(List.of(other("2026.10.1")))),
                        new PostChange.Store(state.read(unsure()).madeBy(List.of())));
        for (List<PostChange> order : permutations(changes)) {
            World end = World.after(order);

            assertThat(end.only()).as("%s", order).isEqualTo(verdict);
            assertThat(end.counts()).as("%s", order).isEqualTo(end.recount());
        }
    }

    @Test
    void changes_verdictsOfModelsOfTwoNames_endAlikeInEveryOrder() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme").read(unsure());
        List<PostChange> changes =
                List.of(
                        new PostChange.Store(state.madeBy(List.of(model("2026.11.5")))),
                        new PostChange.Store(state.madeBy(List.of(other("2026.11.9")))),
                        new PostChange.Store(state.madeBy(List.of(other("2026.11.1")))),
                        new PostChange.Store(state.madeBy(List.of(model("2026.11.6")))));
        for (List<PostChange> order : permutations(changes)) {
            assertThat(World.after(order).only().models())
                    .as("%s", order)
                    .containsExactly(model("2026.11.6"));
        }
    }

    @Test
    void changes_abstentionsOfSeveralSetsOfModels_endWithTheNewestAndMostInEveryOrder() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        List<PostChange> changes =
                List.of(
                        new PostChange.Store(state.madeBy(List.of(model("2026.11.5")))),
                        new PostChange.Store(state.madeBy(List.of(model("2026.11.6")))),
                        new PostChange.Store(
                                state.madeBy(List.of(other("2026.11.1"), model("2026.11.6")))),
                        new PostChange.Store(
                                state.madeBy(List.of(model("2026.11.5"), other("2026.11.2")))),
                        new PostChange.Store(state.madeBy(List.of())));
        for (List<PostChange> order : permutations(changes)) {
            assertThat(World.after(order).only().models())
                    .as("%s", order)
                    .containsExactly(other("2026.11.1"), model("2026.11.6"));
        }
    }

    @Test
    void apply_abstentionOfANewerModelAfterAVerdictOfAnother_keepsTheVerdict() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis verdict = state.read(unsure()).madeBy(List.of(other("2026.11.1")));
        var abstention = new PostChange.Store(state.madeBy(List.of(model("2026.11.6"))));
        World world = World.after(List.of(new PostChange.Store(verdict)));

        assertThat(Ledger.apply(abstention, world.stored).puts()).isEmpty();
        assertThat(world.apply(abstention)).isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(world.only()).isEqualTo(verdict);
    }

    @Test
    void apply_verdictAfterAnAbstentionOfANewerModel_replacesIt() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis verdict = state.read(unsure()).madeBy(List.of(other("2026.11.1")));
        World world =
                World.after(
                        List.of(new PostChange.Store(state.madeBy(List.of(model("2026.11.6"))))));

        assertThat(world.apply(new PostChange.Store(verdict))).isEqualTo(Ledger.Effect.REPLACED);
        assertThat(world.only()).isEqualTo(verdict);
    }

    @Test
    void apply_sameStateByNewerModels_isReplacedOnceAndKeepsTheLatestSighting() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        Revision late = seenAfter(first, 9);
        World world = World.after(List.of(new PostChange.Store(first.about(List.of("acme"), late))));
        PostAnalysis better = first.madeBy(List.of(model("2027.1")));
        var newer = new PostChange.Store(better);

        assertThat(world.apply(newer)).isEqualTo(Ledger.Effect.REPLACED);
        assertThat(world.only()).isEqualTo(better.about(List.of("acme"), late));
        assertThat(world.apply(newer)).isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(Ledger.apply(newer, world.stored).puts()).isEmpty();
    }

    @Test
    void apply_sameStateByOlderModelsSeenLater_keepsTheNewerResultAndMovesTheTime() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis newer =
                first.about(List.of("zenith"), first.revision()).madeBy(List.of(model("2027.1")));
        Revision late = seenAfter(first, 9);
        World world = World.after(List.of(new PostChange.Store(newer)));

        assertThat(world.apply(new PostChange.Store(first.about(List.of("acme"), late))))
                .isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(world.only()).isEqualTo(newer.about(List.of("zenith"), late));
        assertThat(world.counts()).isEqualTo(world.recount());
    }

    private static Revision seenAfter(PostAnalysis post, long seconds) {
        Revision seen = post.revision();
        return new Revision(
                seen.edit(), seen.observedAt().plusSeconds(seconds), seen.digest());
    }

    /** A model read it and was not sure: a result like any other. */
    private static Reading unsure() {
        return new Reading.Read("de", new TextAnalysis(new Sentiment(0.4, 0.3, 0.3), 0.9));
    }

    private static ModelVersion model(String revision) {
        return new ModelVersion("text", revision, "0".repeat(64));
    }

    private static ModelVersion other(String revision) {
        return new ModelVersion("text-multilingual", revision, "0".repeat(64));
    }

    @Test
    void apply_effects_areToldApart() {
        World world = new World();

        assertThat(world.apply(store(List.of("1"), 0, "a", "acme")))
                .isEqualTo(Ledger.Effect.STORED);
        assertThat(world.apply(store(List.of("1"), 1, "b", "acme")))
                .isEqualTo(Ledger.Effect.REPLACED);
        assertThat(world.apply(store(List.of("1"), 0, "a", "acme")))
                .isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(world.apply(remove("1"))).isEqualTo(Ledger.Effect.REMOVED);
        assertThat(world.apply(remove("1"))).isEqualTo(Ledger.Effect.ALREADY_STORED);
    }

    @Test
    void tombstone_ofAPost_keepsNothingOfIt() {
        World world = World.after(List.of(store(List.of("1"), 0, "a", "acme"), remove("1")));

        assertThat(world.stored)
                .containsExactly(Map.entry(id("1"), new StoredPost.Tombstone(id("1"), REMOVED)));
    }

    /** A table and its counts, kept by the rule. */
    private static final class World {
        private final Map<PostId, StoredPost> stored = new HashMap<>();
        private List<CountDelta> deltas = List.of();

        static World after(List<PostChange> changes) {
            var world = new World();
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
                                            d -> d.brandId() + " " + d.minute(),
                                            CountDelta::counts)));
        }
    }

    /** Chains of up to four ids, of which each edit names a prefix or itself alone. */
    private static List<PostChange> randomChanges(Random random) {
        List<PostChange> changes = new ArrayList<>();
        for (int post = 0; post < 4; post++) {
            int length = 1 + random.nextInt(4);
            List<String> chain = new ArrayList<>();
            for (int edit = 0; edit < length; edit++) {
                chain.add("" + (100 + 10 * post + edit));
                boolean alone = random.nextInt(4) == 0;
                changes.add(
                        store(
                                alone ? List.of(chain.getLast()) : List.copyOf(chain),
                                edit,
                                "text " + post + " " + edit,
                                "brand" + random.nextInt(3)));
            }
            if (random.nextInt(3) == 0) {
                changes.add(remove(chain.get(random.nextInt(chain.size()))));
            }
        }
        return changes;
    }

    private static PostChange store(List<String> ids, long edit, String content, String brand) {
        return new PostChange.Store(analysis(ids, edit, content, brand));
    }

    private static PostChange remove(String nativeId) {
        return new PostChange.Remove(id(nativeId), REMOVED);
    }

    private static PostAnalysis analysis(
            List<String> ids, long edit, String content, String brand) {
        String digest = String.format(Locale.ROOT, "%064x", content.hashCode() & 0xffffL);
        return new PostAnalysis(
                WORKSPACE,
                id(ids.getFirst()),
                ids.stream().skip(1).map(LedgerTest::id).toList(),
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

    private static PostId id(String nativeId) {
        return new PostId(Platform.X, nativeId);
    }

    private static <T> List<List<T>> permutations(List<T> items) {
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
}
