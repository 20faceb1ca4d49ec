package dev.earshot.analyzemedia;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what calls the function: notifications of S3, in messages of the queue or as S3 itself
 * would send them. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>: keys are form-encoded, the sequencer orders events of one key
 */
final class BucketEvents {
    private static final String TEST = "s3:TestEvent";

    private BucketEvents() {}

    /** One element of {@code Records}: a message of the queue, or a notification without one. */
    static List<Map<?, ?>> records(Map<String, ?> event) {
        return maps(event.get("Records"), "Records");
    }

    /** Whether a record is a message of the queue. */
    static boolean isMessage(Map<?, ?> record) {
        return record.containsKey("messageId");
    }

    /**
     * The notifications in a record. S3 sends a message without any when a queue is connected to a
     * bucket.
     *
     * @throws BadField if the record is no notification
     */
    static List<MediaEvent> events(Map<?, ?> record, WorkspaceId fallback) {
        if (!isMessage(record)) {
            return List.of(event(record, fallback));
        }
        Map<?, ?> body = map(JsonValues.read(text(record.get("body"), "body")), "body");
        if (TEST.equals(body.get("Event"))) {
            return List.of();
        }
        return maps(body.get("Records"), "body.Records").stream()
                .map(each -> event(each, fallback))
                .toList();
    }

    private static MediaEvent event(Map<?, ?> record, WorkspaceId fallback) {
        Map<?, ?> object = map(map(record.get("s3"), "s3").get("object"), "s3.object");
        String key =
                URLDecoder.decode(text(object.get("key"), "s3.object.key"), StandardCharsets.UTF_8);
        String version = object.get("sequencer") instanceof String sequencer ? sequencer : "";
        WorkspaceId workspace = MediaKeys.workspaceOf(key, fallback);
        return text(record.get("eventName"), "eventName").contains("ObjectRemoved")
                ? new MediaEvent.Removed(workspace, key, version)
                : new MediaEvent.Created(workspace, key, version);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value, String path) {
        if (!(value instanceof List<?> list)) {
            throw new BadField(path, "must be a list");
        }
        List<Map<?, ?>> maps = new ArrayList<>();
        list.forEach(each -> maps.add(map(each, path + "[]")));
        return maps;
    }

    private static Map<?, ?> map(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new BadField(path, "must be an object");
    }

    private static String text(@Nullable Object value, String path) {
        if (value instanceof String text) {
            return text;
        }
        throw new BadField(path, "must be a text");
    }
}
