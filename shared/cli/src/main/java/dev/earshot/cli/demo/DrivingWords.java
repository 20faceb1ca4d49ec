package dev.earshot.cli.demo;

import dev.earshot.cli.terminal.Paint;
import dev.earshot.core.text.WordAttribution;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.reading.Explainer;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the words that drove a verdict. */
final class DrivingWords implements AutoCloseable {
    /** Words that move the probability by less are not worth showing. */
    private static final double LEAST_WEIGHT = 0.02;

    private static final int MAX_WORDS = 4;

    /** Fewer than usual: the demo needs no exact weights. */
    private static final int TEXTS = 64;

    private final PyTorchTextModel model;
    private final Explainer explainer;

    DrivingWords(Path models) {
        model = PyTorchTextModel.load(models.resolve("text"), ComputeDevice.CPU);
        explainer = new Explainer(model, TEXTS);
    }

    /** The strongest drivers of a text's verdict, strongest first; may be none. */
    List<WordAttribution> of(String text) {
        return explainer.explain(text).drivers().stream()
                .filter(word -> word.weight() >= LEAST_WEIGHT)
                .limit(MAX_WORDS)
                .toList();
    }

    /** The text with its drivers marked. */
    static String marked(String text, List<WordAttribution> drivers, Paint paint) {
        var marked = new StringBuilder();
        int from = 0;
        for (WordAttribution driver :
                drivers.stream()
                        .filter(word -> word.end() <= text.length())
                        .sorted(Comparator.comparingInt(WordAttribution::start))
                        .toList()) {
            marked.append(text, from, driver.start())
                    .append(paint.strong(text.substring(driver.start(), driver.end())));
            from = driver.end();
        }
        return marked.append(text.substring(from)).toString();
    }

    /** The drivers, each with the probability that hangs on it. */
    static String listed(List<WordAttribution> drivers) {
        return drivers.stream()
                .map(word -> String.format(Locale.ROOT, "%s (%+.2f)", word.word(), word.weight()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        model.close();
    }
}
