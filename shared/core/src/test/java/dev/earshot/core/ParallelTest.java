package dev.earshot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ParallelTest {
    /** As many calls as are made at once. */
    private static final int PARALLELISM = 5;

    /** Only reached where a call that is waited for never comes. */
    private static final long CEILING_SECONDS = 60;

    @Test
    void map_manyItems_runsFiveAtOnceAndKeepsTheirOrder() {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        var fiveAreThere = new CyclicBarrier(PARALLELISM);

        List<Integer> results =
                Parallel.map(
                        IntStream.range(0, 4 * PARALLELISM).boxed().toList(),
                        item -> {
                            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                            await(fiveAreThere);
                            inFlight.decrementAndGet();
                            return 10 * item;
                        });

        assertThat(results)
                .isEqualTo(IntStream.range(0, 4 * PARALLELISM).mapToObj(i -> 10 * i).toList());
        assertThat(most).hasValueLessThanOrEqualTo(PARALLELISM);
    }

    @Test
    void map_ended_leavesNoThreadBehind() {
        var threads = new ConcurrentLinkedQueue<Thread>();

        Parallel.map(List.of(1, 2, 3), item -> threads.add(Thread.currentThread()));

        assertThat(threads)
                .hasSize(3)
                .allSatisfy(thread -> assertThat(thread.join(Duration.ofMinutes(1))).isTrue());
    }

    @Test
    void map_oneFails_throwsItsFailureOnceAllHaveEnded() {
        var failure = new IllegalStateException("no answer");
        var ended = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                Parallel.map(
                                        List.of(1, 2, 3),
                                        item -> {
                                            if (item == 1) {
                                                throw failure;
                                            }
                                            return ended.incrementAndGet();
                                        }))
                .isSameAs(failure);
        assertThat(ended).hasValue(2);
    }

    @Test
    void map_oneItem_runsOnTheCallersThread() {
        assertThat(Parallel.map(List.of(1), item -> Thread.currentThread()))
                .containsExactly(Thread.currentThread());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(CEILING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the calls are not side by side", e);
        }
    }
}
