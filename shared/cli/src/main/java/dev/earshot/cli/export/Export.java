package dev.earshot.cli.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.export.ExportFile;
import dev.earshot.export.ExportTable;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code export}: writes a brand's posts or cases to a file, page by page, so that its size does
 * not matter. What has been deleted is not in it. The file appears only once it is whole.
 */
@Command(
        name = "export",
        description =
                "Writes a brand's posts or cases to a file: as JSON, one object a line, as a table"
                        + " for a spreadsheet, or as Parquet with types.")
public final class Export implements Callable<Integer> {
    @Option(
            names = "--what",
            paramLabel = "WHAT",
            converter = What.class,
            defaultValue = "posts",
            description = {"posts or cases.", "Default: ${DEFAULT-VALUE}"})
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
            super(List.of("posts", "cases"));
        }
    }

    /** How it can be written. */
    static final class Format extends Choice {
        Format() {
            super(List.of("ndjson", "csv", "parquet"));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Endpoints endpoints = stack.endpoints();
        ExportTable table = ExportTable.valueOf(what.toUpperCase(Locale.ROOT));
        Path part = output.resolveSibling(output.getFileName() + ".part");
        long written;
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            written = write(api, table, part);
        } catch (IOException | InterruptedException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        out.println(written + " " + what + " written to " + output);
        return 0;
    }

    private long write(ApiClient api, ExportTable table, Path part)
            throws IOException, InterruptedException {
        String path = path(table);
        String page = path;
        long written = 0;
        try (ExportFile file = ExportFile.open(format, table, part)) {
            while (true) {
                JsonNode answer = api.get(page);
                for (JsonNode item : table.items(answer)) {
                    file.write(item);
                    written++;
                }
                String next = answer.path("next").asText("");
                if (next.isEmpty()) {
                    return written;
                }
                page = path + "&cursor=" + ApiClient.encoded(next);
            }
        }
    }

    private String path(ExportTable table) {
        String path = table.path(ApiClient.encoded(brand));
        StringBuilder query = new StringBuilder(path.contains("?") ? "&limit=100" : "?limit=100");
        if (from != null) {
            query.append("&from=").append(ApiClient.encoded(from));
        }
        if (to != null) {
            query.append("&to=").append(ApiClient.encoded(to));
        }
        return path + query;
    }
}
