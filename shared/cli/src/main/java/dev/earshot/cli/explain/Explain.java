package dev.earshot.cli.explain;

import ai.djl.Device;

import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.terminal.Terminal;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.local.Project;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.wire.api.ExplainedText;
import dev.earshot.wire.api.JsonWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code explain}: prints what is read in each text and the words that its sentiment hangs on, in
 * colour on a terminal, or one JSON object a line.
 */
@Command(
        name = "explain",
        description = "Prints what is read in a text, and how much each word weighs in it.")
public final class Explain implements Callable<Integer> {
    @Option(names = "--json", description = "Prints one JSON object a line instead of a sheet.")
    private boolean json;

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
            names = "--language",
            paramLabel = "TAG",
            converter = NonBlank.class,
            description = {
                "Language of the texts, such as en or pt-BR.",
                "Default: recognised in each text"
            })
    private @Nullable String language;

    @Parameters(
            arity = "1..*",
            paramLabel = "TEXT",
            description = "Texts, each in quotes. Put -- before a text that begins with a hyphen.")
    private List<String> texts = List.of();

    private final PrintStream out;

    public Explain(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        BrandMatcher matcher = BrandMatcher.of(BrandFile.read(Optional.ofNullable(brands)));
        var explanations = new Explanations(TextReaders.load(Project.models(), Device.cpu()));
        var writer = new JsonWriter();
        var sheet = new ExplanationSheet(Terminal.onOutput());
        for (String text : texts) {
            TextExplanation explanation =
                    explanations.of(text, Optional.ofNullable(language), matcher);
            if (json) {
                out.println(writer.write(new ExplainedText(Optional.empty(), explanation)));
            } else {
                sheet.lines(explanation).forEach(out::println);
            }
        }
        out.flush();
        return 0;
    }
}
