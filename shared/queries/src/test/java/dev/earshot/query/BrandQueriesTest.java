package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.statistics.Share;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.StoreException;
import dev.earshot.query.BrandSummary.Voice;
import dev.earshot.testkit.store.InMemoryBrandStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BrandQueriesTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:30Z");
    private static final TimeRange ASKED = new TimeRange(FROM, FROM.plusSeconds(3600));
    private static final TimeRange COVERING =
            new TimeRange(
                    Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-01T01:01:00Z"));

    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final Counts counts = new Counts(new ArrayList<>());
    private final BrandQueries queries = new BrandQueries(counts, brands, Confusions.NONE);

    @Test
    void summary_brandOfAnotherName_isEmpty() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));

        assertThat(queries.summary(WORKSPACE, "zenith", ASKED)).isEmpty();
        assertThat(queries.brand(WORKSPACE, "zenith")).isEmpty();
        assertThat(queries.brand(WORKSPACE, "acme")).contains(Brand.named("acme", "Acme"));
    }

    @Test
    void summary_withCompetitors_asksOnceForAllAndGivesEachItsOwnCounts() {
        brands.put(WORKSPACE, Brand.named("globex", "Globex Inc"));
        brands.put(WORKSPACE, rivalling("globex", "Zenith Corp", "Globex", "acme"));

        BrandSummary summary = queries.summary(WORKSPACE, "acme", ASKED).orElseThrow();

        assertThat(counts.asked())
                .containsExactly(List.of("acme", "globex", "zenith-corp", COVERING.toString()));
        assertThat(summary.range()).isEqualTo(COVERING);
        // Of 4 + 6 + 11 posts; two minutes of every brand are added up.
        assertThat(summary.posts()).isEqualTo(4);
        assertThat(summary.voices())
                .containsExactly(
                        new Voice("acme", "Acme", new Share(4, 21)),
                        new Voice("zenith-corp", "Zenith Corp", new Share(11, 21)),
                        new Voice("globex", "Globex Inc", new Share(6, 21)));
    }

    @Test
    void summary_overDays_asksForWholeDaysAndForWhatIsBesideThemOnceEach() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
        TimeRange asked =
                new TimeRange(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Instant.parse("2026-03-04T06:00:00Z"));

        assertThat(queries.summary(WORKSPACE, "acme", asked)).isPresent();

        Instant first = Instant.parse("2026-03-02T00:00:00Z");
        Instant last = Instant.parse("2026-03-04T00:00:00Z");
        assertThat(counts.asked())
                .extracting(List::getLast)
                .containsExactly(
                        new TimeRange(asked.from(), first).toString(),
                        new TimeRange(first, last).toString(),
                        new TimeRange(last, asked.to()).toString());
    }

    @Test
    void summary_competitorThatIsNotRegistered_isNamedAsItIsWatched() {
        brands.put(WORKSPACE, rivalling("Globex"));
        brands.put(WORKSPACE, Brand.named("globex", "Globex Inc"));

        BrandSummary summary = queries.summary(WORKSPACE, "acme", ASKED).orElseThrow();

        assertThat(summary.voices().getLast().name()).isEqualTo("Globex Inc");
    }

    @Test
    void summary_countsThatCannotBeRead_fails() {
        brands.put(WORKSPACE, rivalling("broken"));

        assertThatThrownBy(() -> queries.summary(WORKSPACE, "acme", ASKED))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void timeline_knownBrand_coversWholeBucketsOfItsCounts() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));

        Timeline timeline = queries.timeline(WORKSPACE, "acme", Bucket.HOUR, ASKED).orElseThrow();

        assertThat(timeline.range())
                .isEqualTo(
                        new TimeRange(
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-03-01T02:00:00Z")));
        assertThat(timeline.points())
                .extracting(point -> point.counts().posts())
                .containsExactly(4L, 0L);
        assertThat(queries.timeline(WORKSPACE, "zenith", Bucket.HOUR, ASKED)).isEmpty();
    }

    private static Brand rivalling(String... competitors) {
        List<String> none = List.of();
        return new Brand(
                "acme", "Acme", none, none, none, none, List.of(competitors), none, none, none);
    }

    /**
     * A store that holds counts alone: as many posts as a brand's id has letters, the last of them
     * in a minute of its own.
     *
     * @param asked the brands of each question for several, and its range
     */
    private record Counts(List<List<String>> asked) implements AnalysisStore {
        @Override
        public void forget(WorkspaceId workspace, Collection<PostId> ids) {
            throw new AssertionError("a question forgets nothing");
        }

        @Override
        public List<List<CountDelta>> countsOfEach(
                WorkspaceId workspace, List<String> brandIds, Instant from, Instant to) {
            var question = new ArrayList<>(brandIds);
            question.add(new TimeRange(from, to).toString());
            asked.add(question);
            return AnalysisStore.super.countsOfEach(workspace, brandIds, from, to);
        }

        @Override
        public List<CountDelta> counts(
                WorkspaceId workspace, String brandId, Instant from, Instant to) {
            if (brandId.equals("broken")) {
                throw new StoreException("no answer", null);
            }
            return List.of(
                    new CountDelta(brandId, from, posts(brandId.length() - 1)),
                    new CountDelta(brandId, from.plusSeconds(60), posts(1)));
        }

        private static WindowCounts posts(long count) {
            return new WindowCounts(Map.of("posts", count));
        }

        @Override
        public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PostAnalysis> brandPosts(BrandPosts query) {
            throw new UnsupportedOperationException();
        }
    }
}
