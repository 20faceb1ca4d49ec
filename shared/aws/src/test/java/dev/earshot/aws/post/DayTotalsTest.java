package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Sums by day are those of the minutes, whatever happens to posts of days that are over. */
final class DayTotalsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final List<SentimentLabel> FEELINGS =
            List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

    private final Reads reads = new Reads();
    private final DynamoDbClient client = LocalDynamo.running().clients(reads).dynamoDb();
    private final String table = LocalDynamo.running().newTable(client);
    private final SettableClock clock = new SettableClock(at(FIRST));
    private final DynamoAnalysisStore store =
            new DynamoAnalysisStore(
                    client, table, Retention.STANDARD, clock, new SecureRandom(), 1, 4);

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void put(String id, Instant published, SentimentLabel label) {
        var post = Posts.post(id).at(published).feeling(label).analysis();
        store.commit(Posts.WORKSPACE, List.of(new PostChange.Store(post)));
    }

    private Map<LocalDate, WindowCounts> daily(LocalDate to) {
        var days = new TreeMap<LocalDate, WindowCounts>();
        for (CountDelta each :
                store.dailyCountsOfEach(Posts.WORKSPACE, List.of("acme"), FIRST, to).getFirst()) {
            days.put(LocalDate.ofInstant(each.minute(), ZoneOffset.UTC), each.counts());
        }
        return days;
    }

    private Map<LocalDate, WindowCounts> byMinute(LocalDate to) {
        var days = new TreeMap<LocalDate, WindowCounts>();
        Instant from = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = to.atStartOfDay().toInstant(ZoneOffset.UTC);
        store.counts(Posts.WORKSPACE, "acme", from, end)
                .forEach(
                        each ->
                                days.merge(
                                        LocalDate.ofInstant(each.minute(), ZoneOffset.UTC),
                                        each.counts(),
                                        WindowCounts::plus));
        days.values().removeIf(WindowCounts::isEmpty);
        return days;
    }

    @Test
    void totals_afterLatePostsRemovalsAndSkewedClocks_areThoseOfTheMinutes() {
        Random random = new Random(20);
        List<PostId> known = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            Instant noon = at(FIRST.plusDays(day));
            for (int i = 0; i < 8; i++) {
                // A writer's clock may be a day wrong.
                clock.set(noon.plus(Duration.ofDays(random.nextInt(3) - 1)));
                if (!known.isEmpty() && random.nextInt(4) == 0) {
                    PostId id = known.get(random.nextInt(known.size()));
                    store.commit(
                            Posts.WORKSPACE, List.of(new PostChange.Remove(id, clock.instant())));
                } else {
                    String id = day + "-" + i;
                    Instant published =
                            noon.minus(Duration.ofHours(random.nextInt(24 * (day + 1))));
                    put(id, published, FEELINGS.get(random.nextInt(3)));
                    known.add(Posts.post(id).id());
                }
            }
            // So may a reader's, who keeps the sums that it makes.
            clock.set(noon.plus(Duration.ofDays(random.nextInt(3) - 1)));
            LocalDate to = FIRST.plusDays(20);
            assertThat(daily(to)).as("day %d", day).isEqualTo(byMinute(to));
            assertThat(daily(to)).as("day %d, kept", day).isEqualTo(byMinute(to));
        }
        assertThat(daily(FIRST.plusDays(20))).hasSizeGreaterThan(4);
    }

    @Test
    @Tag("long")
    void year_onceItsTotalsAreKept_takesFewReads() {
        LocalDate last = FIRST.plusDays(364);
        for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            clock.set(at(day));
            put("on-" + day, at(day), SentimentLabel.POSITIVE);
            put("late-" + day, at(day.minusDays(1)), SentimentLabel.NEGATIVE);
        }
        long first = daily(last.plusDays(1)).values().stream().mapToLong(n -> n.posts()).sum();
        daily(last.plusDays(1));
        reads.count.reset();
        long begun = System.nanoTime();

        long again = daily(last.plusDays(1)).values().stream().mapToLong(n -> n.posts()).sum();

        System.out.printf(
                Locale.ROOT,
                "MEASURED a year of one brand from kept sums: %d reads, %.0f ms%n",
                reads.count.sum(),
                (System.nanoTime() - begun) / 1e6);

        assertThat(first).isEqualTo(365 + 364);
        assertThat(again).isEqualTo(first);
        assertThat(reads.count.sum()).isLessThanOrEqualTo(30);
    }

    /** Counts queries, page by page. */
    private static final class Reads implements ExecutionInterceptor {
        private final LongAdder count = new LongAdder();

        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if ("Query".equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
                count.increment();
            }
        }
    }
}
