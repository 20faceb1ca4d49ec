package dev.earshot.lambda;

import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaEvent;
import dev.earshot.core.media.MediaKeys;

import java.util.Optional;

/**
 * Translates S3 notifications for the use cases. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>: keys are form-encoded, the sequencer orders events of one key
 */
public final class S3Events {
    private S3Events() {}

    /** The event of one record, with the key decoded and the workspace read from the key. */
    public static MediaEvent mediaEvent(S3EventNotificationRecord record, WorkspaceId fallback) {
        String key = record.getS3().getObject().getUrlDecodedKey();
        String version = Optional.ofNullable(record.getS3().getObject().getSequencer()).orElse("");
        WorkspaceId workspace = MediaKeys.workspaceOf(key, fallback);
        return record.getEventName().contains("ObjectRemoved")
                ? new MediaEvent.Removed(workspace, key, version)
                : new MediaEvent.Created(workspace, key, version);
    }
}
