package dev.earshot.cli.check;

import dev.earshot.cli.analyze.InputFile;
import dev.earshot.cli.analyze.TableHints;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.FileReport;
import dev.earshot.core.post.FileTally;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Opening;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.post.PostFiles.Request;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.djl.image.MediaType;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.api.JsonWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code check}: reads files of posts to their end and prints what each was taken for, what its
 * columns became, how its dates are read, what would be refused or left out and why, and three
 * posts as read. Nothing is analysed and nothing is stored. Exit code 1 if a file would be refused
 * whole.
 */
@Command(
        name = "check",
        description = "Says what files hold and how they would be read, and stores nothing.")
public final class Check implements Callable<Integer> {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final int HEAD_BYTES = 4_096;
    private static final int KEY_BYTES = 32;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Posts in any form that 'analyze' takes; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            converter = NonBlank.class,
            description = {"Format of the posts.", "Default: recognised in each file"})
    private @Nullable String source;

    @Mixin private final TableHints table = new TableHints();

    @Option(names = "--json", description = "Prints one JSON report a line.")
    private boolean json;

    private final PrintStream out;
    private final InstantSource clock;

    public Check(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        for (String file : files) {
            if (!file.equals("-")) {
                ExistingFile.argument("FILE", file);
            }
        }
        PostFiles.Hints hints = table.hints();
        var writer = new JsonWriter();
        boolean refused = false;
        for (String file : files) {
            FileReport report = report(file, hints);
            refused |= report.description().isEmpty();
            out.print(
                    json
                            ? writer.write(new CheckedFile(file, report)) + "\n"
                            : CheckSheet.of(file, report));
        }
        out.flush();
        return refused ? 1 : 0;
    }

    /** A file and what it holds, as JSON shows it. */
    record CheckedFile(String file, FileReport report) {}

    private FileReport report(String file, PostFiles.Hints hints) {
        var formats = new PostFile(new Pseudonymiser(new byte[KEY_BYTES]), DecodeLimits.FILE);
        var request =
                new Request(
                        file,
                        WORKSPACE,
                        Optional.ofNullable(source),
                        clock.instant(),
                        Position.START,
                        hints);
        try (InputFile input = InputFile.of(file)) {
            return switch (formats.open(input, request)) {
                case Opening.Refused refused ->
                        FileReport.refused(
                                refused.why() == PostFiles.Why.BINARY
                                        ? media(input, refused.reason())
                                        : refused.reason());
                case Opening.Opened opened -> {
                    input.settled();
                    yield tallied(opened);
                }
            };
        } catch (IOException | UncheckedIOException e) {
            return FileReport.refused("the file can't be read: " + e.getMessage());
        }
    }

    private static String media(InputFile input, String otherwise) throws IOException {
        try (InputStream in = input.from(0)) {
            return switch (MediaType.of(in.readNBytes(HEAD_BYTES)).kind()) {
                case IMAGE, UNSUPPORTED_IMAGE -> "a picture: 'analyze' says what is in it";
                case VIDEO -> "a video: 'analyze' says what is in it";
                case OTHER -> otherwise;
            };
        }
    }

    private static FileReport tallied(Opening.Opened opened) throws IOException {
        var tally = FileTally.of(opened.description());
        try (PostFiles.Reader reader = opened.reader()) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                row.get().decoded().forEach(tally::add);
            }
        }
        return tally.report();
    }
}
