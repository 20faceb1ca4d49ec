package dev.earshot.wire.table;

import dev.earshot.wire.json.DateOrder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a user says about a table that its header does not.
 *
 * @param columns the header of the column that holds a field; {@link #NONE} means that no column
 *     does
 * @param dates the order of day and month
 */
public record TableOptions(Map<TableField, String> columns, Optional<DateOrder> dates) {
    /** Nothing said. */
    public static final TableOptions UNSAID = new TableOptions(Map.of(), Optional.empty());

    /** In place of a header: no column holds the field. */
    public static final String NONE = "none";

    public TableOptions {
        columns = Map.copyOf(columns);
    }

    /**
     * Options from the words of a user.
     *
     * @param columns the header by {@link TableField#key}
     * @param dates {@code dmy} or {@code mdy}
     * @throws IllegalArgumentException if a field or an order is not known; the message names it
     */
    public static TableOptions of(Map<String, String> columns, Optional<String> dates) {
        var known = new LinkedHashMap<TableField, String>();
        columns.forEach(
                (key, header) ->
                        known.put(
                                TableField.ofKey(key)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "columns must name fields among "
                                                                        + TableField.keys()
                                                                        + ", got '"
                                                                        + key
                                                                        + "'")),
                                header));
        return new TableOptions(
                known,
                dates.map(
                        key ->
                                DateOrder.of(key)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "dates must be dmy or mdy, got '"
                                                                        + key
                                                                        + "'"))));
    }
}
