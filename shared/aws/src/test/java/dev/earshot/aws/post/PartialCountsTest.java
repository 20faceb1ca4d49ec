package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class PartialCountsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");

    /** Only reached where a query that is waited for never comes. */
    private static final long CEILING_SECONDS = 60;

    @Test
    void read_threeBrands_asksForAllOfThemBeforeAnyIsAnswered() {
        var asked = new CountDownLatch(3);
        var threads = new ConcurrentLinkedQueue<Thread>();
        PartialCounts counts =
                counts(
                        partition -> {
                            threads.add(Thread.currentThread());
                            asked.countDown();
                            await(asked);
                        });

        assertThat(counts.read(WORKSPACE, List.of("a", "b", "c"), FROM, TO))
                .containsExactly(List.of(), List.of(), List.of());
        assertThat(threads)
                .allSatisfy(thread -> assertThat(thread.join(Duration.ofMinutes(1))).isTrue());
    }

    @Test
    void read_oneBrandThatFails_failsAll() {
        PartialCounts counts =
                counts(
                        partition -> {
                            if (partition.equals(Keys.brandDays(WORKSPACE, "b"))) {
                                throw SdkClientException.create("no answer");
                            }
                        });

        assertThatThrownBy(() -> counts.read(WORKSPACE, List.of("a", "b", "c"), FROM, TO))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void read_emptyRange_asksForNothing() {
        PartialCounts counts =
                counts(
                        partition -> {
                            throw new AssertionError("asked for " + partition);
                        });

        assertThat(counts.read(WORKSPACE, List.of("a", "b"), FROM, FROM))
                .containsExactly(List.of(), List.of());
    }

    private static PartialCounts counts(Consumer<String> onQuery) {
        DynamoDbClient client = new Table(onQuery);
        return new PartialCounts(
                client,
                "table",
                InstantSource.fixed(TO),
                new BrandDays(client, "table", Retention.STANDARD));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(CEILING_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the brands are read one after the other");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A table in which every brand has one day, without counts. */
    private record Table(Consumer<String> onQuery) implements DynamoDbClient {
        @Override
        public QueryResponse query(QueryRequest request) {
            String partition =
                    Objects.requireNonNull(request.expressionAttributeValues().get(":pk")).s();
            onQuery.accept(partition);
            AttributeValue first = request.expressionAttributeValues().get(":first");
            boolean ofDays = first != null && first.s().startsWith("2026");
            return QueryResponse.builder()
                    .items(
                            ofDays
                                    ? List.of(Map.of(Keys.SK, AttributeValue.fromS("2026-03-01")))
                                    : List.of())
                    .build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
