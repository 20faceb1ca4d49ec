package dev.earshot.evaluation.influence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A gzipped file of tab-separated values with a header. */
final class Table {
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();

    static Table read(Path file) throws IOException {
        var table = new Table();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null) {
                throw new IOException(file + " is empty");
            }
            List<String> names = Arrays.asList(header.split("\t", -1));
            for (int i = 0; i < names.size(); i++) {
                table.columns.put(names.get(i), i);
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                table.rows.add(line.split("\t", -1));
            }
        }
        return table;
    }

    int size() {
        return rows.size();
    }

    String text(int row, String column) {
        Integer at = columns.get(column);
        String[] cells = rows.get(row);
        return at == null || at >= cells.length ? "" : cells[at].replace("\"", "").strip();
    }

    /** A number; NaN if the cell holds none. */
    double number(int row, String column) {
        try {
            return Double.parseDouble(text(row, column));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
