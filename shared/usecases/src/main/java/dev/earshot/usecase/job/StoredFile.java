package dev.earshot.usecase.job;

import dev.earshot.core.post.PostFiles;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Part;

import java.io.InputStream;
import java.util.Objects;

/**
 * An uploaded file, read part by part, so that no connection stays open while other jobs take their
 * turns, and memory is bounded by one part. All parts belong to the same content. For one thread,
 * except {@link #read}.
 */
final class StoredFile implements PostFiles.Source {
    private final MediaStore files;
    private final String key;
    private final int partBytes;
    private final long maxBytes;
    private String tag;
    private long size = -1;
    private volatile long read;

    /**
     * @param tag of the content to continue with, empty to begin
     * @param maxBytes largest file taken
     */
    StoredFile(MediaStore files, String key, int partBytes, String tag, long maxBytes) {
        this.files = files;
        this.key = key;
        this.partBytes = partBytes;
        this.tag = tag;
        this.maxBytes = maxBytes;
    }

    /** Fetches one part from the store. */
    byte[] part(long offset) {
        return switch (files.part(key, offset, partBytes, tag)) {
            case Part.Missing missing ->
                    throw new UnusableFileException("the file is gone; it was deleted");
            case Part.Changed changed ->
                    throw new UnusableFileException(
                            "the file was replaced while it was read; start a new job");
            case Part.Content content -> {
                tag = content.tag();
                size = content.size();
                if (size > maxBytes) {
                    throw new UnusableFileException(
                            "the file has "
                                    + size
                                    + " bytes, more than the "
                                    + maxBytes
                                    + " that are taken; cut it, or raise the worker's limit");
                }
                yield content.bytes();
            }
        };
    }

    /** Identifies the content; known once a part was read. */
    String tag() {
        return tag;
    }

    /** Bytes of the whole file; known once a part was read. */
    long size() {
        return size;
    }

    /** Bytes consumed so far; for any thread. */
    long read() {
        return read;
    }

    @Override
    public InputStream from(long offset) {
        return new Stream(offset);
    }

    private final class Stream extends InputStream {
        private long offset;
        private byte[] part = new byte[0];
        private int at;

        Stream(long offset) {
            this.offset = offset;
        }

        private boolean empty() {
            if (at < part.length) {
                return false;
            }
            if (size >= 0 && offset >= size) {
                return true;
            }
            part = part(offset);
            at = 0;
            offset += part.length;
            return part.length == 0;
        }

        @Override
        public int read() {
            if (empty()) {
                return -1;
            }
            StoredFile.this.read = offset - part.length + at + 1;
            return part[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            Objects.checkFromIndexSize(from, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (empty()) {
                return -1;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, target, from, count);
            at += count;
            StoredFile.this.read = offset - part.length + at;
            return count;
        }

        @Override
        public int available() {
            return part.length - at;
        }
    }

    /** The file is gone, was replaced, or is too large. */
    static final class UnusableFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableFileException(String message) {
            super(message);
        }
    }
}
