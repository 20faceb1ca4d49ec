package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files in memory. Its presigned URLs are not served. Thread-safe. */
public final class InMemoryMediaStore implements MediaStore {
    private static final int HEAD_BYTES = 4_096;
    private static final Comparator<String> BYTES = ByteOrder.ASCENDING;

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
    public Part part(String key, long offset, int maxBytes, String tag) {
        byte[] file = files.get(key);
        if (file == null) {
            return new Part.Missing();
        }
        String now = Integer.toHexString(Arrays.hashCode(file));
        if (!tag.isEmpty() && !tag.equals(now)) {
            return new Part.Changed();
        }
        int from = (int) Math.min(offset, file.length);
        int to = (int) Math.min((long) from + maxBytes, file.length);
        return new Part.Content(Arrays.copyOfRange(file, from, to), file.length, now);
    }

    @Override
    public List<Listed> list(String prefix, String after, int limit) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .filter(file -> after.isEmpty() || BYTES.compare(file.getKey(), after) > 0)
                .sorted(Map.Entry.comparingByKey(BYTES))
                .limit(limit)
                .map(file -> new Listed(file.getKey(), file.getValue().length))
                .toList();
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

    /** Removes a file. */
    public void remove(String key) {
        files.remove(key);
    }

    /** Adds a file. */
    public void put(String key, byte[] bytes) {
        files.put(key, bytes.clone());
    }

    @Override
    public String download(String key, Duration valid) {
        return "https://files.example/" + key + "?valid=" + valid.toSeconds();
    }
}
