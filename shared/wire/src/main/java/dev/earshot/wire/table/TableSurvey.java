package dev.earshot.wire.table;

import dev.earshot.wire.json.DateOrder;
import dev.earshot.wire.json.Excerpt;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks through a whole table before it is read: which column holds the times, in which order days
 * and months stand, how counts are written, whether ids were rounded. For one thread.
 */
final class TableSurvey {
    /** Of columns whose names say nothing, so many cells are looked at. */
    private static final int LOOK_ROWS = 500;

    /** A header that names too few columns shows in nearly all of so many rows. */
    private static final int MANY_ROWS = 10;

    private static final double WIDE_SHARE = 0.95;
    private static final double MOST = 0.5;
    private static final double NEARLY_ALL = 0.8;

    /** A real id ends with two zeros or more once in a hundred; rounded ones nearly always do. */
    private static final double ROUNDED_SHARE = 0.02;

    private static final List<String> DATE_WORDS =
            List.of(
                    "date",
                    "datum",
                    "fecha",
                    "data",
                    "time",
                    "zeit",
                    "hora",
                    "heure",
                    "created",
                    "publish",
                    "posted",
                    "erstellt",
                    "veroffentlicht",
                    "creado",
                    "publicado",
                    "cree",
                    "publie",
                    "creato",
                    "pubblicato",
                    "criado",
                    "geplaatst",
                    "day",
                    "tag",
                    "when");

    private static final List<String> OTHER_DATES =
            List.of(
                    "edit",
                    "update",
                    "modif",
                    "account",
                    "user",
                    "birth",
                    "start",
                    "end",
                    "campaign");

    private static final List<TableField> COUNTS =
            List.of(
                    TableField.FOLLOWERS,
                    TableField.FOLLOWING,
                    TableField.POSTS,
                    TableField.LISTED,
                    TableField.LIKES,
                    TableField.REPLIES,
                    TableField.REPOSTS,
                    TableField.QUOTES,
                    TableField.VIEWS);

    private final TableHeader header;
    private final TableOptions options;
    private final Map<Integer, ColumnDates> dates = new LinkedHashMap<>();
    private final Map<Integer, ColumnDates> unnamed = new LinkedHashMap<>();
    private final Map<Integer, Integer> widths = new LinkedHashMap<>();
    private NumberStyle numbers = NumberStyle.UNTOLD;
    private int rows;
    private int longIds;
    private int roundIds;

    private TableSurvey(TableHeader header, TableOptions options, Instant readAt) {
        this.header = header;
        this.options = options;
        List<Integer> named = header.places().getOrDefault(TableField.CREATED_AT, List.of());
        named.forEach(place -> dates.put(place, new ColumnDates(readAt)));
        var known = new java.util.HashSet<Integer>();
        header.places()
                .forEach(
                        (field, places) -> {
                            if (field != TableField.CLOCK) {
                                known.addAll(places);
                            }
                        });
        for (int place = 0; place < header.names().size(); place++) {
            if (!known.contains(place)) {
                unnamed.put(place, new ColumnDates(readAt));
            }
        }
    }

    /** Whether a table can be read. */
    sealed interface Outcome {
        /** It can. */
        record Planned(TablePlan plan) implements Outcome {}

        /** It can't, unless the user says more; {@code reason} says what. */
        record Asking(String reason) implements Outcome {}
    }

    /**
     * @param table from its beginning; read to its end
     * @param readAt no post was made after this
     */
    static Outcome of(TableHeader header, Reader table, TableOptions options, Instant readAt)
            throws IOException {
        Optional<String> missing = missing(header.names(), options);
        if (missing.isPresent()) {
            return new Outcome.Asking(missing.get());
        }
        var survey = new TableSurvey(header, options, readAt);
        try (TableRows rows = new TableRows(table, header.separator())) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().number() > header.row() && !row.get().cut()) {
                    survey.add(row.get());
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException
                | com.fasterxml.jackson.databind.RuntimeJsonMappingException e) {
            // The table breaks off; its reader says where.
            return survey.outcome();
        }
        return survey.outcome();
    }

    /** What the user says of columns that are not there; empty if all are. */
    static Optional<String> missing(List<String> names, TableOptions options) {
        List<String> plain = names.stream().map(TableField::plain).toList();
        for (String name : options.columns().values()) {
            boolean there =
                    plain.contains(TableField.plain(name))
                            || name.equalsIgnoreCase(TableOptions.NONE);
            if (!there) {
                return Optional.of(
                        "no column is called '"
                                + Excerpt.of(name, 60)
                                + "'; the columns are "
                                + shown(names));
            }
        }
        return Optional.empty();
    }

    /** Headers, for messages. */
    static String shown(List<String> names) {
        return Excerpt.of(
                names.stream()
                        .map(name -> "'" + Excerpt.of(name.strip(), 40) + "'")
                        .collect(Collectors.joining(", ")),
                400);
    }

    private void add(TableRows.Row row) {
        if (row.isBlank() || Placeholders.isTotal(row.cells())) {
            return;
        }
        rows++;
        widths.merge(row.width(), 1, Integer::sum);
        dates.forEach((place, column) -> add(row, place, column));
        if (rows <= LOOK_ROWS) {
            unnamed.forEach((place, column) -> add(row, place, column));
        }
        for (TableField field : COUNTS) {
            for (int place : header.places().getOrDefault(field, List.of())) {
                numbers =
                        numbers.and(
                                row.cell(place)
                                        .map(NumberStyle::shownBy)
                                        .orElse(NumberStyle.UNTOLD));
            }
        }
        header.places().getOrDefault(TableField.ID, List.of()).stream()
                .findFirst()
                .flatMap(row::cell)
                .map(PostIdentity::undressed)
                .filter(id -> id.matches("[0-9]{16,}"))
                .ifPresent(
                        id -> {
                            longIds++;
                            roundIds += PostIdentity.hasLostDigits(id) ? 1 : 0;
                        });
    }

    private static void add(TableRows.Row row, int place, ColumnDates column) {
        row.cell(place)
                .filter(cell -> !Placeholders.isNothing(cell))
                .ifPresent(cell -> column.add(cell, row.number()));
    }

    private Outcome outcome() {
        var notes = new ArrayList<String>();
        boolean denied =
                TableOptions.NONE.equalsIgnoreCase(options.columns().get(TableField.CREATED_AT));
        Optional<Integer> times = denied ? Optional.empty() : times();
        if (times.isEmpty() && !denied) {
            List<Integer> likely = likely();
            if (likely.size() == 1 && saysDate(likely.getFirst())) {
                times = Optional.of(likely.getFirst());
                notes.add(
                        "column "
                                + name(likely.getFirst())
                                + " is taken for the time: its name and its cells say so");
            } else if (!likely.isEmpty()) {
                return new Outcome.Asking(
                        "no column is known to hold the time of the posts; it may be "
                                + likely.stream()
                                        .map(this::name)
                                        .collect(Collectors.joining(" or "))
                                + ": say --columns time=NAME, or --columns time=none if none is");
            }
        }
        if (times.isEmpty()) {
            notes.add("no column holds the time: posts are dated with the time of the import");
        }
        return planned(times, notes);
    }

    private Outcome planned(Optional<Integer> times, List<String> notes) {
        Optional<ColumnDates> column = times.map(place -> column(place));
        Optional<DateOrder> order = options.dates();
        String proof = order.isPresent() ? "you said so" : "";
        if (order.isEmpty() && column.isPresent()) {
            order = column.get().order();
            proof = order.isPresent() ? column.get().proof() : "";
            if (order.isEmpty() && column.get().contradictOneAnother()) {
                notes.add(
                        "dates mix both orders of day and month; those that could be either are"
                                + " refused");
            } else if (order.isEmpty() && column.get().needOrder()) {
                order = header.export().flatMap(KnownExport::dates);
                proof = header.export().map(e -> e.label() + " writes it so").orElse("");
                if (order.isEmpty()) {
                    return new Outcome.Asking(
                            "dates such as "
                                    + column.get().ambiguous()
                                    + " may have the day or the month first, and no row tells which:"
                                    + " say --dates dmy or --dates mdy");
                }
            }
        }
        return new Outcome.Planned(
                new TablePlan(
                        header,
                        times,
                        clock(times, column),
                        order,
                        proof,
                        numbers,
                        roundIds > 0 && roundIds >= ROUNDED_SHARE * longIds,
                        width(),
                        notes));
    }

    private ColumnDates column(int place) {
        ColumnDates column = dates.get(place);
        return column == null ? java.util.Objects.requireNonNull(unnamed.get(place)) : column;
    }

    /** The first of the columns named for times that holds some, else the fullest. */
    private Optional<Integer> times() {
        for (Map.Entry<Integer, ColumnDates> each : dates.entrySet()) {
            if (each.getValue().areTimes(MOST)) {
                return Optional.of(each.getKey());
            }
        }
        return dates.entrySet().stream()
                .filter(each -> each.getValue().filled() > 0)
                .max(
                        Map.Entry.comparingByValue(
                                java.util.Comparator.comparingInt(ColumnDates::filled)))
                .map(Map.Entry::getKey);
    }

    /** Columns whose names say nothing and whose cells are times. */
    private List<Integer> likely() {
        return unnamed.entrySet().stream()
                .filter(each -> each.getValue().areTimes(NEARLY_ALL))
                .filter(each -> !each.getValue().areNumbers() || saysDate(each.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean saysDate(int place) {
        String name = TableField.plain(header.names().get(place));
        return DATE_WORDS.stream().anyMatch(name::contains)
                && OTHER_DATES.stream().noneMatch(name::contains);
    }

    private String name(int place) {
        return "'" + Excerpt.of(header.names().get(place).strip(), 60) + "'";
    }

    private Optional<Integer> clock(Optional<Integer> times, Optional<ColumnDates> column) {
        if (column.isEmpty() || !column.get().lackClock()) {
            return Optional.empty();
        }
        return header.places().getOrDefault(TableField.CLOCK, List.of()).stream()
                .filter(place -> !times.equals(Optional.of(place)))
                .findFirst();
    }

    /** The header's width, unless nearly all of many rows have some more cells than it names. */
    private int width() {
        int named = header.names().size();
        return widths.entrySet().stream()
                .filter(each -> each.getKey() > named && rows >= MANY_ROWS)
                .filter(each -> each.getValue() >= WIDE_SHARE * rows)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(named);
    }
}
