package dev.earshot.wire.table;

import dev.earshot.core.post.PostFiles.Column;
import dev.earshot.wire.json.DateOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table is to be read, decided over the whole of it.
 *
 * @param times the column of times; empty if no column holds any
 * @param clock the column with the time of day, where the date has one of its own
 * @param order of day and month, where the dates need it
 * @param proof what shows the order; empty where none is needed
 * @param numbers how counts are written
 * @param roundedIds whether a spreadsheet rounded ids
 * @param width the most cells that a row may have
 * @param notes what a reader of the result should know
 */
record TablePlan(
        TableHeader header,
        Optional<Integer> times,
        Optional<Integer> clock,
        Optional<DateOrder> order,
        String proof,
        NumberStyle numbers,
        boolean roundedIds,
        int width,
        List<String> notes) {
    TablePlan {
        notes = List.copyOf(notes);
    }

    /** Every column. */
    List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < header.names().size(); i++) {
            columns.add(new Column(header.names().get(i), field(i)));
        }
        return List.copyOf(columns);
    }

    private Optional<String> field(int place) {
        if (times.equals(Optional.of(place)) || clock.equals(Optional.of(place))) {
            return Optional.of(TableField.CREATED_AT.key());
        }
        for (TableField field : TableField.values()) {
            if (field != TableField.CREATED_AT
                    && field != TableField.CLOCK
                    && header.places().getOrDefault(field, List.of()).contains(place)) {
                return Optional.of(field.key());
            }
        }
        return Optional.empty();
    }

    /** The sign between columns. */
    char separator() {
        return header.separator();
    }

    /** The export that it was taken for; empty if any table has such columns. */
    Optional<String> export() {
        return header.export().map(KnownExport::label);
    }
}
