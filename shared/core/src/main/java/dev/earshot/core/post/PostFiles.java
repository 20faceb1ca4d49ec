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
     * @param format the posts' format, empty to recognise it
     * @param readAt taken as the time of posts that state none
     * @param from where to go on; {@link Position#START} to begin
     */
    record Request(
            String name,
            WorkspaceId workspace,
            Optional<String> format,
            Instant readAt,
            Position from) {}

    /** A file's bytes. */
    interface Source {
        /** The bytes from an offset on. */
        InputStream from(long offset) throws IOException;
    }

    /**
     * A place between two records.
     *
     * @param rows rows or lines that are behind it, blank ones included
     * @param bytes where the next begins; 0 where the file can only be read from its beginning, as
     *     a compressed one
     */
    record Position(long rows, long bytes) {
        /** The beginning. */
        public static final Position START = new Position(0, 0);
    }

    /**
     * What one row or line holds.
     *
     * @param decoded paths of refused records begin with the place in the file
     * @param after behind the row
     * @param weight roughly how much memory it takes, in characters
     */
    record Row(List<Decoded> decoded, Position after, int weight) {}

    /** Rows, one after another; failures to read surface as they are. */
    interface Reader extends AutoCloseable {
        /** The next row, empty at the end. */
        Optional<Row> next();

        @Override
        void close() throws IOException;
    }

    /** What came of opening a file. */
    sealed interface Opening {
        /** It is read by this. */
        record Opened(Reader reader) implements Opening {}

        /** It holds no posts. */
        record Refused(Why why, String reason) implements Opening {}
    }

    /** Why a file holds no posts. */
    enum Why {
        EMPTY,
        /** A picture, a video or other bytes that are no text. */
        BINARY
    }
}
