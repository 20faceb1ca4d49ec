package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files in memory. Its presigned addresses lead nowhere. Thread-safe. */
public final class InMemoryMediaStore implements MediaStore {
    private static final int HEAD_BYTES = 4_096;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public Fetched fetch(String key, long maxBytes) {
        byte[] file = files.get(key);
        if (file == null) {
            return new Fetched.Missing();
        }
        if (file.length > maxBytes) {
            byte[] head = Arrays.copyOf(file, Math.min(HEAD_BYTES, file.length));
            return new Fetched.TooLarge(file.length, head);
        }
        return new Fetched.Content(file.clone());
    }

    @Override
    public Upload presign(
            WorkspaceId workspace, String key, String contentType, long bytes, Duration valid) {
        return new Upload(
                "https://upload.invalid/" + workspace,
                "PUT",
                Map.of("content-type", contentType),
                Optional.of(key));
    }

    /** Puts a file there. */
    public void put(String key, byte[] bytes) {
        files.put(key, bytes.clone());
    }
}
