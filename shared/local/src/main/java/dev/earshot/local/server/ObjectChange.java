package dev.earshot.local.server;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A change of one object.
 *
 * @param event as S3 names it, such as {@code ObjectCreated:Put}
 * @param key plain, not URL-encoded
 * @param size in bytes; 0 for a removal
 * @param eTag without quotes; null for a removal
 */
public record ObjectChange(
        String event, String bucket, String key, long size, @Nullable String eTag) {
    public ObjectChange {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }
}
