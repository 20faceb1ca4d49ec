package dev.earshot.wire.api;

import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Task;
import dev.earshot.wire.json.Field;

import java.time.Instant;

/** Reads what an export is to hold. Stateless. */
final class ExportJson {
    private ExportJson() {}

    static Task.Export task(String brand, Field root) {
        Field format = root.at("format");
        Field what = root.at("what");
        return new Task.Export(
                brand,
                ExportContent.of(what.text().orElse(ExportContent.POSTS.key()))
                        .orElseThrow(
                                () ->
                                        what.bad(
                                                "must be posts, cases, counts or scores, got "
                                                        + what.shown())),
                ExportFormat.of(format.requiredText())
                        .orElseThrow(
                                () ->
                                        format.bad(
                                                "must be ndjson, csv or parquet, got "
                                                        + format.shown())),
                time(root.at("from")),
                time(root.at("to")));
    }

    private static Instant time(Field time) {
        return time.time().orElseThrow(time::missing);
    }
}
