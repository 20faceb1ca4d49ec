package dev.earshot.usecase.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.testkit.store.InMemoryTopicStore;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.series.TopicStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class TrackTopicsTest {
    private static final WorkspaceId WORKSPACE = Posts.WORKSPACE;
    private static final Brand BRAND = Brand.named("acme", "Acme");
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int LEARNED = 90;
    private static final int BUCKETS = LEARNED + 45;

    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    private final InMemoryTextVault vault = new InMemoryTextVault();
    private final InMemoryTopicStore store = new InMemoryTopicStore();
    private final Map<String, EpisodeChange> handed = new LinkedHashMap<>();

    private static Instant start(int bucket) {
        return BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(bucket));
    }

    private void publish() {
        var random = new Random(3);
        for (int b = 0; b < BUCKETS; b++) {
            for (int i = 0; i < 7; i++) {
                var text = new StringBuilder();
                for (int w = 0; w < 8; w++) {
                    text.append("word").append(random.nextInt(50)).append(' ');
                }
                text.append(b >= LEARNED && b < LEARNED + 2 ? "battery recall" : "today");
                Posts post =
                        Posts.post(b + "-" + i)
                                .at(start(b).plusSeconds(i))
                                .sealedAs(
                                        vault.seal(WORKSPACE, List.of(text.toString())).getFirst());
                var by = Author.of(Posts.author(10 * b + i));
                posts.commit(
                        WORKSPACE,
                        List.of(
                                new PostChange.Store(
                                        Posts.sighted(
                                                post.analysis(),
                                                start(b).plusSeconds(60),
                                                Optional.of(by),
                                                Engagement.UNKNOWN))));
            }
        }
    }

    private TrackTopics topics(TopicStore through, int bucket) {
        Instant now = start(bucket).plus(BrandBuckets.LAG).plusSeconds(5);
        return new TrackTopics(
                new StoredTraits(posts, vault),
                posts::counts,
                through,
                (workspace, brand, from, to) ->
                        store.changes().stream()
                                .filter(change -> !change.at().isBefore(from))
                                .filter(change -> change.at().isBefore(to))
                                .toList(),
                changes -> changes.forEach(change -> handed.put(change.id(), change)),
                () -> now);
    }

    @Test
    void track_everyBucketThroughANewSubject_handsOnItsBeginningAndItsEnd() {
        publish();
        for (int b = 1; b <= BUCKETS; b++) {
            topics(store, b).track(WORKSPACE, BRAND);
        }

        assertThat(handed.values())
                .extracting(change -> change.episode().state())
                .containsExactly(EpisodeState.OPEN, EpisodeState.RESOLVED);
        Episode open = handed.values().iterator().next().episode();
        assertThat(open.kind()).isEqualTo(TrendKind.TOPIC);
        assertThat(open.key()).isEqualTo("battery recall");
        assertThat(open.summary()).contains("7 posts about Acme on 'battery recall'");
        assertThat(open.explanation().words()).contains("7 accounts");
        assertThat(open.explanation().posts()).hasSize(3);
    }

    @Test
    void track_crashAfterTheStateIsKept_handsOnTheSameOnceMore() {
        publish();
        for (int b = 1; b <= LEARNED; b++) {
            topics(store, b).track(WORKSPACE, BRAND);
        }
        var crashing =
                new TopicStore() {
                    @Override
                    public Optional<TopicState> find(WorkspaceId workspace, String brand) {
                        return store.find(workspace, brand);
                    }

                    @Override
                    public boolean save(
                            WorkspaceId workspace,
                            String brand,
                            TopicState next,
                            List<EpisodeChange> changes) {
                        store.save(workspace, brand, next, changes);
                        throw new StoreException("crashed", new IllegalStateException("planted"));
                    }
                };

        assertThatThrownBy(() -> topics(crashing, LEARNED + 1).track(WORKSPACE, BRAND))
                .hasMessage("crashed");
        assertThat(handed).isEmpty();
        topics(store, LEARNED + 1).track(WORKSPACE, BRAND);

        assertThat(handed.values()).containsExactlyElementsOf(store.changes());
        assertThat(handed).hasSize(1);
        assertThat(store.find(WORKSPACE, BRAND.id()).orElseThrow().unhanded()).isEmpty();
    }

    @Test
    void track_brandWithoutPosts_writesNothing() {
        topics(store, 10).track(WORKSPACE, BRAND);

        assertThat(store.find(WORKSPACE, BRAND.id())).isEmpty();
    }
}
