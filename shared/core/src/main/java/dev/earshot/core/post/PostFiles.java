package dev.earshot.core.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads files of posts, whatever their format and size, record by record and in bounded memory.
 * Implementations are thread-safe; a {@link Reader} is for one thread.
 */
public interface PostFiles {
    /**
     * Opens a file.
     *
     * @throws IOException where the source can't be read
     */
    Opening open(Source source, Request request) throws IOException;

    /**
     * How a file is to be read.
     *
     * @param name of the file; its ending helps to tell what it holds
     * @param format the posts' format, empty to detect it
     * @param readAt assumed as the time of posts that state none
     * @param from where to resume; {@link Position#START} to begin
     */
    record Request(
            String name,
            WorkspaceId workspace,
            Optional<String> format,
            Instant readAt,
            Position from) {}

    /** A file's bytes. */
    interface Source {
        /** The bytes starting at an offset. */
        InputStream from(long offset) throws IOException;
    }

    /**
     * A place between two records.
     *
     * @param rows rows or lines before it, blank ones included
     * @param bytes where the next begins; 0 where the file, such as a compressed one, can only be
     *     read from its beginning
     */
    record Position(long rows, long bytes) {
        /** The beginning. */
        public static final Position START = new Position(0, 0);
    }

    /**
     * The content of one row or line.
     *
     * @param decoded paths of refused records begin with the place in the file
     * @param after position after the row
     * @param weight roughly how much memory it takes, in characters
     */
    record Row(List<Decoded> decoded, Position after, int weight) {}

    /** Reads rows one after another; read failures are passed on unchanged. */
    interface Reader extends AutoCloseable {
        /** The next row, empty at the end. */
        Optional<Row> next();

        @Override
        void close() throws IOException;
    }

    /** Result of opening a file. */
    sealed interface Opening {
        /** The file is open. */
        record Opened(Reader reader) implements Opening {}

        /** It holds no posts. */
        record Refused(Why why, String reason) implements Opening {}
    }

    /** Why a file holds no posts. */
    enum Why {
        EMPTY,
        /** A picture, a video or other bytes that are not text. */
        BINARY
    }
}
