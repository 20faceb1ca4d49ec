package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.text.Head;
import dev.earshot.evaluation.text.TextEvaluation;
import dev.earshot.evaluation.text.TextEvaluation.GivenSet;
import dev.earshot.evaluation.text.TextEvaluation.Part;
import dev.earshot.evaluation.text.TextReport;
import dev.earshot.local.Project;
import dev.earshot.reading.language.HashedLanguageIdentifier;
import dev.earshot.wire.api.JsonWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * {@code eval text}: measures the text models, head by head, and prints the results beside
 * published figures. Exit code 2 if a file that was named is missing, before anything is read; 1 if
 * a file cannot be parsed.
 */
@Command(
        name = "text",
        description =
                "Measures the text models on labelled posts and prints the results beside published"
                        + " figures. --write publishes them in models/README.md.")
final class EvalText implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Folder of labelled posts, or the one that holds it as 'text'.",
                "Default: ../shared/data beside the project"
            })
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "HEAD=FILE",
            converter = LabelledFile.class,
            description = {
                "A set of your own, for one head of the model: tab-separated, with the columns label"
                        + " and text, and lang if posts are not English. May be repeated. With it,"
                        + " only these sets and the PARTS of --only are measured.",
                "Default: none"
            })
    private List<GivenSet> sets = List.of();

    @Option(
            names = "--only",
            paramLabel = "PARTS",
            split = ",",
            converter = PartName.class,
            description = {
                "What to measure, separated by commas: heads, languages, own, shares, explanations,"
                        + " behaviour, bias.",
                "Default: all of them"
            })
    private Set<Part> only = Set.of();

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Mixin private final WriteOption write = new WriteOption("models/README.md", "eval text");

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    EvalText(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    /** {@code HEAD=FILE}: an existing file of labels for one head. */
    static final class LabelledFile implements ITypeConverter<GivenSet> {
        private static final List<String> OTHER_HEADS = List.of("emotions", "language");

        @Override
        public GivenSet convert(String value) {
            int equals = value.indexOf('=');
            List<String> heads =
                    new ArrayList<>(Arrays.stream(Head.values()).map(Head::key).toList());
            heads.addAll(OTHER_HEADS);
            String head = equals < 0 ? "" : value.substring(0, equals);
            if (!heads.contains(head)) {
                throw new TypeConversionException(
                        "must be HEAD=FILE, with a HEAD of " + String.join(", ", heads));
            }
            return new GivenSet(head, new ExistingFile().convert(value.substring(equals + 1)));
        }
    }

    /** A part's name in lower case. */
    static final class PartName implements ITypeConverter<Part> {
        @Override
        public Part convert(String value) {
            return Arrays.stream(Part.values())
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be one of "
                                                    + Arrays.stream(Part.values())
                                                            .map(Part::name)
                                                            .collect(Collectors.joining(", "))
                                                            .toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public Integer call() throws Exception {
        Optional<FigureSection> section =
                write.section(!only.isEmpty() || !sets.isEmpty(), "--only and --set");
        long started = System.nanoTime();
        TextReport report;
        try (PyTorchTextModel model =
                PyTorchTextModel.load(Project.models().resolve("text"), ComputeDevice.CPU)) {
            TextEvaluation evaluation =
                    new TextEvaluation(
                            TextReaders.load(Project.models(), ComputeDevice.CPU),
                            model,
                            HashedLanguageIdentifier.load(),
                            DataFolder.part(data == null ? Project.data() : data, "text"),
                            step ->
                                    error.printf(
                                            Locale.ROOT,
                                            "%5.0f s  %s%n",
                                            (System.nanoTime() - started) / 1e9,
                                            step));
            report = evaluation.run(parts(), sets);
        }
        if (json) {
            out.println(new JsonWriter().writeIndented(report));
        } else {
            report.lines().forEach(out::println);
        }
        WriteOption.publish(section, report.lines(), clock);
        return 0;
    }

    private EnumSet<Part> parts() {
        if (only.isEmpty()) {
            return sets.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
        }
        return EnumSet.copyOf(only);
    }
}
