package dev.earshot.testkit.contract;

import static dev.earshot.testkit.contract.StoreSteps.FROM;
import static dev.earshot.testkit.contract.StoreSteps.TO;
import static dev.earshot.testkit.contract.StoreSteps.WORKSPACE;
import static dev.earshot.testkit.contract.StoreSteps.commit;
import static dev.earshot.testkit.contract.StoreSteps.page;
import static dev.earshot.testkit.contract.StoreSteps.put;
import static dev.earshot.testkit.contract.StoreSteps.remove;
import static dev.earshot.testkit.contract.StoreSteps.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Subject;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How every {@link AnalysisStore} counts posts and lists those of a brand. Each test uses an empty
 * store.
 */
public abstract class PostQueriesContract {
    /** The store under test, empty. */
    protected abstract AnalysisStore store();

    @Test
    void post_withSubjects_isCountedUnderThemUntilItIsRemoved() {
        PostAnalysis plain = Posts.post("1").about("acme", "zenith").analysis();
        PostAnalysis post =
                plain.with(
                        plain.context()
                                .about(
                                        List.of(
                                                new Subject("acme", Subject.Kind.PRODUCT, "a_1"),
                                                new Subject("zenith", Subject.Kind.HASHTAG, "z"))));
        AnalysisStore store = store();

        commit(store, put(post));

        assertThat(store.post(WORKSPACE, post.id())).contains(post);
        assertThat(total(store, "acme").get("product/a_1")).isEqualTo(1);
        assertThat(total(store, "acme").get("hashtag/z")).isZero();
        assertThat(total(store, "zenith").get("hashtag/z")).isEqualTo(1);
        commit(store, remove(post.id()));
        assertThat(total(store, "acme").isEmpty()).isTrue();
    }

    @Test
    void counts_byMinute_areAscendingAndBounded() {
        AnalysisStore store = store();
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        for (int hour : List.of(0, 11, 12, 36)) {
            commit(
                    store,
                    put(
                            Posts.post("h" + hour)
                                    .at(noon.plus(Duration.ofHours(hour)).plusMillis(59_999))
                                    .analysis()));
        }
        commit(store, put(Posts.post("same").at(noon.plusSeconds(1)).analysis()));

        List<CountDelta> counts =
                store.counts(WORKSPACE, "acme", noon, noon.plus(36, ChronoUnit.HOURS));

        assertThat(counts)
                .extracting(CountDelta::minute)
                .containsExactly(
                        noon, noon.plus(11, ChronoUnit.HOURS), noon.plus(12, ChronoUnit.HOURS));
        assertThat(counts.getFirst().counts().posts()).isEqualTo(2);
        assertThat(counts.getFirst().brandId()).isEqualTo("acme");
    }

    @Test
    void counts_postAboutTwoBrands_holdWhatItSaysOfEach() {
        AnalysisStore store = store();
        PostAnalysis whole = StoreSteps.readWhole();
        commit(store, put(whole));

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
        posts.forEach(post -> commit(store, put(post)));

        WindowCounts expected =
                posts.stream()
                        .map(post -> WindowCounts.of(post, "acme"))
                        .reduce(WindowCounts.NONE, WindowCounts::plus);
        assertThat(total(store, "acme")).isEqualTo(expected);
    }

    @Test
    void counts_emptyOrReversedRange_isEmpty() {
        AnalysisStore store = store();
        commit(store, put(Posts.post("1").analysis()));

        assertThat(store.counts(WORKSPACE, "acme", TO, FROM)).isEmpty();
        assertThat(store.counts(WORKSPACE, "acme", FROM, FROM)).isEmpty();
        assertThat(store.counts(WORKSPACE, "nobody", FROM, TO)).isEmpty();
    }

    @Test
    void brandPosts_pages_areNewestFirstWithoutGapOrRepetition() {
        AnalysisStore store = store();
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            // Three posts at each instant, over several days.
            Instant published = Posts.PUBLISHED.plus(Duration.ofHours(7L * (i / 3)));
            SentimentLabel label = i % 2 == 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
            changes.add(put(Posts.post("n" + i).at(published).feeling(label).analysis()));
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
        commit(store, put(at), put(later));

        assertThat(
                        store.brandPosts(
                                new BrandPosts(
                                        WORKSPACE,
                                        "acme",
                                        Optional.empty(),
                                        noon,
                                        noon.plusMillis(1),
                                        Optional.empty(),
                                        10)))
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
        posts.forEach(post -> commit(store, put(post)));
        List<PostAnalysis> first = page(store, "acme", Optional.empty(), 2);
        commit(store, put(Posts.post("9").at(Posts.PUBLISHED.plusSeconds(9)).analysis()));

        List<PostAnalysis> second =
                store.brandPosts(
                        new BrandPosts(
                                WORKSPACE,
                                "acme",
                                Optional.empty(),
                                FROM,
                                TO,
                                Optional.of(
                                        new Position(
                                                first.getLast().createdAt(), first.getLast().id())),
                                2));

        assertThat(second).containsExactly(posts.get(1), posts.get(0));
    }

    @Test
    void brandPosts_platformAndOwnAccount_areThoseOfTheListing() {
        AnalysisStore store = store();
        PostAnalysis onX = Posts.post("1").analysis();
        PostAnalysis onMastodon = Posts.post("2").on(Platform.MASTODON).analysis();
        PostAnalysis own = Posts.owned(Posts.post("3").analysis(), "acme");
        commit(store, put(onX), put(onMastodon), put(own));

        assertThat(listed(store, Optional.of(Platform.MASTODON), Optional.empty()))
                .containsExactly(onMastodon.id());
        assertThat(listed(store, Optional.empty(), Optional.of(true))).containsExactly(own.id());
        assertThat(listed(store, Optional.of(Platform.X), Optional.of(false)))
                .containsExactly(onX.id());
    }

    private static List<PostId> listed(
            AnalysisStore store, Optional<Platform> platform, Optional<Boolean> own) {
        var traits =
                new PostTraits(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        platform,
                        own);
        var query =
                new BrandPosts(
                        WORKSPACE, "acme", Optional.empty(), traits, FROM, TO, Optional.empty(), 1);
        return store.brandPosts(query).stream().map(PostAnalysis::id).toList();
    }
}
