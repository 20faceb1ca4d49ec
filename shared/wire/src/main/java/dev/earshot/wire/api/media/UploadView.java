package dev.earshot.wire.api.media;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a file is uploaded: a request that anyone who holds it may send until {@code expiresAt}.
 *
 * @param headers that must be sent, by name in alphabetical order
 * @param key under which the result will be found
 */
public record UploadView(
        String url, String method, Map<String, String> headers, String key, Instant expiresAt) {
    public UploadView {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
