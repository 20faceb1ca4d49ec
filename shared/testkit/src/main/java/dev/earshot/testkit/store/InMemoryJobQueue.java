package dev.earshot.testkit.store;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobReader;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jobs in memory, redelivered when their hidden time is over. A message's body is the job's id;
 * {@link #read} finds the job. Thread-safe: every call takes the one lock.
 */
public final class InMemoryJobQueue implements JobQueue, JobInbox, JobReader {
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final List<Job> submitted = new ArrayList<>();
    private final InstantSource clock;
    private int made;

    private record Message(String body, Instant sentAt, Instant visibleAt, int receives) {}

    public InMemoryJobQueue() {
        this(InstantSource.system());
    }

    public InMemoryJobQueue(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void submit(Job job) {
        submitted.add(job);
        send(job.id());
    }

    /** Sends any text. */
    public synchronized void send(String body) {
        messages.put("m" + made++, new Message(body, clock.instant(), Instant.MIN, 0));
        notifyAll();
    }

    /** All that were submitted, in order. */
    public synchronized List<Job> jobs() {
        return List.copyOf(submitted);
    }

    /** Number of messages, hidden ones included. */
    public synchronized int size() {
        return messages.size();
    }

    @Override
    public synchronized List<Delivery> receive(int most, Duration wait, Duration hidden) {
        long deadline = System.nanoTime() + wait.toNanos();
        List<Delivery> found = new ArrayList<>();
        while (true) {
            Instant now = clock.instant();
            for (var entry : messages.entrySet()) {
                Message message = entry.getValue();
                if (found.size() < most && !message.visibleAt.isAfter(now)) {
                    int receives = message.receives + 1;
                    entry.setValue(
                            new Message(message.body, message.sentAt, now.plus(hidden), receives));
                    found.add(
                            new Delivery(
                                    entry.getKey(),
                                    entry.getKey(),
                                    message.body,
                                    receives,
                                    message.sentAt));
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (!found.isEmpty() || left <= 0) {
                return found;
            }
            try {
                wait(Math.min(left, 20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
        }
    }

    @Override
    public synchronized void hide(Delivery delivery, Duration hidden) {
        messages.computeIfPresent(
                delivery.messageId(),
                (id, m) -> new Message(m.body, m.sentAt, clock.instant().plus(hidden), m.receives));
        notifyAll();
    }

    @Override
    public synchronized void delete(Delivery delivery) {
        messages.remove(delivery.messageId());
        notifyAll();
    }

    /** Waits until no message is left; false if that took too long. */
    public synchronized boolean awaitEmpty(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!messages.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized Reading read(String body) {
        return submitted.stream()
                .filter(job -> job.id().equals(body))
                .findFirst()
                .<Reading>map(Reading.Understood::new)
                .orElseGet(() -> new Reading.Refused("no job is called '" + body + "'"));
    }
}
