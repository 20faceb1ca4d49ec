package dev.earshot.wire.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles.Description;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.json.Excerpt;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The posts of a table, one at a time, in bounded memory: comma, semicolon, tab or bar between
 * columns, quoted line breaks, and preamble rows above the header. {@link TableField} lists the
 * names of columns. The table is read twice: first to decide what its dates and numbers mean, then
 * row by row. A row that can't be read is rejected on its own, with row number and column name as
 * path; where the table itself is broken (a quote that is never closed), reading ends with a
 * rejection. Rows that hold no post (totals, texts that were removed) are irrelevant, each with a
 * reason.
 *
 * <p>I/O failures surface as {@link UncheckedIOException}. For one thread.
 */
public final class TablePosts implements Iterator<Decoded>, AutoCloseable {
    private final TableRows rows;
    private final TablePlan plan;
    private final TableRow shape;
    private int row;
    private int length;
    private @Nullable Decoded next;
    private boolean ended;

    private TablePosts(TableRows rows, TablePlan plan, TableRow.Context context) {
        this.rows = rows;
        this.plan = plan;
        this.shape = new TableRow(plan, context);
    }

    /** A table, which can be read from its beginning as often as asked. */
    public interface Source {
        /** The text from its beginning; the caller closes it. */
        Reader open() throws IOException;
    }

    /** Whether a file is a table of posts. */
    public sealed interface Opening {
        /** It is. */
        record Opened(TablePosts posts) implements Opening {}

        /** It is a table, and the user must say more about it. */
        record Asking(String reason) implements Opening {}

        /** It is no table. */
        record NoTable() implements Opening {}
    }

    /**
     * Opens a table.
     *
     * @param sample its beginning
     * @param readAt when the file was read; used for rows of tables that hold no times
     */
    public static Opening open(
            Source source,
            String sample,
            TableOptions options,
            Pseudonymiser pseudonymiser,
            WorkspaceId workspace,
            Instant readAt)
            throws IOException {
        return switch (TableHeader.in(sample, options)) {
            case TableHeader.Search.NoTable none -> new Opening.NoTable();
            case TableHeader.Search.Unknown unknown ->
                    new Opening.Asking(
                            TableSurvey.missing(unknown.names(), options)
                                    .orElse(
                                            "no column is known to hold the texts; the columns are "
                                                    + TableSurvey.shown(unknown.names())
                                                    + ": say --columns text=NAME (and time=NAME,"
                                                    + " id=NAME, link=NAME, language=NAME)"));
            case TableHeader.Search.Found found ->
                    switch (TableSurvey.of(found.header(), source.open(), options, readAt)) {
                        case TableSurvey.Outcome.Asking asking ->
                                new Opening.Asking(asking.reason());
                        case TableSurvey.Outcome.Planned readable ->
                                new Opening.Opened(
                                        new TablePosts(
                                                new TableRows(
                                                        source.open(), found.header().separator()),
                                                readable.plan(),
                                                new TableRow.Context(
                                                        pseudonymiser, workspace, readAt)));
                    };
        };
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                next = read();
            } catch (JacksonException | RuntimeJsonMappingException e) {
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
                "row " + (rows.count() + 1),
                "the table breaks off here, is a quote left open? "
                        + Excerpt.of(message.lines().findFirst().orElse(""), 160),
                "");
    }

    /** The next row's outcome; null for the header and what is above it, a blank row, the end. */
    private @Nullable Decoded read() throws IOException {
        Optional<TableRows.Row> found = rows.next();
        if (found.isEmpty()) {
            ended = true;
            return null;
        }
        TableRows.Row here = found.get();
        row = here.number();
        length = here.cells().stream().mapToInt(String::length).sum();
        if (row <= plan.header().row()) {
            return null;
        }
        if (here.cut()) {
            return tooLong(here);
        }
        return here.isBlank() ? null : shape.decode(here);
    }

    private static Decoded tooLong(TableRows.Row row) {
        return new Decoded.Rejected(
                "row " + row.number(),
                "the row is longer than "
                        + RowGuard.MAX_ROW_LENGTH
                        + " characters, or has a cell"
                        + " of more than a quarter of that or thousands of cells; is a quote left"
                        + " open?",
                Excerpt.of(row.cells().getFirst(), 160));
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

    /** Number of the last row returned, from 1. */
    public int row() {
        return row;
    }

    /** Length in characters of the last row returned. */
    public int length() {
        return length;
    }

    /**
     * What the table was taken for.
     *
     * @param encoding of its text, for people
     */
    public Description description(String encoding) {
        return new Description(
                "a table" + plan.export().map(export -> ": an export of " + export).orElse(""),
                encoding,
                Optional.of(plan.separator()),
                plan.columns(),
                plan.order()
                        .map(
                                order ->
                                        order.key()
                                                + (plan.proof().isEmpty()
                                                        ? ""
                                                        : " (" + plan.proof() + ")")),
                plan.notes());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
