package dev.earshot.core.count;

import static dev.earshot.core.count.LedgerWorld.id;
import static dev.earshot.core.count.LedgerWorld.permutations;
import static dev.earshot.core.count.LedgerWorld.remove;
import static dev.earshot.core.count.LedgerWorld.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The rule is a join: order and repetition don't matter, and counts follow the posts. */
final class LedgerTest {
    @Test
    void changes_everyOrderOfAnEditChain_endAlike() {
        List<PostChange> changes =
                List.of(
                        store(List.of("100"), 0, "a", "acme"),
                        store(List.of("100", "101"), 1, "b", "zenith"),
                        store(List.of("100", "101", "102"), 2, "c", "acme"),
                        store(List.of("101"), 1, "b", "zenith"),
                        remove("7"));
        Set<LedgerWorld.View> ends = new HashSet<>();
        permutations(changes).forEach(order -> ends.add(LedgerWorld.after(order).view()));

        assertThat(ends).hasSize(1);
        LedgerWorld.View end = ends.iterator().next();
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
            LedgerWorld end = LedgerWorld.after(order);

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
            LedgerWorld inOrder = LedgerWorld.after(changes);
            List<PostChange> thrice = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                thrice.addAll(changes);
            }
            Collections.shuffle(thrice, random);
            LedgerWorld shuffled = LedgerWorld.after(thrice);

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
            LedgerWorld world = LedgerWorld.after(changes);
            for (PostChange change : changes) {
                Ledger.Result result = Ledger.apply(change, world.stored);

                assertThat(result.puts()).as("seed %d, %s", seed, change).isEmpty();
                assertThat(result.deltas()).as("seed %d, %s", seed, change).isEmpty();
                assertThat(result.effect()).isEqualTo(Ledger.Effect.ALREADY_STORED);
            }
        }
    }

    @Test
    void apply_effects_areToldApart() {
        LedgerWorld world = new LedgerWorld();

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
        LedgerWorld world =
                LedgerWorld.after(List.of(store(List.of("1"), 0, "a", "acme"), remove("1")));

        assertThat(world.stored)
                .containsExactly(
                        Map.entry(id("1"), new StoredPost.Tombstone(id("1"), LedgerWorld.REMOVED)));
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
                PostAnalysis state =
                        LedgerWorld.analysis(
                                alone ? List.of(chain.getLast()) : List.copyOf(chain),
                                edit,
                                "text " + post + " " + edit,
                                "brand" + random.nextInt(3));
                changes.add(new PostChange.Store(byAnybody(state, random)));
            }
            if (random.nextInt(3) == 0) {
                changes.add(remove(chain.get(random.nextInt(chain.size()))));
            }
        }
        return changes;
    }

    /** Written by nobody that is known, by somebody, or by a brand's own account. */
    private static PostAnalysis byAnybody(PostAnalysis state, Random random) {
        return random.nextInt(3) == 0
                ? state
                : LedgerWorld.by(
                        state,
                        Author.of(new AuthorRef("0".repeat(32)))
                                .ownOf(
                                        random.nextBoolean()
                                                ? List.of("brand" + random.nextInt(3))
                                                : List.of()));
    }
}
