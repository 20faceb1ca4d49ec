package dev.earshot.aws.job;

import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.ClaimTally;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.FileReportText;
import dev.earshot.core.post.PostFiles;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A job's item: {@code k} task, {@code i} its key or prefix, {@code vn} version of a video, {@code
 * so} format of posts, {@code cs} and {@code do} what is said about its columns and dates, {@code
 * c} created, {@code ph} phase, {@code re} reason, {@code tr} tries, {@code pg} progress, {@code
 * fr} report of the file, {@code st}, {@code up}, {@code fi} started, updated and finished, {@code
 * pr} price an hour; while it is held {@code ho} the hold, {@code hm} its message and {@code hu}
 * the millisecond it ends; of an export {@code ew} what it holds (posts where it is missing),
 * {@code ef} the format, {@code ea} and {@code eb} its times; {@code cp} a small checkpoint or
 * {@code co} the object that holds a large one; {@code v} counts the writes. Stateless.
 */
final class JobItem {
    private JobItem() {}

    static TableItem write(Job job, TableItem item) {
        item.with("id", job.id())
                .with("i", job.task().input())
                .with("c", NumberText.instant(job.createdAt()))
                .with("up", NumberText.instant(job.createdAt()))
                .with("ph", phase(Phase.QUEUED))
                .with("tr", 0)
                .with("pg", progress(Progress.NONE))
                .with("v", 0);
        return switch (job.task()) {
            case Task.Video video -> item.with("k", "video").with("vn", video.version());
            case Task.Pictures pictures -> item.with("k", "pictures");
            case Task.Claim claim -> item.with("k", "claim");
            case Task.Export export ->
                    item.with("k", "export")
                            .with("ew", export.content().key())
                            .with("ef", export.format().key())
                            .with("ea", NumberText.instant(export.from()))
                            .with("eb", NumberText.instant(export.to()));
            case Task.Posts posts -> {
                posts.source().ifPresent(source -> item.with("so", source));
                item.with(
                        "cs",
                        posts.hints().columns().entrySet().stream()
                                .map(column -> column.getKey() + "\n" + column.getValue())
                                .sorted()
                                .toList());
                posts.hints().dates().ifPresent(order -> item.with("do", order));
                yield item.with("k", "posts");
            }
        };
    }

    static JobState read(WorkspaceId workspace, TableItem item) {
        return new JobState(
                new Job(item.need("id"), workspace, task(item), NumberText.instant(item.need("c"))),
                Phase.valueOf(item.need("ph").toUpperCase(Locale.ROOT)),
                item.text("re", ""),
                (int) item.number("tr", 0),
                item.has("fr")
                        ? progress(item.need("pg"))
                                .withReport(FileReportText.decoded(item.need("fr")))
                        : progress(item.need("pg")),
                instant(item, "st"),
                NumberText.instant(item.need("up")),
                instant(item, "fi"),
                Double.parseDouble(item.text("pr", "0")));
    }

    static String phase(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** The record's numbers, in order, and those of a claim behind them. */
    static String progress(Progress progress) {
        DoubleStream claim =
                progress.claim().stream()
                        .flatMapToDouble(
                                c ->
                                        DoubleStream.of(
                                                (double) c.gained(),
                                                (double) c.lost(),
                                                (double) c.unread(),
                                                (double) c.own()));
        return DoubleStream.concat(
                        DoubleStream.of(
                                progress.fraction(),
                                (double) progress.done(),
                                (double) progress.refused(),
                                (double) progress.analysed(),
                                progress.mediaSeconds(),
                                progress.busySeconds()),
                        claim)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }

    private static Progress progress(String text) {
        List<Double> numbers = List.of(text.split(" ", -1)).stream().map(Double::valueOf).toList();
        var progress =
                new Progress(
                        numbers.get(0),
                        numbers.get(1).longValue(),
                        numbers.get(2).longValue(),
                        numbers.get(3).longValue(),
                        numbers.get(4),
                        numbers.get(5));
        return numbers.size() > 6
                ? progress.withClaim(
                        new ClaimTally(
                                numbers.get(6).longValue(),
                                numbers.get(7).longValue(),
                                numbers.get(8).longValue(),
                                numbers.get(9).longValue()))
                : progress;
    }

    private static Task task(TableItem item) {
        String kind = item.need("k");
        return switch (kind) {
            case "video" -> new Task.Video(item.need("i"), item.need("vn"));
            case "posts" ->
                    new Task.Posts(
                            item.need("i"),
                            item.has("so") ? Optional.of(item.need("so")) : Optional.empty(),
                            new PostFiles.Hints(
                                    item.texts("cs").stream()
                                            .map(text -> text.split("\n", 2))
                                            .collect(
                                                    Collectors.toMap(
                                                            parts -> parts[0], parts -> parts[1])),
                                    item.has("do")
                                            ? Optional.of(item.need("do"))
                                            : Optional.empty()));
            case "pictures" -> new Task.Pictures(item.need("i"));
            case "claim" -> new Task.Claim(item.need("i"));
            case "export" ->
                    new Task.Export(
                            item.need("i"),
                            ExportContent.of(item.text("ew", ExportContent.POSTS.key()))
                                    .orElseThrow(),
                            ExportFormat.of(item.need("ef")).orElseThrow(),
                            NumberText.instant(item.need("ea")),
                            NumberText.instant(item.need("eb")));
            default -> throw new IllegalStateException("no task is called '" + kind + "'");
        };
    }

    private static Optional<Instant> instant(TableItem item, String name) {
        return item.has(name) ? Optional.of(NumberText.instant(item.need(name))) : Optional.empty();
    }
}
