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
import java.util.concurrent.Executors;

@Timeout(300)
final class DynamicBatchesTest {
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void requests_thatWaitTogether_areOneBatch() throws Exception {
        // Waits until it is full, however slowly the requests come.
        try (var batches =
                        new DynamicBatches<Integer, Integer>(
                                8, Duration.ofHours(1), DynamicBatchesTest::negated, sizes::add);
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Integer>>> asks = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                List<Integer> items = List.of(10 * i, 10 * i + 1);
                asks.add(() -> batches.ask(items));
            }
            var answers = threads.invokeAll(asks);
            for (int i = 1; i <= 4; i++) {
                assertThat(answers.get(i - 1).get()).containsExactly(-10 * i, -10 * i - 1);
            }
        }
        assertThat(sizes).containsExactly(8);
    }

    @Test
    void request_thatComesAlone_isAnsweredOnceItIsOldEnough() {
        try (var batches =
                new DynamicBatches<Integer, Integer>(
                        8, Duration.ofMillis(1), DynamicBatchesTest::negated, sizes::add)) {
            assertThat(batches.ask(List.of(1))).containsExactly(-1);
        }
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void request_ofNothing_asksNothing() {
        try (var batches =
                new DynamicBatches<Integer, Integer>(
                        8, Duration.ofHours(1), DynamicBatchesTest::negated, sizes::add)) {
            assertThat(batches.ask(List.of())).isEmpty();
        }
        assertThat(sizes).isEmpty();
    }

    @Test
    void request_collectedForABatchThatNeverFills_failsAtTheEnd() throws Exception {
        var batches =
                new DynamicBatches<Integer, Integer>(
                        8, Duration.ofHours(1), DynamicBatchesTest::negated, sizes::add);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var asked = threads.submit(() -> batches.ask(List.of(1)));
            batches.close();

            assertThatThrownBy(asked::get)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the batches are closed");
        }
    }

    @Test
    void model_thatAnswersTooFew_failsTheRequest() {
        try (var batches =
                new DynamicBatches<Integer, Integer>(
                        1, Duration.ZERO, items -> List.of(), sizes::add)) {
            assertThatThrownBy(() -> batches.ask(List.of(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the model must answer 1 items, got 0");
        }
    }

    @Test
    void error_ofAModel_reachesWhoeverAsked() {
        try (var batches =
                new DynamicBatches<Integer, Integer>(
                        1,
                        Duration.ZERO,
                        items -> {
                            throw new StackOverflowError("deep");
                        },
                        sizes::add)) {
            assertThatThrownBy(() -> batches.ask(List.of(1)))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("deep");
        }
    }

    @Test
    void batch_ofNoItems_isNotAllowed() {
        assertThatThrownBy(
                        () ->
                                new DynamicBatches<Integer, Integer>(
                                        0, Duration.ZERO, List::copyOf, sizes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxSize must be 1 or more, got 0");
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

    private static List<Integer> negated(List<Integer> items) {
        return items.stream().map(i -> -i).toList();
    }
}
