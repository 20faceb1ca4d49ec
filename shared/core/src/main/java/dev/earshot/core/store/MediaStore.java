package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploaded files. Thread-safe; failures surface as {@link StoreException}. */
public interface MediaStore {
    /** Reads a whole file, never more than {@code maxBytes} into memory. */
    Fetched fetch(String key, long maxBytes);

    /**
     * Creates a presigned URL to which a client may PUT one file directly.
     *
     * @param bytes exact size that the client announces; signed with the request
     */
    Upload presign(
            WorkspaceId workspace, String key, String contentType, long bytes, Duration valid);

    /** Creates a presigned URL from which its holder may read one file. */
    String download(String key, Duration valid);

    /**
     * Reads part of a file; returns fewer bytes than asked for only at its end.
     *
     * @param offset of the first byte; an offset equal to the file's size gives an empty part
     * @param maxBytes most bytes to read
     * @param tag the file's tag from an earlier part, so that all parts are of one file; empty for
     *     the first part
     */
    Part part(String key, long offset, int maxBytes, String tag);

    /**
     * Files whose keys begin with a prefix, in the order of their keys' UTF-8 bytes.
     *
     * @param after only keys after this one; empty to begin
     * @param limit 1 to 1,000
     */
    List<Listed> list(String prefix, String after, int limit);

    /** A file in a listing. */
    record Listed(String key, long bytes) {}

    /** Result of reading a part. */
    sealed interface Part {
        /**
         * The bytes.
         *
         * @param size of the whole file
         * @param tag identifies the file's content
         */
        record Content(byte[] bytes, long size, String tag) implements Part {}

        /** The file was replaced since the earlier part. */
        record Changed() implements Part {}

        /** There is no such file (any more). */
        record Missing() implements Part {}
    }

    /** Result of a fetch. */
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
