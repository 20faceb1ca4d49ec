package dev.earshot.local.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.server.Invocable;
import dev.earshot.local.template.CloudTemplate;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's asynchronous invocation of one function: events wait in a queue of their own, which
 * survives a restart; a failed call is retried as often as the template says, then the event goes
 * to the failure destination.
 */
public final class AsynchronousCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAIT_SECONDS = 2;
    private static final long PAUSE_AFTER_FAULT_MILLIS = 500;
    private static final Logger LOG = System.getLogger(AsynchronousCalls.class.getName());

    private final SqsClient sqs;
    private final Options options;
    private final Invocable function;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private AsynchronousCalls(
            SqsClient sqs, Options options, Invocable function, InstantSource clock) {
        this.sqs = sqs;
        this.options = options;
        this.function = function;
        this.clock = clock;
    }

    /**
     * How the function is called.
     *
     * @param eventsQueueUrl queue in which events wait
     * @param failureQueueUrl destination of events that failed for good, or null
     * @param concurrency calls in flight at once
     * @param firstRetrySeconds pause before the first retry, doubled before each later one (AWS:
     *     60)
     */
    public record Options(
            CloudTemplate.Function declaration,
            String eventsQueueUrl,
            @Nullable String failureQueueUrl,
            int concurrency,
            int firstRetrySeconds) {}

    /** Starts calling. */
    public static AsynchronousCalls start(
            SqsClient sqs, Options options, Invocable function, InstantSource clock) {
        AsynchronousCalls calls = new AsynchronousCalls(sqs, options, function, clock);
        for (int i = 0; i < options.concurrency(); i++) {
            calls.threads.add(
                    Thread.ofPlatform()
                            .name("async-" + options.declaration().name() + "-" + i)
                            .daemon(true)
                            .start(calls::poll));
        }
        return calls;
    }

    private void poll() {
        while (stopping.getCount() > 0) {
            try {
                List<Message> messages =
                        sqs.receiveMessage(
                                        request ->
                                                request.queueUrl(options.eventsQueueUrl())
                                                        .maxNumberOfMessages(1)
                                                        .waitTimeSeconds(WAIT_SECONDS)
                                                        .messageSystemAttributeNames(
                                                                MessageSystemAttributeName.ALL))
                                .messages();
                for (Message message : messages) {
                    if (stopping.getCount() > 0) {
                        call(message);
                    } else {
                        again(message, 0);
                    }
                }
            } catch (RuntimeException e) {
                if (stopping.getCount() > 0) {
                    LOG.log(
                            Level.WARNING,
                            "events of {0} cannot be taken: {1}",
                            options.declaration().name(),
                            e.getMessage());
                    pause();
                }
            }
        }
    }

    private void call(Message message) {
        int attempt =
                Integer.parseInt(
                        message.attributes()
                                .getOrDefault(
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
        try {
            var unused = function.invoke(message.body().getBytes(StandardCharsets.UTF_8));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (attempt <= options.declaration().retries()) {
                LOG.log(
                        Level.WARNING,
                        "call "
                                + attempt
                                + " of "
                                + options.declaration().name()
                                + " failed and is repeated: "
                                + e);
                LOG.log(Level.DEBUG, options.declaration().name(), e);
                again(message, options.firstRetrySeconds() << (attempt - 1));
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "the last call of " + options.declaration().name() + " failed: " + e);
            LOG.log(Level.DEBUG, options.declaration().name(), e);
            fail(message, attempt, e);
        }
        sqs.deleteMessage(
                request ->
                        request.queueUrl(options.eventsQueueUrl())
                                .receiptHandle(message.receiptHandle()));
    }

    private void again(Message message, int seconds) {
        sqs.changeMessageVisibility(
                request ->
                        request.queueUrl(options.eventsQueueUrl())
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout(seconds));
    }

    /** The record that Lambda sends to a failure destination. */
    private void fail(Message message, int attempts, Throwable cause) {
        String destination = options.failureQueueUrl();
        if (destination == null) {
            return;
        }
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "1.0");
        root.put("timestamp", clock.instant().toString());
        ObjectNode context = root.putObject("requestContext");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("functionArn", options.declaration().arn() + ":$LATEST");
        context.put("condition", "RetriesExhausted");
        context.put("approximateInvokeCount", attempts);
        try {
            root.set("requestPayload", JSON.readTree(message.body()));
        } catch (IOException e) {
            root.put("requestPayload", message.body());
        }
        ObjectNode response = root.putObject("responseContext");
        response.put("statusCode", 200);
        response.put("executedVersion", "$LATEST");
        response.put("functionError", "Unhandled");
        ObjectNode payload = root.putObject("responsePayload");
        payload.put("errorMessage", String.valueOf(cause.getMessage()));
        payload.put("errorType", cause.getClass().getName());
        sqs.sendMessage(request -> request.queueUrl(destination).messageBody(root.toString()));
    }

    private void pause() {
        try {
            var unused = stopping.await(PAUSE_AFTER_FAULT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops taking events. */
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
