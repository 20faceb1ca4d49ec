package dev.earshot.local.demo;

import ai.djl.Device;
import dev.earshot.djl.text.OcclusionExplainer;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.WordDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows the words that drove a verdict, by leaving out one at a time. */
final class DrivingWords implements AutoCloseable {
    /** Words that move the probability by less are not worth showing. */
    private static final double LEAST_WEIGHT = 0.02;

    private static final int MOST_WORDS = 4;

    private final PyTorchTextModel model;
    private final OcclusionExplainer explainer;

    DrivingWords(Path models) {
        model = PyTorchTextModel.load(models.resolve("text"), Device.cpu());
        explainer = new OcclusionExplainer(model);
    }

    /** The strongest drivers of a text's verdict, strongest first; may be none. */
    List<WordDriver> of(String text) {
        return explainer.explain(text).stream()
                .filter(word -> word.weight() >= LEAST_WEIGHT)
                .limit(MOST_WORDS)
                .toList();
    }

    /** The text with its drivers marked. */
    static String marked(String text, List<WordDriver> drivers, Paint paint) {
        Set<Integer> positions =
                drivers.stream().map(WordDriver::position).collect(Collectors.toCollection(TreeSet::new));
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (positions.contains(i)) {
                words[i] = paint.strong(words[i]);
            }
        }
        return String.join(" ", words);
    }

    /** The drivers with the share of probability that hangs on each. */
    static String listed(List<WordDriver> drivers) {
        return drivers.stream()
                .map(word -> String.format(Locale.ROOT, "%s (%+.2f)", word.word(), word.weight()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        model.close();
    }
}
