package dev.earshot.aws.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.aws.Faults;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.LocalS3;
import dev.earshot.aws.job.Checkpoints;
import dev.earshot.aws.job.DynamoJobStore;
import dev.earshot.aws.media.DynamoMediaResults;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.model.MagicNumberVisionModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Whatever is stored once is counted once, wherever a process ends and however often it comes. */
final class UsageCountTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant LAST = Instant.parse("2026-03-31T23:59:59.999Z");

    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(client);
    private final SettableClock clock = new SettableClock(LAST);
    private final DynamoUsageStore usage =
            new DynamoUsageStore(client, table, Retention.STANDARD, clock);

    private Used used(YearMonth month, UsageKind kind) {
        return usage.used(Posts.WORKSPACE, kind, month);
    }

    private DynamoAnalysisStore posts(DynamoDbClient by) {
        return new DynamoAnalysisStore(by, table, Retention.STANDARD, clock, new SecureRandom());
    }

    private DynamoMediaResults results(DynamoDbClient by) {
        return new DynamoMediaResults(
                by,
                table,
                () -> {
                    throw new IllegalStateException("a picture's findings fit into its item");
                },
                Retention.STANDARD,
                clock,
                new SecureRandom());
    }

    private JobStore jobs() {
        S3Client s3 = LocalS3.running().clients().s3();
        return new DynamoJobStore(
                client,
                table,
                new Checkpoints(s3, LocalS3.running().newBucket(s3), new SecureRandom()),
                Retention.STANDARD,
                clock,
                new SecureRandom());
    }

    /** A client under which the process ends at the n-th write of that kind. */
    private static DynamoDbClient ending(String operation, int write, Faults.Phase phase) {
        return LocalDynamo.running()
                .clients(
                        new Faults(
                                Set.of(operation),
                                (name, n) -> n == write ? Optional.of(phase) : Optional.empty()))
                .dynamoDb();
    }

    /** More than a transaction would take one by one, so that they go by a journal. */
    private static List<PostChange> tenPosts(String name) {
        return IntStream.range(0, 10)
                .mapToObj(i -> Posts.post(name + i).about("acme").analysis())
                .map(post -> (PostChange) new PostChange.Store(post))
                .toList();
    }

    /** The journal, the first and a late post, and the transaction that counts them. */
    @ParameterizedTest
    @CsvSource({
        "PutItem, 1, CRASH_INSIDE",
        "PutItem, 3, CRASH_BEFORE",
        "PutItem, 9, CRASH_INSIDE",
        "PutItem, 9, ANSWER_LOST",
        "TransactWriteItems, 1, CRASH_BEFORE",
        "TransactWriteItems, 1, CRASH_INSIDE",
        "TransactWriteItems, 1, ANSWER_LOST",
        "TransactWriteItems, 1, CRASH_AFTER"
    })
    void posts_processEndsAtAWrite_areCountedOnce(String operation, int write, Faults.Phase phase) {
        List<PostChange> changes = tenPosts("post-");
        try {
            posts(ending(operation, write, phase)).commit(Posts.WORKSPACE, changes);
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("Crash");
        }
        // Its message comes again, and once too often.
        posts(client).commit(Posts.WORKSPACE, changes);
        posts(client).commit(Posts.WORKSPACE, changes);

        assertThat(used(MARCH, UsageKind.POSTS)).isEqualTo(new Used(10, 0));
    }

    @Test
    void post_readAgainAfterAnEdit_countsAgainAndASightingDoesNot() {
        Posts first = Posts.post("1").about("acme").edit(1, "a");
        posts(client).commit(Posts.WORKSPACE, List.of(new PostChange.Store(first.analysis())));
        posts(client)
                .commit(
                        Posts.WORKSPACE,
                        List.of(
                                new PostChange.Store(first.edit(2, "b").analysis()),
                                new PostChange.Store(first.edit(2, "b").analysis()),
                                new PostChange.Remove(first.analysis().id(), LAST)));

        assertThat(used(MARCH, UsageKind.POSTS)).isEqualTo(new Used(2, 0));
    }

    private static MediaAnalysis picture(String key, String version, Status status) {
        return new MediaAnalysis(
                Posts.WORKSPACE,
                key,
                version,
                LAST,
                status,
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static MediaAnalysis seen(String key, String version) {
        return picture(key, version, new Status.Analysed(MagicNumberVisionModel.FINDINGS));
    }

    @ParameterizedTest
    @EnumSource(Faults.Phase.class)
    void picture_processEndsInItsWrite_isCountedOnce(Faults.Phase phase) {
        MediaAnalysis picture = seen("media/a.jpg", "0A");
        try {
            results(ending("TransactWriteItems", 1, phase)).put(picture);
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("Crash");
        }

        assertThat(results(client).put(picture)).isTrue();
        assertThat(results(client).put(picture)).isTrue();
        assertThat(used(MARCH, UsageKind.PICTURES)).isEqualTo(new Used(1, 0));
    }

    @Test
    void picture_unreadThenReadThenUploadedAnewThenDeleted_countsWhatWasRead() {
        DynamoMediaResults results = results(client);
        results.put(picture("media/a.jpg", "0A", new Status.Rejected("left unread")));
        assertThat(used(MARCH, UsageKind.PICTURES)).isEqualTo(Used.NOTHING);

        results.put(seen("media/a.jpg", "0A"));
        results.put(seen("media/a.jpg", "0B"));
        results.put(seen("media/a.jpg", "0A"));
        results.delete(Posts.WORKSPACE, "media/a.jpg", "0C");
        results.put(seen("media/a.jpg", "0C"));

        assertThat(used(MARCH, UsageKind.PICTURES)).isEqualTo(new Used(2, 0));
        assertThat(results.get(Posts.WORKSPACE, "media/a.jpg")).isEmpty();
    }

    @Test
    void pictures_ofManyWritersAtOnce_areAllCounted() throws Exception {
        DynamoMediaResults results = results(client);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> stored = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                MediaAnalysis picture = seen("media/" + i, "0A");
                Callable<Boolean> put = () -> results.put(picture);
                stored.add(threads.submit(put));
            }
            for (Future<Boolean> each : stored) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(used(MARCH, UsageKind.PICTURES)).isEqualTo(new Used(40, 0));
    }

    @Test
    void usage_beforeAndAfterMidnightInUtc_isThatOfTwoMonths() {
        results(client).put(seen("media/a.jpg", "0A"));
        clock.advance(Duration.ofMillis(1));
        results(client).put(seen("media/b.jpg", "0A"));
        results(client).put(seen("media/c.jpg", "0A"));

        assertThat(used(MARCH, UsageKind.PICTURES)).isEqualTo(new Used(1, 0));
        assertThat(used(MARCH.plusMonths(1), UsageKind.PICTURES)).isEqualTo(new Used(2, 0));
        clock.advance(Duration.ofDays(9));
        results(client).put(seen("media/d.jpg", "0A"));
        assertThat(used(MARCH.plusMonths(1), UsageKind.PICTURES)).isEqualTo(new Used(3, 0));
        assertThat(on(31, MARCH)).isEqualTo(new Used(1, 0));
        assertThat(on(1, MARCH.plusMonths(1))).isEqualTo(new Used(2, 0));
        assertThat(on(10, MARCH.plusMonths(1))).isEqualTo(new Used(1, 0));
    }

    private Used on(int day, YearMonth month) {
        return usage.used(Posts.WORKSPACE, UsageKind.PICTURES, month.atDay(day));
    }

    @Test
    void job_endedOnce_countsItsTimeAtThePriceOfItsWorker() throws LostHoldException {
        JobStore jobs = jobs();
        Job job = new Job("job-1", Posts.WORKSPACE, new Task.Video("media/a.mp4", "0A"), LAST);
        JobStore.Claim.Taken taken =
                (JobStore.Claim.Taken) jobs.claim(job, "m", Duration.ofSeconds(9), 0.526);
        Progress progress = new Progress(1, 10, 0, 5, 60, 90);
        jobs.save(taken.hold(), progress, new byte[] {1});
        assertThat(used(MARCH, UsageKind.WORKER)).isEqualTo(Used.NOTHING);

        jobs.end(taken.hold(), JobState.Phase.DONE, "", progress);

        assertThatThrownBy(() -> jobs.end(taken.hold(), JobState.Phase.FAILED, "late", progress))
                .isInstanceOf(LostHoldException.class);
        // 90 s of an hour at $0.526.
        assertThat(used(MARCH, UsageKind.WORKER)).isEqualTo(new Used(90_000, 13_150));
        assertThat(jobs.get(Posts.WORKSPACE, "job-1").orElseThrow().phase())
                .isEqualTo(JobState.Phase.DONE);
    }
}
