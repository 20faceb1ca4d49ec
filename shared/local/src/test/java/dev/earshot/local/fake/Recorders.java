package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.earshot.lambda.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Handlers that echo their events field by field, so that two ways of calling them can be compared.
 */
public final class Recorders {
    private Recorders() {}

    /** Fails every message whose body is not JSON by its first character. */
    public static final class Sqs implements RequestHandler<SQSEvent, SQSBatchResponse> {
        public Sqs() {}

        public Sqs(Settings settings) {}

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                if (message.getBody().startsWith("{not")) {
                    failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                }
            }
            return new SQSBatchResponse(failures);
        }
    }

    /** Echoes every field of each message. */
    public static final class SqsFields implements RequestHandler<SQSEvent, Map<String, Object>> {
        public SqsFields() {}

        public SqsFields(Settings settings) {}

        @Override
        public Map<String, Object> handleRequest(SQSEvent event, Context context) {
            Map<String, Object> seen = new TreeMap<>();
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                Map<String, String> attributes = new TreeMap<>();
                message.getMessageAttributes()
                        .forEach((name, value) -> attributes.put(name, value.getStringValue()));
                seen.put(
                        message.getMessageId(),
                        List.of(
                                message.getBody(),
                                message.getReceiptHandle(),
                                message.getMd5OfBody(),
                                message.getEventSourceArn(),
                                message.getAwsRegion(),
                                attributes,
                                new TreeMap<>(message.getAttributes())));
            }
            return seen;
        }
    }

    /** Echoes every field of each notification. */
    public static final class S3Fields implements RequestHandler<S3Event, Map<String, Object>> {
        public S3Fields() {}

        public S3Fields(Settings settings) {}

        @Override
        public Map<String, Object> handleRequest(S3Event event, Context context) {
            Map<String, Object> seen = new TreeMap<>();
            event.getRecords()
                    .forEach(
                            record ->
                                    seen.put(
                                            record.getEventName(),
                                            List.of(
                                                    record.getS3().getObject().getUrlDecodedKey(),
                                                    String.valueOf(
                                                            record.getS3()
                                                                    .getObject()
                                                                    .getSizeAsLong()),
                                                    String.valueOf(
                                                            record.getS3().getObject().geteTag()),
                                                    record.getS3().getObject().getSequencer(),
                                                    record.getS3().getBucket().getName(),
                                                    record.getS3().getConfigurationId(),
                                                    record.getEventTime().getMillis())));
            return seen;
        }
    }

    /** Echoes the fields of an HTTP event. */
    public static final class Http
            implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
        public Http() {}

        public Http(Settings settings) {}

        @Override
        public APIGatewayV2HTTPResponse handleRequest(
                APIGatewayV2HTTPEvent event, Context context) {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(event.toString())
                    .build();
        }
    }

    /** Echoes the fields of an authorizer's event. */
    public static final class Identity
            implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
        public Identity() {}

        public Identity(Settings settings) {}

        @Override
        public Map<String, Object> handleRequest(
                APIGatewayV2CustomAuthorizerEvent event, Context context) {
            return new TreeMap<>(
                    Map.of("isAuthorized", true, "context", Map.of("event", event.toString())));
        }
    }
}
