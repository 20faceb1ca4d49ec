package dev.earshot.cli.analyze;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Passes items, in order, from the thread that reads to the thread that analyses, and holds a
 * bounded weight of them. For one producer and one consumer.
 */
final class BatchQueue {
    private static final int CAPACITY = 32 << 20;
    private static final long MAX_WAIT_MILLIS = 20;

    private record Slot(@Nullable InputItem item, int weight) {}

    private final LinkedBlockingQueue<Slot> slots = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(CAPACITY);
    private boolean ended;

    /** Taken from the slots, and next to be given. */
    private @Nullable Slot held;

    /** Adds an item, once there is room. */
    void put(InputItem item) throws InterruptedException {
        int weight = Math.min(item.weight(), CAPACITY);
        room.acquire(weight);
        slots.put(new Slot(item, weight));
    }

    /** Marks the end: no more items will come. */
    void end() {
        slots.add(new Slot(null, 0));
    }

    /**
     * Takes the items that are there, at most {@code most}, after a short wait for more; empty at
     * the end. A picture or a video comes alone, so that an interrupted run loses one, not a batch.
     */
    List<InputItem> take(int most) throws InterruptedException {
        List<InputItem> batch = new ArrayList<>();
        while (!ended && batch.size() < most) {
            Slot slot = next(batch.isEmpty());
            if (slot == null) {
                break;
            }
            if (slot.item == null) {
                ended = true;
            } else if (slot.item.isSlow() && !batch.isEmpty()) {
                held = slot;
                break;
            } else {
                room.release(slot.weight);
                batch.add(slot.item);
                if (slot.item.isSlow()) {
                    break;
                }
            }
        }
        return batch;
    }

    /** The next slot; null if none comes soon and there is no need to wait for it. */
    private @Nullable Slot next(boolean wait) throws InterruptedException {
        Slot first = held;
        held = null;
        if (first != null) {
            return first;
        }
        return wait ? slots.take() : slots.poll(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
