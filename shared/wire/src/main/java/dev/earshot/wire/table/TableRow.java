package dev.earshot.wire.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.format.EarshotFormat;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a row of a table as a post of the project's own format. */
final class TableRow {
    /** Context shared by all rows of a file. */
    record Context(Pseudonymiser pseudonymiser, WorkspaceId workspace, Instant readAt) {}

    private final TablePlan plan;
    private final Context context;

    TableRow(TablePlan plan, Context context) {
        this.plan = plan;
        this.context = context;
    }

    /** Decodes one row that is not blank. */
    Decoded decode(TableRows.Row row) {
        if (row.loose() >= 0) {
            return refused(
                    row,
                    ": column '" + Excerpt.of(name(row.loose()), 60) + "'",
                    "text stands behind the closing quote of the cell; write a quote within a"
                            + " quoted cell twice (\"\")");
        }
        if (row.width() > plan.width()) {
            return refused(
                    row,
                    "",
                    "the row has "
                            + row.width()
                            + " cells under "
                            + plan.width()
                            + " headers; put quotes around a cell that holds a '"
                            + plan.separator()
                            + "'");
        }
        if (Placeholders.isTotal(row.cells()) && isIncomplete(row)) {
            return new Decoded.Irrelevant("row " + row.number() + " adds up the others");
        }
        NamedPost post =
                new NamedPost(field -> values(row, field), new Json.Span(0, 0), plan.numbers());
        Optional<String> placeholder = Placeholders.text(post.text());
        if (placeholder.isPresent()) {
            return new Decoded.Irrelevant("row " + row.number() + ": " + placeholder.get());
        }
        return published(row);
    }

    /** Whether a row lacks a time or a text, as one lacks that adds up the others. */
    private boolean isIncomplete(TableRows.Row row) {
        boolean dated = plan.times().filter(place -> row.cell(place).isPresent()).isPresent();
        return !dated || values(row, TableField.TEXT).isEmpty();
    }

    private Decoded published(TableRows.Row row) {
        String payload = asJson(row.cells());
        Json.Span span = new Json.Span(0, payload.length());
        var message =
                new PostMessage(
                        "row " + row.number(),
                        context.workspace(),
                        Optional.of("earshot"),
                        payload,
                        context.readAt());
        var intake =
                new Intake(
                        message,
                        context.pseudonymiser(),
                        new JsonSource.Reading.Whole(new Json.Null(), payload, List.of()),
                        1,
                        1);
        try {
            NamedPost post = new NamedPost(field -> values(row, field), span, plan.numbers());
            Optional<Platform> ofAll = plan.header().export().flatMap(KnownExport::platform);
            PostIdentity identity = PostIdentity.of(post.said(ofAll), plan.roundedIds());
            NamedPost.Made made = made(row);
            Json.Obj record = post.of(identity, made);
            if (made.told() && !record.fields().containsKey("createdAt")) {
                throw new BadField(
                        TableField.CREATED_AT.path(),
                        "is empty; a post without a time can't be placed");
            }
            new EarshotFormat().read(new Field("", record), intake);
        } catch (BadField e) {
            intake.refuse(new Field("", new Json.Obj(Map.of(), span)), e.path(), e.reason());
        }
        return switch (intake.outcome().getFirst()) {
            case Decoded.Rejected(String path, String reason, String original) ->
                    new Decoded.Rejected("row " + row.number() + place(path), reason, original);
            case Decoded.Event event -> event;
            case Decoded.AuthorGone gone -> gone;
            case Decoded.AuthorBack back -> back;
            case Decoded.Irrelevant irrelevant -> irrelevant;
        };
    }

    private NamedPost.Made made(TableRows.Row row) {
        if (plan.times().isEmpty()) {
            return new NamedPost.Made(false, Optional.empty());
        }
        Optional<String> timeOfDay = plan.clock().flatMap(row::cell);
        return new NamedPost.Made(
                true,
                row.cell(plan.times().get())
                        .filter(cell -> !Placeholders.isNothing(cell))
                        .map(cell -> ColumnDates.iso(cell, plan.order(), timeOfDay).orElse(cell)));
    }

    private List<String> values(TableRows.Row row, TableField field) {
        var values = new ArrayList<String>();
        for (int place : plan.header().places().getOrDefault(field, List.of())) {
            row.cell(place).ifPresent(values::add);
        }
        if (field == TableField.TEXT
                && plan.header().export().equals(Optional.of(KnownExport.YOUTUBE_TAKEOUT))) {
            values.replaceAll(TakeoutText::plain);
        }
        return values;
    }

    private Decoded refused(TableRows.Row row, String column, String reason) {
        return new Decoded.Rejected("row " + row.number() + column, reason, asJson(row.cells()));
    }

    private String name(int column) {
        List<String> names = plan.header().names();
        return column < names.size() ? names.get(column) : "column " + (column + 1);
    }

    private String place(String path) {
        Optional<Integer> column =
                path.equals(TableField.CREATED_AT.path())
                        ? plan.times()
                        : plan.header().places().entrySet().stream()
                                .filter(each -> each.getKey().path().equals(path))
                                .map(each -> each.getValue().getFirst())
                                .findFirst();
        return column.map(place -> ": column '" + Excerpt.of(name(place), 60) + "'")
                .orElse(path.equals("$") ? "" : ": " + path);
    }

    /** The row as JSON, by column name. */
    private String asJson(List<String> cells) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        var json = new StringBuilder("{");
        for (int i = 0; i < cells.size(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(encoder.quoteAsString(name(i)))
                    .append("\":\"")
                    .append(encoder.quoteAsString(cells.get(i)))
                    .append('"');
        }
        return json.append('}').toString();
    }
}
