package dev.earshot.cli.analyze;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.post.PostFiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options of {@code analyze}. */
final class AnalyzeOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Posts (NDJSON, JSON, tables, feeds, also with gzip or in a zip archive),"
                            + " pictures or videos; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--brands",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "JSON array of the brands to look for, as the API takes them.",
                "Default: none"
            })
    private @Nullable Path brands;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            converter = NonBlank.class,
            description = {"Format of the posts.", "Default: recognised in each file"})
    private @Nullable String source;

    @Mixin private TableHints table = new TableHints();

    @Option(
            names = "--explain",
            description = "Adds to each post how much each word weighs in its sentiment.")
    private boolean explain;

    /**
     * Names of files that exist, and {@code -}.
     *
     * @throws UsageException if a file can't be read
     */
    List<String> files() {
        for (String file : files) {
            if (!file.equals("-")) {
                ExistingFile.argument("FILE", file);
            }
        }
        return files;
    }

    Optional<Path> brands() {
        return Optional.ofNullable(brands);
    }

    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /**
     * What is said about tables.
     *
     * @throws UsageException if it names no field or order that is known
     */
    PostFiles.Hints hints() {
        return table.hints();
    }

    boolean explain() {
        return explain;
    }
}
