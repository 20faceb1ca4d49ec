package dev.earshot.djl.text;

import dev.earshot.core.text.TextAnalysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Measures a text model on labelled posts; {@code ./earshot eval text} measures far more. */
final class EvaluateText {
    private EvaluateText() {}

    static MacroScores measure(
            PyTorchTextModel model, Labelled posts, Function<TextAnalysis, String> label) {
        List<String> predicted = model.analyse(posts.texts()).stream().map(label).toList();
        return MacroScores.of(posts.labels(), predicted);
    }

    /**
     * Texts with their labels, in the file's order; columns are separated by tabs, without quoting.
     */
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
