package dev.earshot.deliveralerts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.earshot.core.Outcome;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Settings;
import dev.earshot.lambda.SqsBatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does the work of a batch of messages, all of them at once, since they wait for receivers. What a
 * store failed at comes again; what a receiver failed at is scheduled anew. Thread-safe.
 */
public final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final AlertWork work;
    private final InstantSource clock;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.work(settings), Wiring.clock());
    }

    Handler(AlertWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        long started = System.nanoTime();
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running =
                    event.getRecords().stream()
                            .map(message -> threads.submit(() -> run(message, context)))
                            .toList();
            for (Future<Outcome> each : running) {
                outcomes.add(ended(each));
            }
        }
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Retry(Throwable cause) ->
                        context.getLogger()
                                .log(new LogLine("work left on the queue").with(cause) + "\n");
                case Outcome.Poison(String why) ->
                        context.getLogger()
                                .log(new LogLine("message dropped").with("why", why) + "\n");
                case Outcome.Done done -> {}
            }
        }
        context.getLogger()
                .log(
                        new LogLine("batch handled")
                                        .with("messages", outcomes.size())
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        new MetricLine("Earshot/Alerts", clock.instant())
                .by("function", context.getFunctionName())
                .with("done", "Count", count(outcomes, Outcome.Done.class))
                .with("retried", "Count", count(outcomes, Outcome.Retry.class))
                .with("dropped", "Count", count(outcomes, Outcome.Poison.class))
                .to(line -> context.getLogger().log(line + "\n"));
        return SqsBatch.response(event, outcomes);
    }

    private static double count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private Outcome run(SQSEvent.SQSMessage message, Context context) {
        String body = message.getBody() == null ? "" : message.getBody();
        return work.run(body, line -> context.getLogger().log(line + "\n"));
    }

    private static Outcome ended(Future<Outcome> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry(e);
        } catch (ExecutionException e) {
            return new Outcome.Retry(e.getCause() == null ? e : e.getCause());
        }
    }
}
