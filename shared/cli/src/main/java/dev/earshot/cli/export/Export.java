package dev.earshot.cli.export;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.local.Endpoints;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code export}: writes what is known of a brand to a file: posts and cases page by page as the
 * API lists them, counts and scores by the worker, so that its size does not matter. What has been
 * deleted is not in it. The file appears only once it is whole.
 */
@Command(
        name = "export",
        description =
                "Writes a brand's posts, cases, counts or scores to a file: as JSON, one object a"
                        + " line, as a table for a spreadsheet, or as Parquet with types.")
public final class Export implements Callable<Integer> {
    @Option(
            names = "--what",
            paramLabel = "WHAT",
            converter = What.class,
            defaultValue = "posts",
            description = {
                "posts, cases, counts by hour, or scores of who moves opinion.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String what = "posts";

    @Option(
            names = "--brand",
            paramLabel = "B",
            required = true,
            converter = NonBlank.class,
            description = "Id of the brand. Required")
    private String brand = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.class,
            defaultValue = "ndjson",
            description = {"ndjson, csv or parquet.", "Default: ${DEFAULT-VALUE}"})
    private String format = "ndjson";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = {"Only from then on, such as 2026-01-31.", "Default: the API's"})
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = {"Only before then.", "Default: now"})
    private @Nullable String to;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; an older one of this name is replaced. Required")
    private Path output = Path.of("");

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Export(PrintStream out) {
        this.out = out;
    }

    /** What can be exported. */
    static final class What extends Choice {
        What() {
            super(Arrays.stream(ExportContent.values()).map(ExportContent::key).toList());
        }
    }

    /** How it can be written. */
    static final class Format extends Choice {
        Format() {
            super(Arrays.stream(ExportFormat.values()).map(ExportFormat::key).toList());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Endpoints endpoints = stack.endpoints();
        ExportContent content = ExportContent.of(what).orElseThrow();
        Path part = output.resolveSibling(output.getFileName() + ".part");
        long written;
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            written = write(api, content, part);
        } catch (IOException | InterruptedException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        out.println(written + " " + what + " written to " + output);
        return 0;
    }

    private long write(ApiClient api, ExportContent content, Path part)
            throws IOException, InterruptedException {
        ExportFormat how = ExportFormat.of(format).orElseThrow();
        return switch (content) {
            case POSTS, CASES -> Listing.of(api, content, brand, times()).write(content, how, part);
            case COUNTS, SCORES ->
                    new WorkerFile(api)
                            .fetch(
                                    content,
                                    how,
                                    brand,
                                    Optional.ofNullable(from),
                                    Optional.ofNullable(to),
                                    part);
        };
    }

    private String times() {
        return (from == null ? "" : "&from=" + ApiClient.encoded(from))
                + (to == null ? "" : "&to=" + ApiClient.encoded(to));
    }
}
