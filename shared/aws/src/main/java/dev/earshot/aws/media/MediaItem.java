package dev.earshot.aws.media;

import dev.earshot.aws.table.ModelAttributes;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.ReadingAttributes;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.TextLine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file's item: {@code w} padded version, {@code vn} version as given, {@code a} analysed, {@code
 * b} brands, {@code md} models, the reading of its text, and one of {@code j} job, {@code x} reason
 * of refusal, {@code wd} with {@code vf} findings of a video or {@code vl} the file that holds
 * them, or {@code wh} width and height with the lists {@code ob} objects, {@code fa} faces, {@code
 * tx} text lines, {@code ut} text that could not be read, {@code sf} safety, {@code sc} scenery,
 * {@code lo} logos and {@code fp} fingerprint and {@code pv} vector with its model. Boxes are in
 * tenths of a pixel, scores have four decimals. Stateless.
 */
final class MediaItem {
    private static final int BOX_FIELDS = 4;

    private MediaItem() {}

    static void write(MediaAnalysis analysis, TableItem item) {
        item.with("vn", analysis.version())
                .with("a", NumberText.instant(analysis.analysedAt()))
                .with("b", analysis.brands())
                .with("md", ModelAttributes.write(analysis.models()));
        analysis.textReading()
                .ifPresent(reading -> ReadingAttributes.write(reading, analysis.models(), item));
        switch (analysis.status()) {
            case Status.Queued queued -> item.with("j", queued.jobId());
            case Status.Rejected rejected -> item.with("x", rejected.reason());
            // The store writes the findings, since they may not fit into an item.
            case Status.Watched watched -> item.with("wd", 1);
            case Status.Analysed analysed -> write(analysed.findings(), item);
        }
    }

    static MediaAnalysis read(WorkspaceId workspace, String key, TableItem item) {
        return new MediaAnalysis(
                workspace,
                key,
                item.need("vn"),
                NumberText.instant(item.need("a")),
                status(item),
                item.has("lg")
                        ? Optional.of(
                                ReadingAttributes.read(
                                        item, ModelAttributes.read(item.texts("md"))))
                        : Optional.empty(),
                item.texts("b"),
                ModelAttributes.read(item.texts("md")));
    }

    private static Status status(TableItem item) {
        if (item.has("j")) {
            return new Status.Queued(item.need("j"));
        }
        if (item.has("x")) {
            return new Status.Rejected(item.need("x"));
        }
        if (item.has("vf")) {
            return new Status.Watched(VideoCode.read(item.bytes("vf")));
        }
        String[] size = item.need("wh").split(" ", -1);
        return new Status.Analysed(
                new ImageFindings(
                        Integer.parseInt(size[0]),
                        Integer.parseInt(size[1]),
                        item.texts("ob").stream().map(MediaItem::detection).toList(),
                        item.texts("fa").stream().map(text -> box(fields(text, 4), 0)).toList(),
                        item.texts("tx").stream().map(MediaItem::line).toList(),
                        safety(item.need("sf")),
                        SceneryAttributes.read(item),
                        item.texts("lo").stream().map(MediaItem::logo).toList(),
                        FingerprintBytes.read(item, "fp"),
                        item.has("pv")
                                ? Optional.of(PictureVector.ofBytes(item.bytes("pv")))
                                : Optional.empty(),
                        item.texts("ut").stream().map(text -> box(fields(text, 4), 0)).toList()));
    }

    private static void write(ImageFindings findings, TableItem item) {
        item.with("wh", findings.width() + " " + findings.height())
                .with(
                        "ob",
                        findings.objects().stream()
                                .map(
                                        found ->
                                                NumberText.probability(found.score())
                                                        + " "
                                                        + box(found.box())
                                                        + " "
                                                        + found.label())
                                .toList())
                .with("fa", findings.faces().stream().map(MediaItem::box).toList())
                .with("ut", findings.unreadText().stream().map(MediaItem::box).toList())
                .with(
                        "tx",
                        findings.text().stream()
                                .map(
                                        line ->
                                                NumberText.probability(line.score())
                                                        + " "
                                                        + box(line.box())
                                                        + " "
                                                        + line.text())
                                .toList());
        Safety safety = findings.safety();
        item.with(
                "sf",
                NumberText.probability(safety.score())
                        + " "
                        + safety.flagged()
                        + " "
                        + safety.label());
        SceneryAttributes.write(findings.scenery(), item);
        item.with(
                "lo",
                findings.logos().stream()
                        .map(
                                logo ->
                                        NumberText.probability(logo.score())
                                                + " "
                                                + box(logo.box())
                                                + " "
                                                + logo.brand())
                        .toList());
        findings.fingerprint().ifPresent(print -> item.with("fp", FingerprintBytes.write(print)));
        findings.vector().ifPresent(vector -> item.with("pv", vector.toBytes()));
    }

    private static Detection detection(String text) {
        String[] fields = fields(text, BOX_FIELDS + 2);
        return new Detection(fields[5], Double.parseDouble(fields[0]), box(fields, 1));
    }

    private static LogoFinding logo(String text) {
        String[] fields = fields(text, BOX_FIELDS + 2);
        return new LogoFinding(fields[5], Double.parseDouble(fields[0]), box(fields, 1));
    }

    private static TextLine line(String text) {
        String[] fields = fields(text, BOX_FIELDS + 2);
        return new TextLine(fields[5], Double.parseDouble(fields[0]), box(fields, 1));
    }

    private static Safety safety(String text) {
        String[] fields = fields(text, 3);
        return new Safety(
                fields[2], Double.parseDouble(fields[0]), Boolean.parseBoolean(fields[1]));
    }

    /** The last field is free text and may contain spaces. */
    private static String[] fields(String text, int count) {
        return text.split(" ", count);
    }

    private static String box(Box box) {
        return String.join(
                " ",
                List.of(tenth(box.x()), tenth(box.y()), tenth(box.width()), tenth(box.height())));
    }

    private static Box box(String[] fields, int from) {
        return new Box(
                Double.parseDouble(fields[from]),
                Double.parseDouble(fields[from + 1]),
                Double.parseDouble(fields[from + 2]),
                Double.parseDouble(fields[from + 3]));
    }

    private static String tenth(double pixels) {
        String text = String.format(Locale.ROOT, "%.1f", pixels);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
