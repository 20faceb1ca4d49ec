package dev.earshot.cli.eval;

import ai.djl.Device;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.text.Head;
import dev.earshot.evaluation.text.TextEvaluation;
import dev.earshot.evaluation.text.TextEvaluation.GivenSet;
import dev.earshot.evaluation.text.TextEvaluation.Part;
import dev.earshot.evaluation.text.TextReport;
import dev.earshot.local.Project;
import dev.earshot.reading.language.HashedLanguageIdentifier;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code eval text}: prints how right the text models are, head by head, beside published figures.
 *
 * <p>Options: {@code --data DIR} (the folder of development files, {@code ../shared/data/text}
 * beside the project otherwise), {@code --set HEAD=FILE} (a set of one's own: tab-separated, with
 * columns {@code label} and {@code text}, {@code lang} where posts are not English; may be
 * repeated; alone it is all that is measured), {@code --only PARTS}, {@code --json}. Exit code 2
 * where a file that was named is missing, before anything is read; 1 where one cannot be
 * understood.
 */
final class EvalText implements Command {
    private static final List<String> OTHER_HEADS = List.of("emotions", "language");

    private final PrintStream out;
    private final PrintStream error;

    EvalText(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    /** What the command line says. */
    private record Options(Path data, List<GivenSet> sets, EnumSet<Part> parts, boolean json) {}

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = options(arguments);
        long started = System.nanoTime();
        TextReport report;
        try (PyTorchTextModel model =
                PyTorchTextModel.load(Project.models().resolve("text"), Device.cpu())) {
            TextEvaluation evaluation =
                    new TextEvaluation(
                            TextReaders.load(Project.models(), Device.cpu()),
                            model,
                            HashedLanguageIdentifier.load(),
                            options.data(),
                            step ->
                                    error.printf(
                                            Locale.ROOT,
                                            "%5.0f s  %s%n",
                                            (System.nanoTime() - started) / 1e9,
                                            step));
            report = evaluation.run(options.parts(), options.sets());
        }
        if (options.json()) {
            var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            out.println(json.writeValueAsString(report));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    private static Options options(List<String> arguments) {
        Path data = DataFolder.part(Project.data(), "text");
        List<GivenSet> sets = new ArrayList<>();
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (name.equals("--json") && equals < 0) {
                json = true;
                continue;
            }
            if (!List.of("--data", "--set", "--only").contains(name)) {
                throw new UsageException(
                        "unknown "
                                + (name.startsWith("-") ? "option " : "argument ")
                                + name
                                + " for 'eval text'; it takes --data DIR, --set HEAD=FILE, --only"
                                + " PARTS and --json");
            }
            String value = equals >= 0 ? argument.substring(equals + 1) : "";
            if (equals < 0 && i + 1 < arguments.size()) {
                i++;
                value = arguments.get(i);
            }
            if (value.isBlank()) {
                throw new UsageException(name + " needs a value; see './earshot --help'");
            }
            switch (name) {
                case "--data" -> data = folder(value);
                case "--set" -> sets.add(set(value));
                default -> parts.addAll(parts(value));
            }
        }
        if (parts.isEmpty() && sets.isEmpty()) {
            parts = EnumSet.allOf(Part.class);
        }
        return new Options(data, sets, parts, json);
    }

    /** The folder itself or its {@code text}, where files of other kinds lie beside. */
    private static Path folder(String value) {
        Path folder = path(value);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--data must be a folder, but got '" + value + "'");
        }
        return DataFolder.part(folder, "text");
    }

    private static GivenSet set(String value) {
        int equals = value.indexOf('=');
        List<String> heads = new ArrayList<>(Arrays.stream(Head.values()).map(Head::key).toList());
        heads.addAll(OTHER_HEADS);
        String head = equals < 0 ? "" : value.substring(0, equals);
        if (!heads.contains(head)) {
            throw new UsageException(
                    "--set must be HEAD=FILE with a head of "
                            + heads
                            + ", but got '"
                            + value
                            + "'");
        }
        Path file = path(value.substring(equals + 1));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--set names a file that is not there: " + file);
        }
        return new GivenSet(head, file);
    }

    private static EnumSet<Part> parts(String value) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : value.split(",", -1)) {
            parts.add(
                    Arrays.stream(Part.values())
                            .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "--only takes "
                                                            + known()
                                                            + ", but got '"
                                                            + name
                                                            + "'")));
        }
        return parts;
    }

    private static String known() {
        return Arrays.stream(Part.values())
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + value + "' is no path");
        }
    }
}
