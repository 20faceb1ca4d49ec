package dev.earshot.wire.file;

import dev.earshot.wire.json.Excerpt;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;

/**
 * The lines of a stream of NDJSON, one at a time, in bounded memory. Gzip and byte order marks are
 * recognised (UTF-8, UTF-16). Blank lines are left out. A line that is too long or is not UTF-8 is
 * rejected on its own and reading continues after it; a truncated or corrupt gzip file ends with a
 * rejection. Other I/O failures surface as {@link UncheckedIOException}. For one thread.
 */
public final class NdjsonLines implements Iterator<NdjsonLines.Line>, AutoCloseable {
    /** Default maximum line length in bytes: 1 MiB, the size of an SQS message. */
    public static final int DEFAULT_MAX_LINE_BYTES = 1 << 20;

    private static final int HEAD_LENGTH = 200;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int number;
    private long passed;
    private long consumed;
    private boolean ended;
    private @Nullable Line next;

    /** One line. */
    public sealed interface Line {
        /** Its number in the file, from 1. */
        int number();

        /** A line of text, without its end. */
        record Text(int number, String text) implements Line {}

        /**
         * A line that can't be taken.
         *
         * @param head the start of the line, to recognise it by
         */
        record Refused(int number, String reason, String head) implements Line {}
    }

    /** A record without the comma behind it that some tools leave when they cut an array up. */
    public static String withoutComma(String line) {
        String record = line.stripTrailing();
        return record.endsWith("},") ? record.substring(0, record.length() - 1) : line;
    }

    public NdjsonLines(InputStream in) throws IOException {
        this(in, DEFAULT_MAX_LINE_BYTES);
    }

    /**
     * @param maxLineBytes longest line taken, in bytes of UTF-8
     */
    public NdjsonLines(InputStream in, int maxLineBytes) throws IOException {
        this(in, maxLineBytes, 0);
    }

    /**
     * @param behind number of lines before the first line of the stream
     */
    public NdjsonLines(InputStream in, int maxLineBytes, int behind) throws IOException {
        if (maxLineBytes < 1) {
            throw new IllegalArgumentException(
                    "maxLineBytes must be 1 or more, got " + maxLineBytes);
        }
        this.in = PlainUtf8.open(in);
        this.maxLineBytes = maxLineBytes;
        this.number = behind;
    }

    /** The lines of a text in the given encoding. */
    public static NdjsonLines of(InputStream in, TextEncoding encoding, int maxLineBytes)
            throws IOException {
        return new NdjsonLines(PlainUtf8.of(in, encoding), maxLineBytes);
    }

    /** Offset of the next line: bytes of text from the beginning of the stream. */
    public long consumed() {
        return consumed;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                next = read();
            } catch (ZipException | EOFException e) {
                ended = true;
                next =
                        new Line.Refused(
                                number + 1,
                                "the compressed file is corrupt or breaks off: " + e.getMessage(),
                                "");
            } catch (IOException e) {
                throw new UncheckedIOException("the file can't be read on", e);
            }
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("there are no more lines");
        }
        Line line = next;
        next = null;
        consumed = passed - (filled - at);
        return line;
    }

    /** The next line; null if it is blank or there is none. */
    private @Nullable Line read() throws IOException {
        long length = 0;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            length = keep(end - at, length);
            boolean complete = end < filled;
            at = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        if (!any) {
            ended = true;
            return null;
        }
        number++;
        return length > maxLineBytes ? tooLong(length) : decoded((int) length);
    }

    private boolean fill() throws IOException {
        int read = in.read(chunk, 0, chunk.length);
        at = 0;
        filled = Math.max(0, read);
        passed += filled;
        return read > 0;
    }

    /** Appends bytes of the chunk to the line, up to the maximum line length. */
    private long keep(int count, long length) {
        int kept = (int) Math.min(count, Math.max(0, maxLineBytes - length));
        if (kept > 0) {
            int needed = (int) length + kept;
            if (needed > line.length) {
                line =
                        Arrays.copyOf(
                                line,
                                (int) Math.min(maxLineBytes, Math.max(needed, 2L * line.length)));
            }
            System.arraycopy(chunk, at, line, (int) length, kept);
        }
        return length + count;
    }

    private Line tooLong(long length) {
        return new Line.Refused(
                number,
                "the line is " + length + " bytes long; at most " + maxLineBytes + " are taken",
                head());
    }

    private @Nullable Line decoded(int length) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(line, 0, length))
                            .toString();
        } catch (CharacterCodingException e) {
            return new Line.Refused(
                    number, "the line is not UTF-8; save the file as UTF-8", head());
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : new Line.Text(number, stripped);
    }

    private String head() {
        int length = Math.min(HEAD_LENGTH, Math.min(line.length, maxLineBytes));
        return Excerpt.of(new String(line, 0, length, StandardCharsets.UTF_8), HEAD_LENGTH);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
