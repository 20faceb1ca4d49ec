package dev.earshot.aws.client;

import dev.earshot.alerts.outbox.AlertBus;
import dev.earshot.core.store.StoreException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts events on a bus: <a
 * href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>.
 * Thread-safe.
 */
public final class EventBridgeBus implements AlertBus {
    /** The source of every event. */
    public static final String SOURCE = "dev.earshot";

    private static final Pattern ALL_TAKEN = Pattern.compile("\"FailedEntryCount\"\\s*:\\s*0\\b");

    private final SignedCalls calls;
    private final URI endpoint;
    private final String bus;

    public EventBridgeBus(SignedCalls calls, URI endpoint, String bus) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.bus = bus;
    }

    @Override
    public void put(String type, Instant at, String detail) {
        String body =
                "{\"Entries\":[{\"Source\":"
                        + JsonText.quoted(SOURCE)
                        + ",\"DetailType\":"
                        + JsonText.quoted(type)
                        + ",\"Detail\":"
                        + JsonText.quoted(detail)
                        + ",\"EventBusName\":"
                        + JsonText.quoted(bus)
                        + ",\"Time\":"
                        + at.getEpochSecond()
                        + "}]}";
        SignedCalls.Answer answer =
                calls.post(
                        "put an event on the bus",
                        "events",
                        endpoint,
                        "/",
                        Map.of(
                                "content-type",
                                "application/x-amz-json-1.1",
                                "x-amz-target",
                                "AWSEvents.PutEvents"),
                        body.getBytes(StandardCharsets.UTF_8));
        boolean taken =
                answer.successful()
                        && ALL_TAKEN
                                .matcher(new String(answer.body(), StandardCharsets.UTF_8))
                                .find();
        if (!taken) {
            throw new StoreException(
                    "could not put an event on the bus: it answered " + answer.status(), null);
        }
    }
}
