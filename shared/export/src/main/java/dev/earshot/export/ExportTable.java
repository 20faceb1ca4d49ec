package dev.earshot.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.wire.csv.CsvRow;

import java.util.List;

/** The columns of a kind of export. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are copies that nobody can change.
public enum ExportTable {
    POSTS(
            "/v1/brands/%s/posts",
            "posts",
            List.of(
                    ExportColumn.text("platform"),
                    ExportColumn.text("id"),
                    ExportColumn.time("createdAt"),
                    ExportColumn.text("language"),
                    ExportColumn.text("sentiment.label"),
                    ExportColumn.fraction("sentiment.negative"),
                    ExportColumn.fraction("sentiment.neutral"),
                    ExportColumn.fraction("sentiment.positive"),
                    ExportColumn.text("intent.label"),
                    ExportColumn.text("hashtags"),
                    ExportColumn.text("repostOf"),
                    ExportColumn.text("own"),
                    ExportColumn.text("brands"),
                    ExportColumn.text("author.id"),
                    ExportColumn.number("author.followers"),
                    ExportColumn.number("engagement.likes"),
                    ExportColumn.number("engagement.replies"),
                    ExportColumn.number("engagement.reposts"),
                    ExportColumn.number("engagement.quotes"),
                    ExportColumn.number("engagement.views"),
                    ExportColumn.time("analysedAt"),
                    ExportColumn.text("text"))),
    CASES(
            "/v1/cases?order=newest&brand=%s",
            "items",
            List.of(
                    ExportColumn.text("id"),
                    ExportColumn.text("state"),
                    ExportColumn.text("kind"),
                    ExportColumn.flag("sure"),
                    ExportColumn.text("priority.level"),
                    ExportColumn.number("priority.points"),
                    ExportColumn.text("brands"),
                    ExportColumn.text("platform"),
                    ExportColumn.text("leadPost"),
                    ExportColumn.text("language"),
                    ExportColumn.text("team"),
                    ExportColumn.text("agent"),
                    ExportColumn.time("openedAt"),
                    ExportColumn.time("changedAt"),
                    ExportColumn.text("firstResponse.target"),
                    ExportColumn.time("firstResponse.due"),
                    ExportColumn.time("firstResponse.done"),
                    ExportColumn.flag("firstResponse.met"),
                    ExportColumn.text("resolution.target"),
                    ExportColumn.time("resolution.due"),
                    ExportColumn.time("resolution.done"),
                    ExportColumn.flag("resolution.met")));

    private final String path;
    private final String items;
    private final List<ExportColumn> columns;

    ExportTable(String path, String items, List<ExportColumn> columns) {
        this.path = path;
        this.items = items;
        this.columns = List.copyOf(columns);
    }

    /** Where the API lists those of a brand. */
    public String path(String brand) {
        return path.formatted(brand);
    }

    /** The items of one page. */
    public JsonNode items(JsonNode page) {
        return page.path(items);
    }

    List<ExportColumn> columns() {
        return columns;
    }

    String header() {
        return CsvRow.of(columns.stream().map(ExportColumn::path).toList());
    }

    /** One item as a row. */
    String row(JsonNode item) {
        return CsvRow.of(columns.stream().map(column -> column.cell(item)).toList());
    }
}
