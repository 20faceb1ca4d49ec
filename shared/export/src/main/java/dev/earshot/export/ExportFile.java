package dev.earshot.export;

import blue.strategic.parquet.ParquetWriter;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.core.export.ExportFormat;
import dev.earshot.wire.csv.CsvRow;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A file that items are written to one by one. Not thread-safe. */
public interface ExportFile extends Closeable {
    /** Appends one item. */
    void write(JsonNode item) throws IOException;

    /** Opens a file of that format. */
    static ExportFile open(ExportFormat format, ExportTable table, Path file) throws IOException {
        return switch (format) {
            case CSV -> csv(table, file);
            case PARQUET -> parquet(table, file);
            case NDJSON -> ndjson(file);
        };
    }

    private static ExportFile ndjson(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return lines(out, item -> item + "\n");
    }

    private static ExportFile csv(ExportTable table, Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(CsvRow.MARK + table.header() + "\r\n");
        return lines(out, item -> table.row(item) + "\r\n");
    }

    private static ExportFile lines(BufferedWriter out, Function<JsonNode, String> line) {
        return new ExportFile() {
            @Override
            public void write(JsonNode item) throws IOException {
                out.write(line.apply(item));
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** Rows are kept in memory until a group of them is full, 128 MB, and no longer. */
    private static ExportFile parquet(ExportTable table, Path file) throws IOException {
        Files.deleteIfExists(file);
        List<ExportColumn> columns = table.columns();
        MessageType schema =
                new MessageType(
                        table.name().toLowerCase(Locale.ROOT),
                        columns.stream().<Type>map(ExportColumn::parquetType).toList());
        ParquetWriter<JsonNode> writer =
                ParquetWriter.writeFile(
                        schema,
                        file.toFile(),
                        (item, row) -> {
                            for (ExportColumn column : columns) {
                                column.parquetValue(item)
                                        .ifPresent(value -> row.write(column.plainName(), value));
                            }
                        });
        return new ExportFile() {
            @Override
            public void write(JsonNode item) throws IOException {
                writer.write(item);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }
}
