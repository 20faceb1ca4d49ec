package dev.earshot.core.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param hints what the user says about a table
     */
    record Request(
            String name,
            WorkspaceId workspace,
            Optional<String> format,
            Instant readAt,
            Position from,
            Hints hints) {
        /** A request about a file of which the user says nothing. */
        public Request(
                String name,
                WorkspaceId workspace,
                Optional<String> format,
                Instant readAt,
                Position from) {
            this(name, workspace, format, readAt, from, Hints.NONE);
        }
    }

    /**
     * What a user says about a table that its header does not.
     *
     * @param columns the header of the column that holds a field, by the field's name, such as
     *     {@code text} or {@code time}; a header of {@code none} means that no column does
     * @param dates {@code dmy} or {@code mdy}: which of the first two numbers of a date is the day
     */
    record Hints(Map<String, String> columns, Optional<String> dates) {
        /** Nothing said. */
        public static final Hints NONE = new Hints(Map.of(), Optional.empty());

        public Hints {
            columns = Map.copyOf(columns);
        }
    }

    /** A file's bytes, which may be read several times. */
    interface Source {
        /** The bytes starting at an offset, each time anew; the caller closes the stream. */
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
        record Opened(Reader reader, Description description) implements Opening {}

        /** It holds no posts. */
        record Refused(Why why, String reason) implements Opening {}
    }

    /**
     * What a file was taken for.
     *
     * @param kind in a few words
     * @param encoding of its text, and whether it was recognised; empty if it has several
     * @param separator the sign between the columns of a table
     * @param columns of a table, in their order
     * @param dates for a table whose dates need it, {@code dmy} or {@code mdy} and what proves it
     * @param notes what a reader of the results should know
     */
    record Description(
            String kind,
            String encoding,
            Optional<Character> separator,
            List<Column> columns,
            Optional<String> dates,
            List<String> notes) {
        public Description {
            columns = List.copyOf(columns);
            notes = List.copyOf(notes);
        }

        /** A file that is no table. */
        public static Description of(String kind, String encoding) {
            return new Description(
                    kind, encoding, Optional.empty(), List.of(), Optional.empty(), List.of());
        }
    }

    /**
     * A column of a table.
     *
     * @param field what it became; empty if it is not read
     */
    record Column(String name, Optional<String> field) {}

    /** Why a file holds no posts. */
    enum Why {
        EMPTY,
        /** A picture, a video or other bytes that are not text. */
        BINARY,
        /** A kind of file that is known and not read, or a table about which more must be said. */
        UNREAD
    }
}
