package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryScoreStore;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What scoring costs, by the number of authors; asserts nothing about time. */
class ScoreCostTest {
    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");
    private static final int AUTHORS = Integer.getInteger("earshot.authors", 500);
    private static final int POSTS_EACH = 3;
    private static final List<SentimentLabel> LABELS =
            List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

    @Test
    void run_manyAuthors_scoresThemAll() {
        var authors = new Generated(AUTHORS);
        var brands = new InMemoryBrandStore();
        brands.put(Posts.WORKSPACE, Brand.named("acme", "Acme"));
        brands.put(Posts.WORKSPACE, Brand.named("zenith", "Zenith"));
        var clock = new SettableClock(NOW);
        var runs =
                new ScoreRuns(
                        authors,
                        brands,
                        new InMemoryMediaResults(),
                        new InMemoryScoreStore(),
                        () -> "baseline",
                        clock);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        ScoreRuns.Result result = runs.run(Posts.WORKSPACE, false, () -> true);
        System.out.printf(
                Locale.ROOT,
                "MEASURED %d authors, %d posts, %d scores: %.1f s of CPU, %.1f s in all; %.1f s of"
                        + " CPU for 10,000 authors; heap %d MB%n",
                AUTHORS,
                AUTHORS * POSTS_EACH,
                result.written(),
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9,
                (System.nanoTime() - started) / 1e9,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9 * 10_000 / AUTHORS,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);

        assertThat(result.scored()).isEqualTo(AUTHORS);
        assertThat(result.done()).isTrue();
    }

    /** Authors that answer one another; the first ones are answered most. */
    private static final class Generated implements AuthorPosts {
        private final List<Entry> entries = new ArrayList<>();

        Generated(int authors) {
            var random = new Random(7);
            var posts = new ArrayList<AuthorPost>();
            for (int i = 0; i < authors * POSTS_EACH; i++) {
                Optional<AuthorPost> target =
                        i > authors && random.nextInt(3) > 0
                                ? Optional.of(
                                        posts.get(
                                                (int)
                                                        (posts.size()
                                                                * Math.pow(
                                                                        random.nextDouble(), 3))))
                                : Optional.empty();
                AuthorPost post = post(random, i, i % authors, target);
                posts.add(post);
                entries.add(new Entry.Post(post, NOW));
            }
        }

        private static AuthorPost post(
                Random random, int id, int author, Optional<AuthorPost> target) {
            Reference[] references =
                    target.map(t -> new Reference[] {new Reference(Reference.Kind.REPLY, t.id())})
                            .orElseGet(() -> new Reference[0]);
            return AuthorPost.of(
                            Posts.sighted(
                                    Posts.post("" + (1_000_000 + id))
                                            .at(
                                                    NOW.minus(
                                                            Duration.ofMinutes(
                                                                    random.nextInt(100_000))))
                                            .about(random.nextBoolean() ? "acme" : "zenith")
                                            .feeling(LABELS.get(random.nextInt(LABELS.size())))
                                            .analysis(),
                                    NOW,
                                    Optional.of(
                                            Posts.account(
                                                    new AuthorRef(
                                                            String.format(
                                                                    Locale.ROOT,
                                                                    "%032x",
                                                                    author * 7_919L)),
                                                    100 + random.nextInt(10_000))),
                                    Posts.liked(random.nextInt(80), random.nextInt(9)),
                                    references))
                    .orElseThrow();
        }

        @Override
        public List<AuthorPost> posts(WorkspaceId workspace, AuthorRef author) {
            return List.of();
        }

        @Override
        public List<Entry> part(WorkspaceId workspace, int part) {
            return part == 0 ? entries : List.of();
        }

        @Override
        public List<WorkspaceId> workspaces() {
            return List.of(Posts.WORKSPACE);
        }
    }
}
