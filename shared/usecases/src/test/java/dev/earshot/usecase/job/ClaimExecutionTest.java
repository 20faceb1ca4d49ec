package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.job.ClaimTally;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A brand claims posts that were stored before it, and after a crash at any point the same ones.
 */
@Timeout(600)
final class ClaimExecutionTest {
    private static final Pseudonymiser KEY =
            new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));

    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = stored();
    }

    /** Posts of a time when Nivaro was no brand yet; the last has no author. */
    private JobWorkerHarness stored() {
        var world = new JobWorkerHarness(scratch);
        analyse(world, "1", "good Nivaro", "kim");
        analyse(world, "2", "bad Acme Cola, good Nivaro", "kim");
        analyse(world, "3", "nothing about it", "kim");
        analyse(world, "4", "good Nivaro today", "nivaro");
        analyse(world, "5", "bad Nivaro and bad Talvix", "");
        return world;
    }

    private static void analyse(JobWorkerHarness world, String id, String text, String handle) {
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (written, declared) -> new Language("en", .99),
                        Set.of("en"));
        String author =
                handle.isEmpty()
                        ? ""
                        : ",\"author\":{\"id\":\"%s\",\"handle\":\"%s\"}".formatted(handle, handle);
        String body =
                "{\"id\":\"%s\",\"platform\":\"x\",\"text\":\"%s\",\"createdAt\":\"2026-03-01T08:00:00Z\"%s}"
                        .formatted(id, text, author);
        new AnalysePosts(
                        new PostReader(KEY),
                        new PostReadings(reader, world.clock),
                        new Brands(world.brands, KEY),
                        world.posts,
                        new Departures(
                                world.posts,
                                world.posts,
                                new InMemoryAuthorEnds(),
                                (anywhere, anybody) -> {}),
                        world.vault,
                        new Parking(world.parked, "sqs"))
                .handle(
                        List.of(
                                new PostMessage(
                                        id,
                                        JobWorkerHarness.ACME,
                                        Optional.empty(),
                                        body,
                                        JobWorkerHarness.NOW)));
    }

    @Test
    void brand_thatComesLater_claimsItsPosts() throws Exception {
        JobState done = claim(harness, nivaro());

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.progress().fraction()).isEqualTo(1);
        assertThat(done.progress().done()).isEqualTo(5);
        assertThat(done.progress().claim()).contains(new ClaimTally(4, 0, 1, 1));
        assertThat(total(harness, "nivaro")).containsEntry("posts", 3L).containsEntry("own", 1L);
        assertThat(post(harness, "5").brands()).containsExactly("nivaro");
        // What a whole post feels is no verdict on a brand among others.
        assertThat(post(harness, "1").label("nivaro")).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(post(harness, "2").label("nivaro")).isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(post(harness, "2").brands()).containsExactly("acme-cola", "nivaro");
    }

    @Test
    void competitor_thatIsWatchedBecauseOfTheBrand_isClaimedWithIt() throws Exception {
        claim(harness, brand(List.of("Talvix")));

        assertThat(post(harness, "5").brands()).containsExactly("nivaro", "talvix");
        assertThat(total(harness, "talvix")).containsEntry("posts", 1L);
    }

    @Test
    void claim_again_changesNothing() throws Exception {
        claim(harness, nivaro());
        var before =
                harness.posts.counts(
                        JobWorkerHarness.ACME,
                        "nivaro",
                        JobWorkerHarness.NOW.minus(Duration.ofDays(30)),
                        JobWorkerHarness.NOW);

        JobState again = claim(harness, nivaro());

        assertThat(again.progress().claim()).contains(ClaimTally.NONE);
        assertThat(
                        harness.posts.counts(
                                JobWorkerHarness.ACME,
                                "nivaro",
                                JobWorkerHarness.NOW.minus(Duration.ofDays(30)),
                                JobWorkerHarness.NOW))
                .isEqualTo(before);
    }

    @Test
    void brand_thatChanges_losesWhatItsTermsNoLongerName() throws Exception {
        claim(harness, nivaro());
        JobState done = claim(harness, Brand.named("nivaro", "Nivaro Kettles"));

        assertThat(done.progress().claim().orElseThrow().lost()).isEqualTo(4);
        assertThat(total(harness, "nivaro")).isEmpty();
        assertThat(total(harness, "acme-cola")).containsEntry("posts", 1L);
    }

    @Test
    void posts_whoseTextsAreGone_areCountedAndKeepTheirBrands() throws Exception {
        claim(harness, nivaro());
        harness.vault.expire();
        JobState done = claim(harness, Brand.named("nivaro", "Nivaro Kettles"));

        assertThat(done.progress().refused()).isEqualTo(5);
        assertThat(done.progress().claim().orElseThrow().lost()).isZero();
        assertThat(post(harness, "1").brands()).containsExactly("nivaro");
    }

    @Test
    void brand_thatIsNotRegistered_failsWithTheReason() throws Exception {
        Job job = harness.add("none", new Task.Claim("nobody"));
        harness.workUntilEmpty();

        assertThat(harness.state(job).phase()).isEqualTo(Phase.FAILED);
        assertThat(harness.state(job).reason()).contains("'nobody'", "PUT it first");
    }

    @Test
    void claim_killedAtEveryPoint_endsAlikeWithExactCounts() throws Exception {
        claim(harness, nivaro());
        for (int points = 0; ; points++) {
            JobWorkerHarness interrupted = stored();
            interrupted.brands.put(JobWorkerHarness.ACME, nivaro());
            Job job = interrupted.add("claim", new Task.Claim("nivaro"));
            boolean killed = false;
            try {
                interrupted.work(Kill.after(points), 1, 1);
            } catch (Kill.Killed e) {
                killed = true;
                interrupted.restart();
                interrupted.workUntilEmpty();
            }
            assertThat(interrupted.state(job).phase()).isEqualTo(Phase.DONE);
            for (String brand : List.of("nivaro", "acme-cola")) {
                assertThat(total(interrupted, brand))
                        .as("killed after %d points", points)
                        .isEqualTo(total(harness, brand));
            }
            if (!killed) {
                assertThat(points).isGreaterThan(3);
                return;
            }
        }
    }

    private static JobState claim(JobWorkerHarness world, Brand brand) throws InterruptedException {
        world.brands.put(JobWorkerHarness.ACME, brand);
        Job job =
                world.add(
                        "claim-" + world.brands.version(JobWorkerHarness.ACME),
                        new Task.Claim(brand.id()));
        world.workUntilEmpty();
        return world.state(job);
    }

    private static PostAnalysis post(JobWorkerHarness world, String id) {
        return world.posts.post(JobWorkerHarness.ACME, new PostId(Platform.X, id)).orElseThrow();
    }

    private static Map<String, Long> total(JobWorkerHarness world, String brand) {
        var sum = new TreeMap<String, Long>();
        for (CountDelta minute :
                world.posts.counts(
                        JobWorkerHarness.ACME,
                        brand,
                        JobWorkerHarness.NOW.minus(Duration.ofDays(30)),
                        JobWorkerHarness.NOW)) {
            minute.counts().counts().forEach((key, count) -> sum.merge(key, count, Long::sum));
        }
        return sum;
    }

    private static Brand nivaro() {
        return brand(List.of());
    }

    private static Brand brand(List<String> competitors) {
        List<String> none = List.of();
        return new Brand(
                "nivaro",
                "Nivaro",
                none,
                none,
                none,
                none,
                competitors,
                none,
                none,
                none,
                List.of(new Account(Platform.X, "@nivaro")));
    }
}
