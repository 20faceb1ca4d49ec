package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

@Timeout(60)
final class DynamicBatchesTest {
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void requests_thatWaitTogether_areOneBatch() throws Exception {
        var busy = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var batches =
                        new DynamicBatches<Integer, Integer>(
                                100,
                                Duration.ofMillis(200),
                                items -> {
                                    begun.countDown();
                                    await(busy);
                                    return items.stream().map(i -> -i).toList();
                                },
                                sizes::add);
                var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> batches.ask(List.of(0)));
            begun.await();
            List<Callable<List<Integer>>> asks = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                List<Integer> items = List.of(10 * i, 10 * i + 1);
                asks.add(() -> batches.ask(items));
            }
            var others = asks.stream().map(threads::submit).toList();
            busy.countDown();

            assertThat(first.get()).containsExactly(0);
            for (int i = 1; i <= 4; i++) {
                assertThat(others.get(i - 1).get()).containsExactly(-10 * i, -10 * i - 1);
            }
        }
        assertThat(sizes).hasSizeLessThanOrEqualTo(3).contains(1);
        assertThat(sizes.stream().mapToInt(n -> n).sum()).isEqualTo(9);
    }

    @Test
    void batch_isNeverLargerThanAllowed_unlessOneRequestIs() throws Exception {
        try (var batches =
                        new DynamicBatches<Integer, Integer>(
                                10, Duration.ofMillis(50), List::copyOf, sizes::add);
                var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<List<Integer>>> asks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                List<Integer> items = Collections.nCopies(1 + i % 4, i);
                asks.add(() -> batches.ask(items));
            }
            for (var answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isNotEmpty();
            }
            assertThat(sizes).allMatch(size -> size <= 10);
            assertThat(batches.ask(Collections.nCopies(25, 7))).hasSize(25);
        }
    }

    @Test
    void failure_ofAModel_reachesWhoeverAsked() {
        try (var batches =
                new DynamicBatches<Integer, Integer>(
                        10,
                        Duration.ZERO,
                        items -> {
                            throw new IllegalStateException("out of order");
                        },
                        sizes::add)) {
            assertThatThrownBy(() -> batches.ask(List.of(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("out of order");
        }
    }

    @Test
    void request_afterTheEnd_isRefused() {
        var batches =
                new DynamicBatches<Integer, Integer>(10, Duration.ZERO, List::copyOf, sizes::add);
        batches.close();

        assertThatThrownBy(() -> batches.ask(List.of(1))).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
