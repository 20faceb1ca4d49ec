package dev.earshot.wire.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.json.Excerpt;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The posts of a table (RFC 4180), one at a time, in bounded memory: comma, semicolon, tab or bar
 * between columns, quoted line breaks, byte order marks, gzip, and preamble rows above the header,
 * as Brandwatch writes them. The header is the first row, among the first 50, that names a text
 * column; {@link CsvColumn} lists the names known. A row that can't be read is rejected on its own,
 * with row number and column name as path; so is a row that is too long or has text after a closing
 * quote ({@link CsvRowGuard}); where the table itself is broken (a quote that is never closed),
 * reading ends with a rejection. Bytes that are not UTF-8 become U+FFFD.
 *
 * <p>I/O failures surface as {@link UncheckedIOException}. For one thread.
 */
public final class CsvPosts implements Iterator<Decoded>, AutoCloseable {
    private static final int MAX_CELL_LENGTH = 1 << 20;
    private static final int HEADER_ROWS = 50;
    private static final int SAMPLE_LENGTH = 1 << 16;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private static final CsvMapper MAPPER =
            CsvMapper.builder(
                            CsvFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(MAX_CELL_LENGTH)
                                                    .build())
                                    .build())
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build();

    private final BufferedReader reader;
    private final CsvRow.Context context;
    private final MappingIterator<String[]> rows;
    private int row;
    private int length;
    private @Nullable CsvRow shape;
    private @Nullable Decoded next;
    private boolean ended;

    /**
     * @param readAt when the file was read; used for rows without a time
     */
    public CsvPosts(
            InputStream in, Pseudonymiser pseudonymiser, WorkspaceId workspace, Instant readAt)
            throws IOException {
        reader =
                new BufferedReader(
                        new InputStreamReader(PlainUtf8.open(in), StandardCharsets.UTF_8),
                        SAMPLE_LENGTH);
        context = new CsvRow.Context(pseudonymiser, workspace, readAt);
        reader.mark(SAMPLE_LENGTH);
        char[] sample = new char[SAMPLE_LENGTH - 1];
        int length = reader.read(sample, 0, sample.length);
        reader.reset();
        char separator = separator(new String(sample, 0, Math.max(0, length)));
        rows = rows(separator).readValues(new CsvRowGuard(reader, separator));
    }

    private static com.fasterxml.jackson.databind.ObjectReader rows(char separator) {
        return MAPPER.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** The separator that yields the header with the most columns. */
    private static char separator(String sample) {
        char best = ',';
        int columns = 0;
        for (char separator : SEPARATORS) {
            int found = headerColumns(sample, separator);
            if (found > columns) {
                best = separator;
                columns = found;
            }
        }
        return best;
    }

    private static int headerColumns(String sample, char separator) {
        try (MappingIterator<String[]> rows =
                rows(separator).readValues(new CsvRowGuard(new StringReader(sample), separator))) {
            for (int i = 0; i < HEADER_ROWS && rows.hasNextValue(); i++) {
                List<String> cells = CsvRowGuard.rejoined(List.of(rows.nextValue()));
                if (CsvColumn.of(cells).containsKey(CsvColumn.TEXT)) {
                    return cells.size();
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                next = read();
            } catch (JsonProcessingException | RuntimeJsonMappingException e) {
                ended = true;
                next = broken(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException("the file can't be read on", e);
            }
        }
        return next != null;
    }

    private Decoded broken(String message) {
        return new Decoded.Rejected(
                "row " + (row + 1),
                "the table breaks off here, is a quote left open? "
                        + Excerpt.of(message.lines().findFirst().orElse(""), 160),
                "");
    }

    /** The next row's outcome; null for the header, a blank row, or at the end. */
    private @Nullable Decoded read() throws IOException {
        if (!rows.hasNextValue()) {
            ended = true;
            return shape != null ? null : noHeader();
        }
        List<String> written = List.of(rows.nextValue());
        List<String> cells = CsvRowGuard.rejoined(written);
        int loose = CsvRowGuard.looseCell(written);
        row++;
        length = cells.stream().mapToInt(String::length).sum();
        if (CsvRowGuard.wasCut(cells)) {
            return tooLong(cells.getFirst());
        }
        if (shape != null && loose >= 0) {
            return shape.refuseLoose(cells, loose, row);
        }
        if (shape != null) {
            return cells.stream().allMatch(String::isBlank) ? null : shape.decode(cells, row);
        }
        Optional<CsvRow> found = CsvRow.of(cells, context);
        if (found.isPresent()) {
            shape = found.get();
        } else if (row >= HEADER_ROWS) {
            ended = true;
            return noHeader();
        }
        return null;
    }

    private Decoded tooLong(String first) {
        return new Decoded.Rejected(
                "row " + row,
                "the row is longer than "
                        + CsvRowGuard.MAX_ROW_LENGTH
                        + " characters, or has a cell"
                        + " of more than a quarter of that or thousands of cells; is a quote left"
                        + " open?",
                Excerpt.of(first, 160));
    }

    private static Decoded noHeader() {
        return new Decoded.Rejected(
                "row 1",
                "no header names a column of texts; call it 'text' (and others 'id', 'created_at',"
                        + " 'platform', 'language', 'author_id')",
                "");
    }

    @Override
    public Decoded next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("there are no more rows");
        }
        Decoded decoded = next;
        next = null;
        return decoded;
    }

    /** Length in characters of the last row returned. */
    public int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        reader.close();
    }
}
