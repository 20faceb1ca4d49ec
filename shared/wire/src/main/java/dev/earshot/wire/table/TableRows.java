package dev.earshot.wire.table;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** The rows of a table (RFC 4180), one at a time, in bounded memory. For one thread. */
final class TableRows implements AutoCloseable {
    private static final int MAX_CELL_LENGTH = 1 << 20;

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

    private final MappingIterator<String[]> rows;
    private int number;

    /**
     * A row.
     *
     * @param number from 1, the header and rows above it included
     * @param loose the first cell with text behind its closing quote; -1 if there is none
     * @param cut whether the row was too long to be read whole
     */
    record Row(int number, List<String> cells, int loose, boolean cut) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The cell at a place, without blanks around it; empty if it holds nothing. */
        Optional<String> cell(int place) {
            return place >= cells.size()
                    ? Optional.empty()
                    : Optional.of(cells.get(place).strip()).filter(cell -> !cell.isEmpty());
        }

        /** How many cells there are up to the last one that is not blank. */
        int width() {
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).isBlank()) {
                width--;
            }
            return width;
        }
    }

    TableRows(Reader reader, char separator) throws IOException {
        ObjectReader format =
                MAPPER.readerFor(String[].class)
                        .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        rows = format.readValues(new RowGuard(reader, separator));
    }

    /**
     * The next row; empty at the end.
     *
     * @throws IOException if the table is broken or can't be read
     */
    Optional<Row> next() throws IOException {
        if (!rows.hasNextValue()) {
            return Optional.empty();
        }
        List<String> written = List.of(rows.nextValue());
        List<String> cells = RowGuard.rejoined(written);
        number++;
        return Optional.of(
                new Row(number, cells, RowGuard.looseCell(written), RowGuard.wasCut(cells)));
    }

    /** How many rows were read. */
    int count() {
        return number;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
