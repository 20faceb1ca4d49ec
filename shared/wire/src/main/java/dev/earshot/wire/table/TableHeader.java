package dev.earshot.wire.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a table, found among its first rows by evidence: the row names a column of texts,
 * and the rows under it have its number of cells.
 *
 * @param row its number, from 1
 * @param names of the columns
 * @param places where each field may be, best first
 */
record TableHeader(
        char separator,
        int row,
        List<String> names,
        Map<TableField, List<Integer>> places,
        Optional<KnownExport> export) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int HEADER_ROWS = 50;
    private static final int SAMPLE_ROWS = 120;
    private static final int MAX_NAME_LENGTH = 200;

    TableHeader {
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** What the beginning of a file shows. */
    sealed interface Search {
        /** A header. */
        record Found(TableHeader header) implements Search {}

        /**
         * A table none of whose columns is known to hold texts.
         *
         * @param names of its columns
         */
        record Unknown(List<String> names) implements Search {}

        /** No table. */
        record NoTable() implements Search {}
    }

    /**
     * @param sample the beginning of a file
     */
    static Search in(String sample, TableOptions options) {
        Optional<TableHeader> best = Optional.empty();
        int bestScore = 0;
        List<String> unknown = List.of();
        for (char separator : SEPARATORS) {
            List<TableRows.Row> rows = sampled(sample, separator);
            Optional<TableHeader> found = among(rows, separator, options);
            int score = found.map(header -> score(header, rows)).orElse(0);
            if (score > bestScore) {
                best = found;
                bestScore = score;
            }
            List<String> regular = regular(rows);
            unknown = regular.size() > unknown.size() ? regular : unknown;
        }
        if (best.isPresent()) {
            return new Search.Found(best.get());
        }
        return unknown.isEmpty() ? new Search.NoTable() : new Search.Unknown(unknown);
    }

    private static int score(TableHeader header, List<TableRows.Row> rows) {
        boolean fits = fits(header.names.size(), header.row, rows);
        return fits ? 1 + header.places.size() * 1_000 + header.names.size() : 1;
    }

    private static List<TableRows.Row> sampled(String sample, char separator) {
        var rows = new ArrayList<TableRows.Row>();
        try (TableRows all = new TableRows(new StringReader(sample), separator)) {
            for (var row = all.next();
                    row.isPresent() && rows.size() < SAMPLE_ROWS;
                    row = all.next()) {
                rows.add(row.get());
            }
        } catch (IOException e) {
            return rows;
        } catch (UncheckedIOException e) {
            return rows;
        }
        return rows;
    }

    private static Optional<TableHeader> among(
            List<TableRows.Row> rows, char separator, TableOptions options) {
        Optional<TableHeader> weak = Optional.empty();
        boolean first = true;
        for (TableRows.Row row : rows.subList(0, Math.min(HEADER_ROWS, rows.size()))) {
            if (row.isBlank()) {
                continue;
            }
            Optional<TableHeader> header = of(row, separator, options);
            boolean known =
                    header.isPresent() && (header.get().places.size() > 1 || named(options));
            if (known && (first || fits(row.cells().size(), row.number(), rows))) {
                return header;
            }
            boolean alone =
                    first
                            || (row.cells().size() > 1
                                    && fits(row.cells().size(), row.number(), rows));
            if (weak.isEmpty() && alone) {
                weak = header;
            }
            first = false;
        }
        return weak;
    }

    private static boolean named(TableOptions options) {
        return options.columns().containsKey(TableField.TEXT);
    }

    private static Optional<TableHeader> of(
            TableRows.Row row, char separator, TableOptions options) {
        List<String> names = row.cells();
        if (names.stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)) {
            return Optional.empty();
        }
        Optional<KnownExport> export = KnownExport.of(names);
        Map<TableField, List<Integer>> places = new LinkedHashMap<>(TableField.of(names));
        export.ifPresent(known -> apply(known, names, places));
        apply(options, names, places);
        boolean texts =
                places.containsKey(TableField.TEXT)
                        || places.containsKey(TableField.SNIPPET)
                        || places.containsKey(TableField.TITLE);
        return texts
                ? Optional.of(new TableHeader(separator, row.number(), names, places, export))
                : Optional.empty();
    }

    private static void apply(
            KnownExport export, List<String> names, Map<TableField, List<Integer>> places) {
        for (int i = 0; i < names.size(); i++) {
            Optional<KnownExport.Use> use = export.use(names.get(i));
            if (use.isPresent()) {
                int place = i;
                remove(place, places);
                use.get().field().ifPresent(field -> prefer(field, place, places));
            }
        }
    }

    private static void apply(
            TableOptions options, List<String> names, Map<TableField, List<Integer>> places) {
        List<String> plain = names.stream().map(TableField::plain).toList();
        options.columns()
                .forEach(
                        (field, name) -> {
                            int place = names.indexOf(name);
                            place = place < 0 ? plain.indexOf(TableField.plain(name)) : place;
                            if (place >= 0) {
                                remove(place, places);
                                places.put(field, List.of(place));
                            } else if (name.equalsIgnoreCase(TableOptions.NONE)) {
                                places.remove(field);
                            }
                        });
    }

    private static void remove(int place, Map<TableField, List<Integer>> places) {
        places.replaceAll((field, all) -> all.stream().filter(p -> p != place).toList());
        places.values().removeIf(List::isEmpty);
    }

    private static void prefer(TableField field, int place, Map<TableField, List<Integer>> places) {
        var preferred = new ArrayList<>(List.of(place));
        preferred.addAll(places.getOrDefault(field, List.of()));
        places.put(field, preferred);
    }

    /**
     * Whether most rows below have about that number of cells; fewer are a habit of some programs.
     */
    private static boolean fits(int cells, int row, List<TableRows.Row> rows) {
        int below = 0;
        int fitting = 0;
        for (TableRows.Row each : rows) {
            if (each.number() > row && !each.isBlank()) {
                below++;
                int width = each.width();
                fitting += width <= cells + 1 && (width > 1 || cells == 1) ? 1 : 0;
            }
        }
        return below == 0 || 2 * fitting >= below;
    }

    /** The names of a table of at least two columns and one row; none if the rows are no table. */
    private static List<String> regular(List<TableRows.Row> rows) {
        List<TableRows.Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        for (TableRows.Row row : filled.subList(0, Math.min(HEADER_ROWS, filled.size()))) {
            int cells = row.cells().size();
            List<TableRows.Row> below =
                    filled.stream().filter(each -> each.number() > row.number()).toList();
            long same = below.stream().filter(each -> each.cells().size() == cells).count();
            boolean distinct = new HashSet<>(row.cells()).size() == cells;
            boolean shortNames = row.cells().stream().allMatch(name -> name.length() <= 80);
            if (cells > 1
                    && distinct
                    && shortNames
                    && !below.isEmpty()
                    && 4 * same >= 3L * below.size()) {
                return row.cells();
            }
        }
        return List.of();
    }
}
