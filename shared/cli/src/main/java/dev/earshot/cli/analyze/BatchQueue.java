package dev.earshot.cli.analyze;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries items from the thread that reads to the one that analyses, in order, never more than a
 * bounded weight of them. One putter and one taker.
 */
final class BatchQueue {
    private static final int CAPACITY = 32 << 20;
    private static final long PATIENCE_MILLIS = 20;

    private record Slot(@Nullable InputItem item, int weight) {}

    private final LinkedBlockingQueue<Slot> slots = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(CAPACITY);
    private boolean ended;

    /** Puts an item on, once there is room. */
    void put(InputItem item) throws InterruptedException {
        int weight = Math.min(item.weight(), CAPACITY);
        room.acquire(weight);
        slots.put(new Slot(item, weight));
    }

    /** Says that no more will come. */
    void end() {
        slots.add(new Slot(null, 0));
    }

    /**
     * Takes what is there, up to {@code most}, after a short wait for more; empty once all is
     * taken.
     */
    List<InputItem> take(int most) throws InterruptedException {
        List<InputItem> batch = new ArrayList<>();
        while (!ended && batch.size() < most) {
            Slot slot =
                    batch.isEmpty()
                            ? slots.take()
                            : slots.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (slot == null) {
                break;
            }
            room.release(slot.weight);
            if (slot.item == null) {
                ended = true;
            } else {
                batch.add(slot.item);
            }
        }
        return batch;
    }
}
