package dev.earshot.analyzemedia;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Redelivery;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.media.AnalyseMedia;
import dev.earshot.wire.json.BadField;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands the bucket's events to the use case. They come in messages of a queue: those that failed
 * are named, and come again after a {@link dev.earshot.core.store.RedeliveryWait wait} that grows
 * with their failures. An event that S3 sent itself is taken too; then a failure is thrown, so that
 * Lambda retries it.
 */
public final class Handler implements RequestHandler<Map<String, Object>, SQSBatchResponse> {
    private final AnalyseMedia analyse;
    private final Redelivery redelivery;
    private final WorkspaceId fallback;
    private final InstantSource clock;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(
                Wiring.analyseMedia(settings),
                Wiring.redelivery(settings),
                Services.defaultWorkspace(settings),
                Wiring.clock());
    }

    Handler(
            AnalyseMedia analyse,
            Redelivery redelivery,
            WorkspaceId fallback,
            InstantSource clock) {
        this.analyse = analyse;
        this.redelivery = redelivery;
        this.fallback = fallback;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(Map<String, Object> event, Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
        Optional<Throwable> thrown = Optional.empty();
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<?, ?> record : BucketEvents.records(event)) {
            Optional<Throwable> failure = handle(record, context, outcomes);
            if (failure.isEmpty()) {
                continue;
            }
            if (BucketEvents.isMessage(record)) {
                failures.add(new BatchItemFailure(String.valueOf(record.get("messageId"))));
                LogLine line = new LogLine("message left on the queue").with(failure.get());
                redelivery.again(
                        String.valueOf(record.get("receiptHandle")), attributes(record), line);
                context.getLogger().log(line + "\n");
            } else {
                thrown = failure;
            }
        }
        new MetricLine("Earshot/Media", clock.instant())
                .by("function", context.getFunctionName())
                .with("files", "Count", count(outcomes, Outcome.Done.class))
                .with("retried", "Count", count(outcomes, Outcome.Retry.class))
                .with("parked", "Count", count(outcomes, Outcome.Poison.class))
                .to(line -> context.getLogger().log(line + "\n"));
        thrown.ifPresent(
                cause -> {
                    throw new MediaRetryException(cause);
                });
        return new SQSBatchResponse(failures);
    }

    private static double count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    /** Why the record must come again; empty if it need not. */
    private Optional<Throwable> handle(Map<?, ?> record, Context context, List<Outcome> outcomes) {
        List<MediaEvent> events;
        try {
            events = BucketEvents.events(record, fallback);
        } catch (BadField e) {
            return Optional.of(e);
        }
        Optional<Throwable> failure = Optional.empty();
        for (MediaEvent event : events) {
            long started = System.nanoTime();
            Outcome outcome = analyse.handle(event);
            outcomes.add(outcome);
            LogLine line =
                    new LogLine("file handled")
                            .with("outcome", outcome.getClass().getSimpleName())
                            .with("totalMs", Duration.ofNanos(System.nanoTime() - started));
            if (outcome instanceof Outcome.Retry retry) {
                failure = Optional.of(retry.cause());
                line.with(retry.cause());
            }
            context.getLogger().log(line + "\n");
        }
        return failure;
    }

    private static Map<String, String> attributes(Map<?, ?> message) {
        Map<String, String> attributes = new HashMap<>();
        if (message.get("attributes") instanceof Map<?, ?> given) {
            given.forEach(
                    (name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        }
        return attributes;
    }
}
