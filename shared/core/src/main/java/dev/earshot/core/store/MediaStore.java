package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Uploaded files. Thread-safe; failures surface as {@link StoreException}. */
public interface MediaStore {
    /** Reads a file whole, never more than {@code maxBytes} into memory. */
    Fetched fetch(String key, long maxBytes);

    /**
     * Makes an address to which a client may PUT one file directly.
     *
     * @param bytes exact size that the client announces; signed with the request
     */
    Upload presign(WorkspaceId workspace, String key, String contentType, long bytes, Duration valid);

    /** What came of a fetch. */
    sealed interface Fetched {
        /** The whole file. */
        record Content(byte[] bytes) implements Fetched {}

        /** The file is larger than allowed and was not read. */
        record TooLarge(long bytes, byte[] head) implements Fetched {}

        /** There is no such file (any more). */
        record Missing() implements Fetched {}
    }

    /** A presigned request. */
    record Upload(String url, String method, Map<String, String> headers, Optional<String> key) {}
}
