package dev.earshot.local.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.server.ObjectChange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The JSON of S3 notifications, version 2.1, one record per notification. Keys are form-encoded, as
 * S3 does. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">format</a>
 */
final class ObjectEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final String region;
    private final AtomicLong lastSequence = new AtomicLong();

    ObjectEvents(String region) {
        this.region = region;
    }

    String notification(ObjectChange change, String configurationId, Instant now) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode record = root.putArray("Records").addObject();
        record.put("eventVersion", "2.1");
        record.put("eventSource", "aws:s3");
        record.put("awsRegion", region);
        record.put("eventTime", MILLIS.format(now));
        record.put("eventName", change.event());
        record.putObject("userIdentity").put("principalId", "AWS:LOCAL");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        ObjectNode response = record.putObject("responseElements");
        response.put(
                "x-amz-request-id", UUID.randomUUID().toString().replace("-", "").substring(0, 16));
        response.put("x-amz-id-2", "local");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", configurationId);
        ObjectNode bucket = s3.putObject("bucket");
        bucket.put("name", change.bucket());
        bucket.putObject("ownerIdentity").put("principalId", "LOCAL");
        bucket.put("arn", "arn:aws:s3:::" + change.bucket());
        ObjectNode object = s3.putObject("object");
        object.put(
                "key", URLEncoder.encode(change.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        String eTag = change.eTag();
        if (eTag != null) {
            object.put("size", change.size());
            object.put("eTag", eTag);
        }
        object.put("sequencer", sequencer(now));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new DeliveryException("a notification cannot be written: " + e.getMessage(), e);
        }
    }

    /** Hexadecimal, of constant length, and increasing with each change, across restarts too. */
    private String sequencer(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long sequence = lastSequence.updateAndGet(last -> Math.max(last + 1, micros));
        return String.format(Locale.ROOT, "%018X", sequence);
    }
}
