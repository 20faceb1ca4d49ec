package dev.earshot.wire.api.media;

import java.time.Instant;

/**
 * Where a file can be fetched.
 *
 * @param url presigned; anyone who holds it may fetch the file until {@code expiresAt}
 */
public record DownloadView(String key, String url, Instant expiresAt) {}
