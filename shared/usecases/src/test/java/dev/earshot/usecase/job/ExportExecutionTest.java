package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.Intent;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.contract.ScoreStoreContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A brand's posts as a file, whatever happens while it is written. */
@Timeout(600)
final class ExportExecutionTest {
    private static final Instant FIRST = Posts.PUBLISHED;

    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = stored();
    }

    /** 250 posts about Acme Cola, a minute apart, and one about nothing. */
    private JobWorkerHarness stored() {
        var world = new JobWorkerHarness(scratch);
        world.brands.put(JobWorkerHarness.ACME, Brand.named("acme-cola", "Acme Cola"));
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            changes.add(
                    new PostChange.Store(
                            Posts.post("p" + i)
                                    .at(FIRST.plus(Duration.ofMinutes(i)))
                                    .about("acme-cola")
                                    .sealedAs(
                                            world.vault
                                                    .seal(
                                                            JobWorkerHarness.ACME,
                                                            List.of("text " + i))
                                                    .getFirst())
                                    .analysis()));
        }
        changes.add(new PostChange.Store(Posts.post("other").about().analysis()));
        world.posts.commit(JobWorkerHarness.ACME, changes);
        return world;
    }

    private static Task.Export everything() {
        return export(FIRST, FIRST.plus(Duration.ofDays(1)));
    }

    private static Task.Export export(Instant from, Instant to) {
        return new Task.Export("acme-cola", ExportContent.POSTS, ExportFormat.CSV, from, to);
    }

    private static List<String> lines(JobWorkerHarness world, Job job) {
        return new String(
                        world.exports
                                .bytes(
                                        JobWorkerHarness.ACME,
                                        job.id(),
                                        "earshot-acme-cola-posts.csv")
                                .orElseThrow(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void export_ofABrand_holdsItsPostsWithTheirTextsNewestFirst() throws Exception {
        Job job = harness.add("export", everything());
        harness.workUntilEmpty();

        JobState state = harness.state(job);
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.progress().done()).isEqualTo(250);
        assertThat(state.progress().fraction()).isEqualTo(1);
        assertThat(lines(harness, job))
                .hasSize(251)
                .startsWith("csv", "p249 text 249", "p248 text 248")
                .endsWith("p0 text 0");
    }

    @Test
    void export_ofATime_holdsThatTimeAlone() throws Exception {
        Job job =
                harness.add(
                        "export",
                        export(
                                FIRST.plus(Duration.ofMinutes(2)),
                                FIRST.plus(Duration.ofMinutes(4))));
        harness.workUntilEmpty();

        assertThat(lines(harness, job)).containsExactly("csv", "p3 text 3", "p2 text 2");
    }

    @Test
    void export_ofNothing_isAFileWithoutRows() throws Exception {
        Job job =
                harness.add(
                        "export", export(FIRST.minus(Duration.ofDays(2)), FIRST.minusSeconds(1)));
        harness.workUntilEmpty();

        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        assertThat(lines(harness, job)).containsExactly("csv");
    }

    @Test
    void export_afterARemovalAndAnExpiry_holdsNeither() throws Exception {
        PostId gone = Posts.post("p7").analysis().id();
        harness.posts.commit(
                JobWorkerHarness.ACME,
                List.of(new PostChange.Remove(gone, FIRST.plus(Duration.ofDays(1)))));
        harness.vault.expire();
        Job job = harness.add("export", everything());
        harness.workUntilEmpty();

        assertThat(lines(harness, job))
                .hasSize(250)
                .contains("p8 -")
                .noneMatch(l -> l.startsWith("p7 "));
    }

    private List<String> exported(ExportContent content, Duration length) throws Exception {
        var task =
                new Task.Export("acme-cola", content, ExportFormat.CSV, FIRST, FIRST.plus(length));
        Job job = harness.add("export", task);
        harness.workUntilEmpty();
        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        String file =
                new String(
                        harness.exports
                                .bytes(JobWorkerHarness.ACME, job.id(), task.fileName())
                                .orElseThrow(),
                        StandardCharsets.UTF_8);
        List<String> lines = file.lines().toList();
        assertThat(harness.state(job).progress().done()).isEqualTo(lines.size() - 1);
        return lines;
    }

    /** 250 posts, a minute apart, from 05:06 on, and one a day later. */
    @Test
    void export_ofCounts_hasARowForEachHourWithPosts() throws Exception {
        harness.posts.commit(
                JobWorkerHarness.ACME,
                List.of(
                        new PostChange.Store(
                                Posts.post("next")
                                        .at(FIRST.plus(Duration.ofDays(1)))
                                        .about("acme-cola")
                                        .analysis())));

        assertThat(exported(ExportContent.COUNTS, Duration.ofDays(3)))
                .containsExactly(
                        "csv",
                        "2026-03-04T05:00:00Z 54",
                        "2026-03-04T06:00:00Z 60",
                        "2026-03-04T07:00:00Z 60",
                        "2026-03-04T08:00:00Z 60",
                        "2026-03-04T09:00:00Z 16",
                        "2026-03-05T05:00:00Z 1");
    }

    @Test
    void export_ofCases_holdsThoseOfTheBrandNewestFirst() throws Exception {
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            changes.add(complaint("c" + i, FIRST.plusSeconds(i), "acme-cola"));
        }
        changes.add(complaint("other", FIRST, "nivaro"));
        harness.posts.commit(JobWorkerHarness.ACME, changes);

        assertThat(exported(ExportContent.CASES, Duration.ofDays(1)))
                .hasSize(121)
                .startsWith("csv", "c119", "c118")
                .endsWith("c0");
    }

    private static PostChange complaint(String id, Instant at, String brand) {
        PostAnalysis post =
                Posts.post(id)
                        .at(at)
                        .about(brand)
                        .with(Posts.wanting(Intent.COMPLAINT, .9, true))
                        .analysis();
        return new PostChange.Store(
                post.with(post.context().with(new Conversation(post.id(), at, at))));
    }

    @Test
    void export_ofScores_isTheBoardWithoutWhoObjected() throws Exception {
        for (int i = 0; i < 130; i++) {
            scored(i, i * .5);
        }
        harness.scores.object(JobWorkerHarness.ACME, Posts.author(128), FIRST);

        assertThat(exported(ExportContent.SCORES, Duration.ofDays(1)))
                .hasSize(130)
                .startsWith(
                        "csv",
                        "1 " + Posts.author(129).pseudonym(),
                        "2 " + Posts.author(127).pseudonym())
                .endsWith("129 " + Posts.author(0).pseudonym());
    }

    private void scored(int number, double total) {
        AuthorRef author = Posts.author(number);
        harness.scores.replace(
                JobWorkerHarness.ACME,
                author,
                Audience.NONE,
                List.of(
                        new ScoredAuthor(
                                ScoreStoreContract.score(author, "acme-cola", total, FIRST),
                                OptionalLong.of(7),
                                List.of())));
    }

    @Test
    void export_ofAnUnknownBrand_failsWithTheReason() throws Exception {
        Job job =
                harness.add(
                        "export",
                        new Task.Export(
                                "nobody",
                                ExportContent.POSTS,
                                ExportFormat.CSV,
                                FIRST,
                                FIRST.plus(Duration.ofDays(1))));
        harness.workUntilEmpty();

        assertThat(harness.state(job).phase()).isEqualTo(Phase.FAILED);
        assertThat(harness.state(job).reason()).contains("'nobody'", "PUT it first");
    }

    @Test
    void export_killedAtEveryPoint_isWholeInTheEndAndLeavesNothingOnDisk() throws Exception {
        for (int points = 0; ; points++) {
            JobWorkerHarness interrupted = stored();
            Job job = interrupted.add("export", everything());
            boolean killed = false;
            try {
                interrupted.work(Kill.after(points), 1, 1);
            } catch (Kill.Killed e) {
                killed = true;
                interrupted.restart();
                interrupted.workUntilEmpty();
            }
            assertThat(interrupted.state(job).phase()).isEqualTo(Phase.DONE);
            assertThat(lines(interrupted, job)).as("killed after %d points", points).hasSize(251);
            if (!killed) {
                assertThat(points).isGreaterThan(3);
                assertThat(leftOver()).isLessThanOrEqualTo(points);
                return;
            }
        }
    }

    /** A killed process leaves its file at most; one that ends leaves none. */
    private long leftOver() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.filter(file -> file.getFileName().toString().startsWith("export-"))
                    .count();
        }
    }
}
