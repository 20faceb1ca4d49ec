package dev.earshot.local.delivery;

import dev.earshot.local.server.Invocable;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;

/**
 * Takes batches from one queue and calls one function with them. Messages that the function does
 * not report as failed are deleted; a failed call deletes nothing, so the queue delivers again when
 * the visibility timeout ends, and moves a message to the dead-letter queue after its maximum
 * number of receives. {@link #close} lets calls in flight finish.
 */
public final class QueuePoller implements AutoCloseable {
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private static final int LARGEST_EVENT_BYTES = 6 * 1024 * 1024;
    private static final int LARGEST_RECEIVE = 10;
    // Short, so that stopping is prompt: a waiting receive cannot be cancelled.
    private static final int WAIT_SECONDS = 2;
    private static final long PAUSE_AFTER_FAULT_MILLIS = 500;
    // No message is hidden for longer than the visibility timeout of 12 minutes.
    private static final long LONGEST_AWAY_NANOS = TimeUnit.MINUTES.toNanos(13);
    private static final QueueAttributeName WAITING =
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    private static final Logger LOG = System.getLogger(QueuePoller.class.getName());

    private final SqsClient sqs;
    private final Source source;
    private final Invocable function;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Messages that failed and are not gone yet, by id, to the nano time by which they return. */
    private final Map<String, Long> failed = new ConcurrentHashMap<>();

    private QueuePoller(SqsClient sqs, Source source, Invocable function) {
        this.sqs = sqs;
        this.source = source;
        this.function = function;
    }

    /**
     * The queue that is polled, and how.
     *
     * @param name prefix of the threads' names
     * @param partialResponses whether the function's answer reports failed messages
     * @param concurrency batches in flight at once
     */
    public record Source(
            String name,
            String queueUrl,
            String queueArn,
            String region,
            int batchSize,
            boolean partialResponses,
            int concurrency) {
        public Source {
            if (batchSize < 1 || concurrency < 1) {
                throw new IllegalArgumentException(
                        "batchSize and concurrency must be positive, got "
                                + batchSize
                                + " and "
                                + concurrency);
            }
        }
    }

    /**
     * Starts polling, on platform threads: a model's native code would pin the carriers of virtual
     * ones.
     */
    public static QueuePoller start(SqsClient sqs, Source source, Invocable function) {
        QueuePoller poller = new QueuePoller(sqs, source, function);
        for (int i = 0; i < source.concurrency(); i++) {
            poller.threads.add(
                    Thread.ofPlatform()
                            .name("sqs-" + source.name() + "-" + i)
                            .daemon(true)
                            .start(poller::poll));
        }
        return poller;
    }

    private void poll() {
        while (stopping.getCount() > 0) {
            List<Message> messages;
            try {
                messages = receive();
            } catch (RuntimeException e) {
                if (stopping.getCount() == 0) {
                    return;
                }
                LOG.log(
                        Level.WARNING,
                        "receiving from {0} failed: {1}",
                        source.name(),
                        e.getMessage());
                pause();
                continue;
            }
            for (List<Message> batch : batches(messages)) {
                if (stopping.getCount() > 0) {
                    deliver(batch);
                } else {
                    giveBack(batch);
                }
            }
        }
    }

    /** What waits, up to the size of a batch; more messages are not waited for. */
    private List<Message> receive() {
        List<Message> messages = new ArrayList<>(receive(source.batchSize(), WAIT_SECONDS));
        boolean more = !messages.isEmpty();
        while (more && messages.size() < source.batchSize() && stopping.getCount() > 0) {
            List<Message> next = receive(source.batchSize() - messages.size(), 0);
            more = !next.isEmpty();
            messages.addAll(next);
        }
        return messages;
    }

    private List<Message> receive(int most, int waitSeconds) {
        return sqs.receiveMessage(
                        request ->
                                request.queueUrl(source.queueUrl())
                                        .maxNumberOfMessages(Math.min(LARGEST_RECEIVE, most))
                                        .waitTimeSeconds(waitSeconds)
                                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                        .messageAttributeNames("All"))
                .messages();
    }

    private void deliver(List<Message> batch) {
        inFlight.incrementAndGet();
        try {
            byte[] answer;
            try {
                answer =
                        function.invoke(SqsEvents.event(batch, source.queueArn(), source.region()));
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
                LOG.log(
                        Level.WARNING,
                        "a call of "
                                + source.name()
                                + " failed; its "
                                + batch.size()
                                + " messages stay on the queue: "
                                + e);
                LOG.log(Level.DEBUG, source.name(), e);
                batch.forEach(this::remember);
                return;
            }
            Set<String> failures =
                    source.partialResponses() ? SqsEvents.failures(answer, batch) : Set.of();
            for (Message message : batch) {
                if (failures.contains(message.messageId())) {
                    remember(message);
                } else {
                    failed.remove(message.messageId());
                }
            }
            batch.stream()
                    .filter(each -> !failures.contains(each.messageId()))
                    .gather(Gatherers.windowFixed(LARGEST_RECEIVE))
                    .forEach(this::delete);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void remember(Message message) {
        failed.put(message.messageId(), System.nanoTime() + LONGEST_AWAY_NANOS);
    }

    /**
     * How many messages failed and wait to be delivered again. One that the queue has moved to its
     * dead-letter queue is counted until it would have come again.
     */
    public int waiting() {
        long now = System.nanoTime();
        failed.values().removeIf(until -> until - now < 0);
        return failed.size();
    }

    /** How many messages wait for their turn; 0 while the queue does not answer. */
    public int backlog() {
        try {
            return Integer.parseInt(
                    sqs.getQueueAttributes(
                                    request ->
                                            request.queueUrl(source.queueUrl())
                                                    .attributeNames(WAITING))
                            .attributes()
                            .getOrDefault(WAITING, "0"));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the backlog of {0} is not known", source.name());
            return 0;
        }
    }

    /** Makes messages that arrived while stopping visible again. */
    private void giveBack(List<Message> batch) {
        for (Message message : batch) {
            sqs.changeMessageVisibility(
                    request ->
                            request.queueUrl(source.queueUrl())
                                    .receiptHandle(message.receiptHandle())
                                    .visibilityTimeout(0));
        }
    }

    private void delete(List<Message> done) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : done) {
            entries.add(
                    DeleteMessageBatchRequestEntry.builder()
                            .id("m" + entries.size())
                            .receiptHandle(message.receiptHandle())
                            .build());
        }
        try {
            sqs.deleteMessageBatch(request -> request.queueUrl(source.queueUrl()).entries(entries));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "deleting from {0} failed, so its messages will come again: {1}",
                    source.name(),
                    e.getMessage());
        }
    }

    /**
     * Splits messages into events no larger than Lambda accepts; a single message may exceed that.
     */
    private static List<List<Message>> batches(List<Message> messages) {
        List<List<Message>> batches = new ArrayList<>();
        List<Message> batch = new ArrayList<>();
        long bytes = 0;
        for (Message message : messages) {
            // A character takes at most three bytes of UTF-8, or an escape of six.
            long size = 3L * message.body().length() + 1024;
            if (!batch.isEmpty() && bytes + size > LARGEST_EVENT_BYTES) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(message);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private void pause() {
        try {
            var unused = stopping.await(PAUSE_AFTER_FAULT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls in flight now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Stops receiving messages. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void close() {
        stop();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
