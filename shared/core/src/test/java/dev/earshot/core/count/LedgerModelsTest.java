package dev.earshot.core.count;

import static dev.earshot.core.count.LedgerWorld.analysis;
import static dev.earshot.core.count.LedgerWorld.permutations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Which of several results of one state is kept, whichever models made them and in whatever order.
 */
final class LedgerModelsTest {
    @Test
    void store_sameStateSeenLater_keepsContentAndMovesTime() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        Revision later =
                new Revision(
                        0, first.revision().observedAt().plusSeconds(9), first.revision().digest());
        var again =
                new PostAnalysis(
                        LedgerWorld.WORKSPACE,
                        first.id(),
                        List.of(),
                        later,
                        first.createdAt(),
                        first.analysedAt().plusSeconds(9),
                        first.reading(),
                        List.of("zenith"),
                        Optional.empty(),
                        Engagement.UNKNOWN,
                        List.of(),
                        Optional.empty(),
                        List.of());
        LedgerWorld world = LedgerWorld.after(List.of(new PostChange.Store(first)));
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
            LedgerWorld end = LedgerWorld.after(order);

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
            LedgerWorld end = LedgerWorld.after(order);

            assertThat(end.only())
                    .as("%s", order)
                    .isEqualTo(
                            after(
                                    verdict,
                                    Map.of(
                                            "text", "2026.11.6",
                                            "text-multilingual", "2026.12.1")));
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
            assertThat(LedgerWorld.after(order).only().models())
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
            assertThat(LedgerWorld.after(order).only().models())
                    .as("%s", order)
                    .containsExactly(other("2026.11.1"), model("2026.11.6"));
        }
    }

    @Test
    void apply_abstentionOfANewerModelAfterAVerdictOfAnother_keepsTheVerdictAndNotesTheLookOnce() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis verdict = state.read(unsure()).madeBy(List.of(other("2026.11.1")));
        var abstention = new PostChange.Store(state.madeBy(List.of(model("2026.11.6"))));
        LedgerWorld world = LedgerWorld.after(List.of(new PostChange.Store(verdict)));

        assertThat(world.apply(abstention)).isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(world.only()).isEqualTo(after(verdict, Map.of("text", "2026.11.6")));
        assertThat(Ledger.apply(abstention, world.stored).puts()).isEmpty();
    }

    @Test
    void apply_verdictAfterAnAbstentionOfANewerModel_replacesIt() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis verdict = state.read(unsure()).madeBy(List.of(other("2026.11.1")));
        LedgerWorld world =
                LedgerWorld.after(
                        List.of(new PostChange.Store(state.madeBy(List.of(model("2026.11.6"))))));

        assertThat(world.apply(new PostChange.Store(verdict))).isEqualTo(Ledger.Effect.REPLACED);
        assertThat(world.only()).isEqualTo(after(verdict, Map.of("text", "2026.11.6")));
    }

    @Test
    void apply_sameStateByNewerModels_isReplacedOnceAndKeepsTheLatestSighting() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        Revision late = seenAfter(first, 9);
        LedgerWorld world =
                LedgerWorld.after(
                        List.of(new PostChange.Store(first.about(List.of("acme"), late))));
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
        LedgerWorld world = LedgerWorld.after(List.of(new PostChange.Store(newer)));

        assertThat(world.apply(new PostChange.Store(first.about(List.of("acme"), late))))
                .isEqualTo(Ledger.Effect.ALREADY_STORED);
        assertThat(world.only()).isEqualTo(newer.about(List.of("zenith"), late));
        assertThat(world.counts()).isEqualTo(world.recount());
    }

    @Test
    void changes_looksOfManySetsOfModels_endAlikeInEveryOrderAndNoneLooksAgain() {
        PostAnalysis state = analysis(List.of("1"), 0, "a", "acme");
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<PostAnalysis> results = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Reading reading = random.nextInt(3) == 0 ? unsure() : state.reading();
                results.add(state.read(reading).madeBy(someModels(random)));
            }
            List<PostChange> changes =
                    new ArrayList<>(results.stream().map(PostChange.Store::new).toList());
            PostAnalysis end = LedgerWorld.after(changes).only();
            changes.addAll(List.copyOf(changes));
            Collections.shuffle(changes, random);

            assertThat(LedgerWorld.after(changes).only()).as("seed %d", seed).isEqualTo(end);
            for (PostAnalysis result : results) {
                assertThat(ModelAge.outdated(end, result.models())).as("seed %d", seed).isFalse();
            }
        }
    }

    @Test
    void apply_editAfterLooks_forgetsThem() {
        PostAnalysis first = analysis(List.of("1"), 0, "a", "acme");
        PostAnalysis edit = analysis(List.of("1"), 1, "b", "acme");
        LedgerWorld world =
                LedgerWorld.after(
                        List.of(
                                new PostChange.Store(first.madeBy(List.of(model("2")))),
                                new PostChange.Store(first.madeBy(List.of(other("1")))),
                                new PostChange.Store(edit)));

        assertThat(world.only()).isEqualTo(edit);
    }

    private static List<ModelVersion> someModels(Random random) {
        List<ModelVersion> models = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            if (random.nextBoolean()) {
                models.add(new ModelVersion(name, "" + (8 + random.nextInt(4)), "0".repeat(64)));
            }
        }
        return models;
    }

    private static PostAnalysis after(PostAnalysis post, Map<String, String> seenBy) {
        return post.with(post.context().with(seenBy));
    }

    private static Revision seenAfter(PostAnalysis post, long seconds) {
        Revision seen = post.revision();
        return new Revision(seen.edit(), seen.observedAt().plusSeconds(seconds), seen.digest());
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
}
