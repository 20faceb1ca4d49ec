package dev.earshot.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.server.Invocable;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Reads a table's stream and calls one function with it, shard by shard and in the order of the
 * changes. A batch that fails is delivered again, from the record that the function names, so that
 * nothing overtakes it; after the event's number of retries it is handed to the failure
 * destination. {@link #close} lets a call in flight finish.
 */
public final class StreamPoller implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Logger LOG = System.getLogger(StreamPoller.class.getName());

    private final DynamoDbStreamsClient streams;
    private final Source source;
    private final Invocable function;
    private final Progress progress;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    private StreamPoller(
            DynamoDbStreamsClient streams, Source source, Invocable function, Progress progress) {
        this.streams = streams;
        this.source = source;
        this.function = function;
        this.progress = progress;
    }

    /**
     * The stream that is read, and how.
     *
     * @param name of the function
     * @param streamArn as DynamoDB Local names it
     * @param fromStart whether changes from before the first start are delivered, too
     * @param retries of a batch that fails; -1 for as many as it takes
     * @param givenUp takes a batch that was given up, as an event, and why
     */
    public record Source(
            String name,
            String streamArn,
            String region,
            int batchSize,
            boolean fromStart,
            boolean partialResponses,
            int retries,
            StreamFilter filter,
            BiConsumer<byte[], Exception> givenUp) {
        public Source {
            if (batchSize < 1 || batchSize > 10_000) {
                throw new IllegalArgumentException(
                        "batchSize must be 1 to 10000, got " + batchSize);
            }
        }
    }

    /** How far each shard was handled, kept where the table is. */
    public interface Progress {
        /** The sequence number by shard; empty for a stream that was never read. */
        Map<String, String> load();

        /** Called after each batch. */
        void save(Map<String, String> handled);
    }

    /** Starts reading, on a platform thread. */
    public static StreamPoller start(
            DynamoDbStreamsClient streams, Source source, Invocable function, Progress progress) {
        StreamPoller poller = new StreamPoller(streams, source, function, progress);
        poller.thread =
                Thread.ofPlatform()
                        .name("stream-" + source.name())
                        .daemon(true)
                        .start(poller::poll);
        return poller;
    }

    private void poll() {
        Map<String, String> handled = new HashMap<>(progress.load());
        boolean everything = source.fromStart() || !handled.isEmpty();
        Map<String, String> iterators = new HashMap<>();
        Set<String> finished = new HashSet<>();
        while (running()) {
            try {
                int records = 0;
                List<Shard> shards = shards();
                handled.keySet().retainAll(shards.stream().map(Shard::shardId).toList());
                for (Shard shard : shards) {
                    boolean parentIsDone =
                            shard.parentShardId() == null
                                    || finished.contains(shard.parentShardId())
                                    || !iterators.containsKey(shard.parentShardId());
                    if (running() && parentIsDone && !finished.contains(shard.shardId())) {
                        records += read(shard.shardId(), everything, iterators, finished, handled);
                    }
                }
                // Shards that open later follow what was there, so nothing of them is left out.
                everything = true;
                if (records == 0) {
                    pause(PAUSE_MILLIS);
                }
            } catch (RuntimeException e) {
                if (running()) {
                    LOG.log(
                            Level.WARNING,
                            "reading the stream for {0} failed: {1}",
                            source.name(),
                            e.getMessage());
                    iterators.clear();
                    pause(PAUSE_MILLIS);
                }
            }
        }
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String after = last;
            var page =
                    streams.describeStream(
                                    request ->
                                            request.streamArn(source.streamArn())
                                                    .exclusiveStartShardId(after))
                            .streamDescription();
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    /** Reads once from a shard; the number of its records that were read. */
    private int read(
            String shard,
            boolean everything,
            Map<String, String> iterators,
            Set<String> finished,
            Map<String, String> handled) {
        String iterator =
                iterators.computeIfAbsent(shard, id -> iterator(id, handled.get(id), everything));
        GetRecordsResponse read =
                streams.getRecords(
                        request -> request.shardIterator(iterator).limit(source.batchSize()));
        List<Record> records = read.records();
        if (!records.isEmpty()) {
            if (!deliver(records)) {
                // Told to stop: what was not handled comes again after the next start.
                return records.size();
            }
            handled.put(shard, records.getLast().dynamodb().sequenceNumber());
            progress.save(Map.copyOf(handled));
        }
        if (read.nextShardIterator() == null) {
            finished.add(shard);
            iterators.remove(shard);
        } else {
            iterators.put(shard, read.nextShardIterator());
        }
        return records.size();
    }

    private String iterator(String shard, @Nullable String after, boolean everything) {
        return streams.getShardIterator(
                        request -> {
                            request.streamArn(source.streamArn()).shardId(shard);
                            if (after != null) {
                                request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                        .sequenceNumber(after);
                            } else {
                                request.shardIteratorType(
                                        everything
                                                ? ShardIteratorType.TRIM_HORIZON
                                                : ShardIteratorType.LATEST);
                            }
                        })
                .shardIterator();
    }

    /** Whether nothing of the batch is left to do. */
    private boolean deliver(List<Record> records) {
        List<ObjectNode> left =
                new ArrayList<>(
                        records.stream()
                                .map(
                                        each ->
                                                StreamEvents.record(
                                                        each, source.streamArn(), source.region()))
                                .filter(source.filter()::passes)
                                .toList());
        int failures = 0;
        while (!left.isEmpty() && running()) {
            byte[] event = StreamEvents.event(left);
            Exception failure;
            try {
                byte[] answer = function.invoke(event);
                int handled =
                        source.partialResponses()
                                ? StreamEvents.handled(answer, left)
                                : left.size();
                if (handled > 0) {
                    failures = 0;
                }
                left.subList(0, handled).clear();
                if (left.isEmpty()) {
                    return true;
                }
                failure = new DeliveryException("the function reported a record as failed");
            } catch (Exception e) {
                failure = e;
            } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
                failure = new DeliveryException(String.valueOf(e), e);
            }
            failures++;
            LOG.log(
                    Level.WARNING,
                    "call {0} of {1} with {2} changes failed: {3}",
                    failures,
                    source.name(),
                    left.size(),
                    failure.toString());
            if (source.retries() >= 0 && failures > source.retries()) {
                source.givenUp().accept(StreamEvents.event(left), failure);
                return true;
            }
            pause(Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS << Math.min(failures, 10)));
        }
        return left.isEmpty();
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private void pause(long millis) {
        try {
            var unused = stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops reading. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void close() {
        stop();
        Thread started = thread;
        if (started != null) {
            try {
                started.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
