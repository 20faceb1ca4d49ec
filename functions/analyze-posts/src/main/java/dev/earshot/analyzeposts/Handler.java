package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.Outcome;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Redelivery;
import dev.earshot.lambda.Settings;
import dev.earshot.lambda.SqsBatch;

import java.time.Duration;
import java.util.List;

/**
 * Hands a batch of messages to the use case and names those to be redelivered, which come again
 * after a {@link dev.earshot.core.store.RedeliveryWait wait} that grows with their failures.
 */
public final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** Enough for a portion on a cold processor, and the answer. */
    private static final int SPARE_MILLIS = 45_000;

    private final PostsIntake intake;
    private final PostMetrics metrics;
    private final Redelivery redelivery;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.intake(settings), Wiring.redelivery(settings));
    }

    private Handler(Wiring.Intake intake, Redelivery redelivery) {
        this(intake.posts(), intake.metrics(), redelivery);
    }

    Handler(PostsIntake intake, PostMetrics metrics, Redelivery redelivery) {
        this.intake = intake;
        this.metrics = metrics;
        this.redelivery = redelivery;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        long started = System.nanoTime();
        List<Outcome> outcomes =
                intake.handle(
                        event.getRecords(),
                        () -> context.getRemainingTimeInMillis() > SPARE_MILLIS);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Retry retry) {
                LogLine line = new LogLine("message left on the queue").with(retry.cause());
                SQSMessage message = event.getRecords().get(i);
                redelivery.again(message.getReceiptHandle(), message.getAttributes(), line);
                context.getLogger().log(line + "\n");
            }
        }
        context.getLogger()
                .log(
                        new LogLine("batch handled")
                                        .with("messages", outcomes.size())
                                        .with("retried", count(outcomes, Outcome.Retry.class))
                                        .with("parked", count(outcomes, Outcome.Poison.class))
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        metrics.of(context.getFunctionName(), event.getRecords(), outcomes)
                .to(line -> context.getLogger().log(line + "\n"));
        return SqsBatch.response(event, outcomes);
    }

    private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }
}
