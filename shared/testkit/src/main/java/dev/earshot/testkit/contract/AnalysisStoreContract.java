package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.store.SealedText;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AnalysisStore} must do. Each test uses a store that holds nothing. */
public abstract class AnalysisStoreContract {
    private static final WorkspaceId WORKSPACE = Posts.WORKSPACE;
    private static final Instant REMOVED = Instant.parse("2026-03-05T00:00:00Z");
    private static final ModelVersion NEWER =
            new ModelVersion("text", "2026-12", "cd".repeat(32));
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    /** The store under test, empty. */
    protected abstract AnalysisStore store();

    @Test
    void post_stored_isReadBackWhole() {
        PostAnalysis post =
                Posts.post("1").alsoKnownAs("2", "3").about("acme", "zenith").analysis();
        AnalysisStore store = store();

        assertThat(commit(store, store(post))).containsExactly(Effect.STORED);

        assertThat(store.post(WORKSPACE, post.id())).contains(post);
    }

    @Test
    void post_abstainedAndBare_isReadBackWhole() {
        PostAnalysis full = Posts.post("1").feeling(SentimentLabel.ABSTAIN).about().analysis();
        var post =
                new PostAnalysis(
                        full.workspace(), full.id(), List.of(), full.revision(), full.createdAt(),
                        full.analysedAt(), full.reading(), List.of(), Optional.empty(),
                        Engagement.UNKNOWN, List.of(), Optional.empty(),
                        List.of());
        AnalysisStore store = store();
        commit(store, store(post));

        assertThat(store.post(WORKSPACE, post.id())).contains(post);
    }

    @Test
    void post_idWithSeparators_isKeptApart() {
        AnalysisStore store = store();
        PostAnalysis plain = Posts.post("a").analysis();
        PostAnalysis hash = Posts.post("a#A").feeling(SentimentLabel.POSITIVE).analysis();
        PostAnalysis colons = Posts.post("did:plc:x#y:3k%|~").on(Platform.BLUESKY).analysis();
        commit(store, store(plain), store(hash), store(colons));

        assertThat(store.post(WORKSPACE, plain.id())).contains(plain);
        assertThat(store.post(WORKSPACE, hash.id())).contains(hash);
        assertThat(store.post(WORKSPACE, colons.id())).contains(colons);
        assertThat(page(store, "acme", Optional.empty(), 10)).hasSize(3);
    }

    @Test
    void post_otherWorkspace_isUnknown() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("1").analysis()));

        assertThat(store.post(new WorkspaceId("acme2"), Posts.post("1").id())).isEmpty();
    }

    @Test
    void post_byAliasOfEdit_isFound() {
        AnalysisStore store = store();
        PostAnalysis edited = Posts.post("100").alsoKnownAs("101").edit(1, "b").analysis();
        commit(store, store(edited));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "101"))).contains(edited);
    }

    @Test
    void commit_sameTwice_countsOnce() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();

        assertThat(commit(store, store(post), store(post)))
                .containsExactly(Effect.STORED, Effect.ALREADY_STORED);
        assertThat(commit(store, store(post))).containsExactly(Effect.ALREADY_STORED);

        assertThat(total(store, "acme").posts()).isEqualTo(1);
    }

    @Test
    void commit_empty_doesNothing() {
        assertThat(store().commit(WORKSPACE, List.of())).isEmpty();
    }

    @Test
    void commit_edit_movesCountsAndPage() {
        AnalysisStore store = store();
        PostAnalysis first = Posts.post("1").feeling(SentimentLabel.POSITIVE).analysis();
        PostAnalysis second =
                Posts.post("1").edit(1, "b").feeling(SentimentLabel.NEGATIVE).analysis();

        assertThat(commit(store, store(first))).containsExactly(Effect.STORED);
        assertThat(commit(store, store(second))).containsExactly(Effect.REPLACED);
        assertThat(commit(store, store(first))).containsExactly(Effect.ALREADY_STORED);

        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(second, "acme"));
        assertThat(page(store, "acme", Optional.of(SentimentLabel.POSITIVE), 10)).isEmpty();
        assertThat(page(store, "acme", Optional.of(SentimentLabel.NEGATIVE), 10))
                .containsExactly(second);
    }

    @Test
    void commit_editToOtherBrand_leavesTheFirst() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("1").about("acme").analysis()));
        PostAnalysis edited = Posts.post("1").edit(1, "b").about("zenith").analysis();
        commit(store, store(edited));

        assertThat(total(store, "acme").isEmpty()).isTrue();
        assertThat(page(store, "acme", Optional.empty(), 10)).isEmpty();
        assertThat(total(store, "zenith").posts()).isEqualTo(1);
        assertThat(page(store, "zenith", Optional.empty(), 10)).containsExactly(edited);
    }

    @Test
    void commit_removal_takesAllBackForGood() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();
        commit(store, store(post));

        assertThat(commit(store, remove(post.id()))).containsExactly(Effect.REMOVED);
        assertThat(commit(store, remove(post.id()))).containsExactly(Effect.ALREADY_STORED);
        assertThat(commit(store, store(Posts.post("1").edit(9, "late").analysis())))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
        assertThat(page(store, "acme", Optional.empty(), 10)).isEmpty();
        assertThat(store.find(WORKSPACE, List.of(post.id())).get(post.id()))
                .isEqualTo(new StoredPost.Tombstone(post.id(), REMOVED));
    }

    @Test
    void commit_removalFirst_keepsThePostOut() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();

        assertThat(commit(store, remove(post.id()), store(post)))
                .containsExactly(Effect.REMOVED, Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
    }

    @Test
    void commit_removalOfAnEditsId_removesTheWholeChain() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("100").analysis()));
        commit(store, store(Posts.post("100").alsoKnownAs("101", "102").edit(2, "c").analysis()));

        assertThat(commit(store, remove(new PostId(Platform.X, "101"))))
                .containsExactly(Effect.REMOVED);

        for (String id : List.of("100", "101", "102")) {
            assertThat(store.post(WORKSPACE, new PostId(Platform.X, id))).as(id).isEmpty();
        }
        assertThat(store.counts(WORKSPACE, "acme", FROM, TO)).isEmpty();
    }

    @Test
    void commit_editsStoredApart_mergeOnceLinked() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("100").feeling(SentimentLabel.NEGATIVE).analysis()));
        commit(store, store(Posts.post("101").edit(1, "b").analysis()));
        PostAnalysis last =
                Posts.post("100")
                        .alsoKnownAs("101", "102")
                        .edit(2, "c")
                        .feeling(SentimentLabel.POSITIVE)
                        .analysis();
        commit(store, store(last));

        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(last, "acme"));
        assertThat(page(store, "acme", Optional.empty(), 10)).containsExactly(last);
        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "101"))).contains(last);
    }

    @Test
    void commit_laterSighting_keepsTheResultAndMovesTheTime() {
        AnalysisStore store = store();
        PostAnalysis first = Posts.post("1").analysis();
        Revision seen = first.revision();
        var again =
                new Revision(seen.edit(), seen.observedAt().plusSeconds(99), seen.digest());
        commit(store, store(first));

        assertThat(commit(store, store(Posts.post("1").with(again).analysis())))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, first.id()).orElseThrow().revision()).isEqualTo(again);
        assertThat(total(store, "acme").posts()).isEqualTo(1);
    }

    @Test
    void commit_sameStateReadByNewerModels_replacesTheResultAndMovesTheCountsOnce() {
        AnalysisStore store = store();
        SealedText sealed = new SealedText("raw/1", 0, 9, new byte[32]);
        PostAnalysis first =
                Posts.post("1").feeling(SentimentLabel.POSITIVE).sealedAs(sealed).analysis();
        PostAnalysis again =
                Posts.post("1")
                        .feeling(SentimentLabel.NEGATIVE)
                        .about("acme", "zenith")
                        .analysis()
                        .madeBy(List.of(NEWER));
        commit(store, store(first));

        assertThat(commit(store, store(again), store(again)))
                .containsExactly(Effect.REPLACED, Effect.ALREADY_STORED);
        assertThat(commit(store, store(first))).containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, first.id())).contains(again.withText(sealed));
        assertThat(total(store, "acme")).isEqualTo(WindowCounts.of(again, "acme"));
        assertThat(total(store, "zenith").posts()).isEqualTo(1);
        assertThat(page(store, "acme", Optional.of(SentimentLabel.POSITIVE), 10)).isEmpty();
        assertThat(page(store, "acme", Optional.of(SentimentLabel.NEGATIVE), 10)).hasSize(1);
    }

    @Test
    void commit_sameStateThatModelsOfOtherNamesReadInVain_remembersTheirLooks() {
        AnalysisStore store = store();
        PostAnalysis unread = Posts.post("1").feeling(SentimentLabel.ABSTAIN).analysis();
        var other = new ModelVersion("a-further-one", "2026.1", "3".repeat(64));
        commit(store, store(unread));

        assertThat(commit(store, store(unread.madeBy(List.of(other)))))
                .containsExactly(Effect.REPLACED);
        PostAnalysis kept = store.post(WORKSPACE, unread.id()).orElseThrow();

        assertThat(kept.models()).containsExactly(other);
        assertThat(kept.context().looks())
                .containsExactly(
                        Map.entry(
                                unread.models().getFirst().name(),
                                unread.models().getFirst().revision()));
        assertThat(commit(store, store(unread))).containsExactly(Effect.ALREADY_STORED);
        assertThat(store.post(WORKSPACE, unread.id())).contains(kept);
    }

    @Test
    void commit_sameStateOfManyBrandsReadByNewerModels_isExact() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("1").about(brands(0, 130)).analysis()));
        PostAnalysis again =
                Posts.post("1")
                        .feeling(SentimentLabel.NEGATIVE)
                        .about(brands(60, 200))
                        .analysis()
                        .madeBy(List.of(NEWER));

        commit(store, store(again));

        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 60 ? 0 : 1);
        }
        assertThat(store.post(WORKSPACE, again.id())).contains(again);
        assertThat(commit(store, store(again))).containsExactly(Effect.ALREADY_STORED);
    }

    @Test
    void commit_removedPostReadByNewerModels_staysOut() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("1").analysis();
        commit(store, store(post), remove(post.id()));

        assertThat(commit(store, store(post.madeBy(List.of(NEWER)))))
                .containsExactly(Effect.ALREADY_STORED);

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
    }

    @Test
    void commit_moreThanOneTransactionHolds_isExactAndInOrder() {
        AnalysisStore store = store();
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            changes.add(store(Posts.post("p" + i).about("acme", "zenith").analysis()));
            if (i % 10 == 0) {
                changes.add(remove(Posts.post("p" + i).id()));
            }
        }
        List<Effect> effects = store.commit(WORKSPACE, changes);

        assertThat(effects).hasSameSizeAs(changes);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(effects.get(i))
                    .isEqualTo(
                            changes.get(i) instanceof PostChange.Remove
                                    ? Effect.REMOVED
                                    : Effect.STORED);
        }
        assertThat(total(store, "acme").posts()).isEqualTo(207);
        assertThat(total(store, "zenith").posts()).isEqualTo(207);
    }

    @Test
    void commit_postOfManyBrands_isExactThroughEditAndRemoval() {
        AnalysisStore store = store();
        String[] first = brands(0, 130);
        String[] second = brands(60, 200);
        commit(store, store(Posts.post("1").about(first).analysis()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 130 ? 1 : 0);
        }

        commit(store, store(Posts.post("1").about(second).edit(1, "b").analysis()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isEqualTo(i < 60 ? 0 : 1);
        }
        assertThat(store.post(WORKSPACE, Posts.post("1").id()).orElseThrow().brands())
                .containsExactlyInAnyOrder(second);

        commit(store, remove(Posts.post("1").id()));
        for (int i = 0; i < 200; i += 13) {
            assertThat(total(store, "b" + i).posts()).as("b" + i).isZero();
        }
        assertThat(page(store, "b100", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void counts_byMinute_areAscendingAndBounded() {
        AnalysisStore store = store();
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        for (int hour : List.of(0, 11, 12, 36)) {
            commit(
                    store,
                    store(
                            Posts.post("h" + hour)
                                    .at(noon.plus(Duration.ofHours(hour)).plusMillis(59_999))
                                    .analysis()));
        }
        commit(store, store(Posts.post("same").at(noon.plusSeconds(1)).analysis()));

        List<CountDelta> counts =
                store.counts(
                        WORKSPACE, "acme", noon, noon.plus(36, ChronoUnit.HOURS));

        assertThat(counts)
                .extracting(CountDelta::minute)
                .containsExactly(
                        noon,
                        noon.plus(11, ChronoUnit.HOURS),
                        noon.plus(12, ChronoUnit.HOURS));
        assertThat(counts.getFirst().counts().posts()).isEqualTo(2);
        assertThat(counts.getFirst().brandId()).isEqualTo("acme");
    }

    @Test
    void commit_readingWithEveryHead_isFoundAsItWasStored() {
        AnalysisStore store = store();
        PostAnalysis whole =
                Posts.post("1").with(Posts.readWhole("acme", "zenith")).about("acme", "zenith").analysis();
        commit(store, store(whole));

        assertThat(store.post(WORKSPACE, whole.id())).contains(whole);
    }

    @Test
    void counts_postAboutTwoBrands_holdWhatItSaysOfEach() {
        AnalysisStore store = store();
        PostAnalysis whole =
                Posts.post("1").with(Posts.readWhole("acme", "zenith")).about("acme", "zenith").analysis();
        commit(store, store(whole));

        assertThat(total(store, "acme").sentiment(SentimentLabel.POSITIVE)).isEqualTo(1);
        assertThat(total(store, "zenith").sentiment(SentimentLabel.NEGATIVE)).isEqualTo(1);
        assertThat(total(store, "zenith").get("argmax/text@2026-11/en/negative")).isEqualTo(1);
        assertThat(page(store, "zenith", Optional.of(SentimentLabel.NEGATIVE), 10)).hasSize(1);
        assertThat(page(store, "zenith", Optional.of(SentimentLabel.POSITIVE), 10)).isEmpty();
        commit(store, new PostChange.Remove(whole.id(), whole.createdAt()));
        assertThat(total(store, "zenith").isEmpty()).isTrue();
    }

    @Test
    void counts_allDimensions_addUp() {
        AnalysisStore store = store();
        List<PostAnalysis> posts =
                List.of(
                        Posts.post("1").feeling(SentimentLabel.NEGATIVE).analysis(),
                        Posts.post("2")
                                .with(Posts.read(SentimentLabel.POSITIVE, Emotion.ANGER))
                                .on(Platform.REDDIT)
                                .analysis(),
                        Posts.post("3").feeling(SentimentLabel.ABSTAIN).analysis());
        posts.forEach(post -> commit(store, store(post)));

        WindowCounts expected =
                posts.stream()
                        .map(post -> WindowCounts.of(post, "acme"))
                        .reduce(WindowCounts.NONE, WindowCounts::plus);
        assertThat(total(store, "acme")).isEqualTo(expected);
    }

    @Test
    void counts_emptyOrReversedRange_isEmpty() {
        AnalysisStore store = store();
        commit(store, store(Posts.post("1").analysis()));

        assertThat(store.counts(WORKSPACE, "acme", TO, FROM)).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, FROM)).isEmpty();
        assertThat(store.counts(WORKSPACE, "nobody", FROM, TO)).isEmpty();
    }

    @Test
    void brandPosts_pages_areNewestFirstWithoutGapOrRepetition() {
        AnalysisStore store = store();
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            // Three posts to a moment, over several days.
            Instant published = Posts.PUBLISHED.plus(Duration.ofHours(7L * (i / 3)));
            SentimentLabel label =
                    i % 2 == 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
            changes.add(store(Posts.post("n" + i).at(published).feeling(label).analysis()));
        }
        store.commit(WORKSPACE, changes);

        for (Optional<SentimentLabel> label :
                List.of(Optional.<SentimentLabel>empty(), Optional.of(SentimentLabel.POSITIVE))) {
            var all = new ArrayList<PostAnalysis>();
            Optional<Position> after = Optional.empty();
            List<PostAnalysis> page;
            do {
                page =
                        store.brandPosts(
                                new BrandPosts(WORKSPACE, "acme", label, FROM, TO, after, 10));
                assertThat(page).hasSizeLessThanOrEqualTo(10);
                all.addAll(page);
                after =
                        page.isEmpty()
                                ? after
                                : Optional.of(
                                        new Position(
                                                page.getLast().createdAt(), page.getLast().id()));
            } while (!page.isEmpty());

            assertThat(all).hasSize(label.isEmpty() ? 57 : 29).doesNotHaveDuplicates();
            for (int i = 1; i < all.size(); i++) {
                PostAnalysis newer = all.get(i - 1);
                PostAnalysis older = all.get(i);
                assertThat(older.createdAt()).isBeforeOrEqualTo(newer.createdAt());
                if (older.createdAt().equals(newer.createdAt())) {
                    assertThat(older.id().toString()).isLessThan(newer.id().toString());
                }
            }
        }
    }

    @Test
    void brandPosts_range_isInclusiveToExclusive() {
        AnalysisStore store = store();
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        PostAnalysis at = Posts.post("1").at(noon).analysis();
        PostAnalysis later = Posts.post("2").at(noon.plusMillis(1)).analysis();
        commit(store, store(at), store(later));

        assertThat(
                        store.brandPosts(
                                new BrandPosts(
                                        WORKSPACE, "acme", Optional.empty(), noon,
                                        noon.plusMillis(1), Optional.empty(), 10)))
                .containsExactly(at);
    }

    @Test
    void brandPosts_postArrivesBetweenPages_isNotRepeated() {
        AnalysisStore store = store();
        List<PostAnalysis> posts =
                IntStream.range(0, 4)
                        .mapToObj(i -> Posts.post("" + i).at(Posts.PUBLISHED.plusSeconds(i)))
                        .map(Posts::analysis)
                        .toList();
        posts.forEach(post -> commit(store, store(post)));
        List<PostAnalysis> first = page(store, "acme", Optional.empty(), 2);
        commit(store, store(Posts.post("9").at(Posts.PUBLISHED.plusSeconds(9)).analysis()));

        List<PostAnalysis> second =
                store.brandPosts(
                        new BrandPosts(
                                WORKSPACE, "acme", Optional.empty(), FROM, TO,
                                Optional.of(
                                        new Position(first.getLast().createdAt(), first.getLast().id())),
                                2));

        assertThat(second).containsExactly(posts.get(1), posts.get(0));
    }

    @Test
    void find_mixedIds_givesWhatIsThere() {
        AnalysisStore store = store();
        PostAnalysis post = Posts.post("100").alsoKnownAs("101").analysis();
        PostId gone = new PostId(Platform.X, "7");
        PostId unknown = new PostId(Platform.X, "8");
        PostId alias = new PostId(Platform.X, "101");
        commit(store, store(post), remove(gone));

        assertThat(store.find(WORKSPACE, List.of(post.id(), gone, unknown, alias, alias)))
                .containsOnlyKeys(post.id(), gone, alias)
                .containsEntry(post.id(), new StoredPost.Live(post))
                .containsEntry(alias, new StoredPost.Alias(alias, post.id()))
                .containsEntry(gone, new StoredPost.Tombstone(gone, REMOVED));
    }

    private static List<Effect> commit(AnalysisStore store, PostChange... changes) {
        return store.commit(WORKSPACE, List.of(changes));
    }

    private static PostChange store(PostAnalysis post) {
        return new PostChange.Store(post);
    }

    private static PostChange remove(PostId id) {
        return new PostChange.Remove(id, REMOVED);
    }

    private static String[] brands(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "b" + i).toArray(String[]::new);
    }

    private static WindowCounts total(AnalysisStore store, String brandId) {
        return store.counts(WORKSPACE, brandId, FROM, TO).stream()
                .map(CountDelta::counts)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    private static List<PostAnalysis> page(
            AnalysisStore store, String brandId, Optional<SentimentLabel> label, int limit) {
        return store.brandPosts(
                new BrandPosts(WORKSPACE, brandId, label, FROM, TO, Optional.empty(), limit));
    }
}
