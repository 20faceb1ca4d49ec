package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;

import dev.earshot.lambda.Settings;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers each change as {@code INSERT a=1}. One whose key begins with {@code once} fails the
 * first time, one with {@code never} always.
 */
public final class StreamHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    /** What was handled, in order, since the last test cleared it. */
    public static final List<String> HANDLED = new CopyOnWriteArrayList<>();

    private static final List<String> FAILED = new CopyOnWriteArrayList<>();

    public StreamHandler(Settings settings) {
        FAILED.clear();
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (DynamodbEvent.DynamodbStreamRecord each : event.getRecords()) {
            String key = Objects.requireNonNull(each.getDynamodb().getKeys().get("PK")).getS();
            boolean fails =
                    key.startsWith("never") || (key.startsWith("once") && !FAILED.contains(key));
            if (fails) {
                FAILED.add(key);
                return new StreamsEventResponse(
                        List.of(new BatchItemFailure(each.getDynamodb().getSequenceNumber())));
            }
            HANDLED.add(
                    each.getEventName()
                            + " "
                            + key
                            + (each.getDynamodb().getNewImage() == null
                                    ? ""
                                    : "="
                                            + Objects.requireNonNull(
                                                            each.getDynamodb()
                                                                    .getNewImage()
                                                                    .get("n"))
                                                    .getN()));
        }
        return new StreamsEventResponse(List.of());
    }
}
