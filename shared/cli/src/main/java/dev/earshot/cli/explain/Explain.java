package dev.earshot.cli.explain;

import ai.djl.Device;

import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.local.Project;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.wire.api.ExplainedText;
import dev.earshot.wire.api.JsonWriter;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code explain [--json] [--brands FILE] [--language TAG] TEXT...}: all that is read in each text
 * and the words that its sentiment hangs on, in colour on a terminal, or one JSON object a line.
 */
public final class Explain implements Command {
    private final PrintStream out;

    public Explain(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        BrandMatcher matcher = BrandMatcher.of(BrandFile.read(options.brands()));
        var explanations = new Explanations(TextReaders.load(Project.models(), Device.cpu()));
        var json = new JsonWriter();
        var sheet = new ExplanationSheet(Boolean.getBoolean("earshot.stdout.terminal"));
        for (String text : options.texts()) {
            TextExplanation explanation = explanations.of(text, options.language(), matcher);
            if (options.json()) {
                out.println(json.write(new ExplainedText(Optional.empty(), explanation)));
            } else {
                sheet.lines(explanation).forEach(out::println);
            }
        }
        out.flush();
        return 0;
    }

    /** What was asked for. */
    record Options(
            List<String> texts, boolean json, Optional<Path> brands, Optional<String> language) {
        static Options of(List<String> arguments) {
            List<String> texts = new ArrayList<>();
            boolean json = false;
            Optional<Path> brands = Optional.empty();
            Optional<String> language = Optional.empty();
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                switch (argument) {
                    case "--json" -> json = true;
                    case "--brands" -> brands = Optional.of(file(value(arguments, ++i)));
                    case "--language" -> language = Optional.of(value(arguments, ++i));
                    case "--" -> {
                        texts.addAll(arguments.subList(i + 1, arguments.size()));
                        i = arguments.size();
                    }
                    default -> {
                        if (argument.startsWith("--")) {
                            throw new UsageException(
                                    "unknown option "
                                            + argument
                                            + " for 'explain'; see './earshot --help'");
                        }
                        texts.add(argument);
                    }
                }
            }
            if (texts.isEmpty()) {
                throw new UsageException("'explain' needs a text, in quotes");
            }
            return new Options(List.copyOf(texts), json, brands, language);
        }

        private static String value(List<String> arguments, int at) {
            if (at >= arguments.size()) {
                throw new UsageException(
                        arguments.get(at - 1) + " needs a value; see './earshot --help'");
            }
            return arguments.get(at);
        }

        private static Path file(String name) {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw new UsageException("there is no file " + name);
            }
            return path;
        }
    }
}
