package dev.earshot.djl.text;

import ai.djl.Device;
import dev.earshot.core.text.TextAnalysis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Measures an assembled text model on labelled posts, through the same path as production.
 *
 * <p>Usage: {@code EvaluateText <modelFolder> <sentiment.tsv.gz> <emotion.tsv.gz>}. The files have
 * a header line with the columns {@code label} and {@code text}, parted by tabs without quoting.
 */
public final class EvaluateText {
    private EvaluateText() {}

    /** Prints one line per file: posts, macro recall, macro F1, posts per second. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println(
                    "usage: EvaluateText <modelFolder> <sentiment.tsv.gz> <emotion.tsv.gz>");
            System.exit(2);
        }
        try (PyTorchTextModel model = PyTorchTextModel.load(Path.of(args[0]), Device.cpu())) {
            print("sentiment", model, Path.of(args[1]), a -> a.sentiment().label().key());
            print("emotion", model, Path.of(args[2]), a -> a.emotions().orElseThrow().top().key());
        }
    }

    private static void print(
            String name,
            PyTorchTextModel model,
            Path file,
            Function<TextAnalysis, String> label)
            throws IOException {
        Labelled posts = Labelled.read(file);
        long started = System.nanoTime();
        MacroScores scores = measure(model, posts, label);
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d posts, macro recall %.2f, macro F1 %.2f, %.0f posts/s%n",
                name,
                scores.count(),
                scores.recall(),
                scores.f1(),
                scores.count() / seconds);
    }

    static MacroScores measure(
            PyTorchTextModel model, Labelled posts, Function<TextAnalysis, String> label) {
        List<String> predicted = model.analyse(posts.texts()).stream().map(label).toList();
        return MacroScores.of(posts.labels(), predicted);
    }

    /** Texts with their labels, in the file's order. */
    record Labelled(List<String> labels, List<String> texts) {
        static Labelled read(Path file) throws IOException {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(Files.newInputStream(file)),
                                    StandardCharsets.UTF_8))) {
                List<String> labels = new ArrayList<>();
                List<String> texts = new ArrayList<>();
                String header = lines.readLine();
                List<String> columns = List.of((header == null ? "" : header).split("\t"));
                int label = columns.indexOf("label");
                int text = columns.indexOf("text");
                if (label < 0 || text < 0) {
                    throw new IOException(file + " must have columns label and text: " + columns);
                }
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] fields = line.split("\t", -1);
                    labels.add(fields[label]);
                    texts.add(fields[text]);
                }
                return new Labelled(labels, texts);
            }
        }
    }
}
