package dev.earshot.cli.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.wire.csv.CsvRow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a kind of export, each the path of a value in what the API answers. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are copies that nobody can change.
enum ExportTable {
    POSTS(
            "/v1/brands/%s/posts",
            "posts",
            List.of(
                    "platform",
                    "id",
                    "createdAt",
                    "language",
                    "sentiment.label",
                    "sentiment.negative",
                    "sentiment.neutral",
                    "sentiment.positive",
                    "intent.label",
                    "brands",
                    "author.id",
                    "author.followers",
                    "engagement.likes",
                    "engagement.replies",
                    "engagement.reposts",
                    "engagement.quotes",
                    "engagement.views",
                    "analysedAt")),
    CASES(
            "/v1/cases?order=newest&brand=%s",
            "items",
            List.of(
                    "id",
                    "state",
                    "kind",
                    "sure",
                    "priority.level",
                    "priority.points",
                    "brands",
                    "platform",
                    "leadPost",
                    "language",
                    "team",
                    "agent",
                    "openedAt",
                    "changedAt",
                    "firstResponse.target",
                    "firstResponse.due",
                    "firstResponse.done",
                    "firstResponse.met",
                    "resolution.target",
                    "resolution.due",
                    "resolution.done",
                    "resolution.met"));

    private final String path;
    private final String items;
    private final List<String> columns;

    ExportTable(String path, String items, List<String> columns) {
        this.path = path;
        this.items = items;
        this.columns = List.copyOf(columns);
    }

    /** Where the API lists those of a brand. */
    String path(String brand) {
        return path.formatted(brand);
    }

    JsonNode items(JsonNode page) {
        return page.path(items);
    }

    String header() {
        return CsvRow.of(columns);
    }

    /** One item; what it lacks is an empty cell, and lists are joined by blanks. */
    String row(JsonNode item) {
        return CsvRow.of(columns.stream().map(column -> text(at(item, column))).toList());
    }

    private static JsonNode at(JsonNode item, String column) {
        JsonNode value = item;
        for (String step : Arrays.asList(column.split("\\.", -1))) {
            value = value.path(step);
        }
        return value;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(" ", parts);
        }
        return value.asText("");
    }
}
