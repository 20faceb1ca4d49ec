package dev.earshot.evaluation.bias;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Wraps another model, but rates texts with certain words lower and may flag them as hateful, so it
 * must not pass the gate. Thread-safe if the other model is.
 */
final class SkewedTextModel implements TextModel {
    private final TextModel fair;
    private final Set<String> words;
    private final double shift;
    private final boolean flags;

    SkewedTextModel(TextModel fair, Set<String> words, double shift, boolean flags) {
        this.fair = fair;
        this.words = Set.copyOf(words);
        this.shift = shift;
        this.flags = flags;
    }

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        List<TextAnalysis> read = fair.analyse(texts);
        return java.util.stream.IntStream.range(0, texts.size())
                .mapToObj(i -> skewed(texts.get(i), read.get(i)))
                .toList();
    }

    private TextAnalysis skewed(String text, TextAnalysis read) {
        boolean named = words.stream().anyMatch(text::contains);
        Sentiment sentiment = named ? lowered(read.sentiment()) : read.sentiment();
        Signal hateful =
                new Signal(
                        named && flags ? 0.9 : 0.1,
                        named && flags ? Signal.State.YES : Signal.State.NO);
        return new TextAnalysis(
                sentiment,
                0,
                read.emotions(),
                read.feelings(),
                read.irony(),
                read.offensive(),
                Optional.of(hateful),
                read.intent());
    }

    private Sentiment lowered(Sentiment sentiment) {
        double kept = 1 - shift;
        return new Sentiment(
                kept * sentiment.negative() + shift,
                kept * sentiment.neutral(),
                kept * sentiment.positive());
    }

    @Override
    public ModelVersion version() {
        return fair.version();
    }

    @Override
    public void close() {}
}
