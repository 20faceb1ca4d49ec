package dev.earshot.core.text;

import dev.earshot.core.ModelVersion;

import java.util.List;

/** A model that reads feeling in text. Implementations are thread-safe. */
public interface TextModel extends AutoCloseable {
    /**
     * Reads texts; result {@code i} belongs to text {@code i}, whatever batches are formed inside.
     *
     * @param texts any strings, raw as posted; empty and very long ones included (cut at the
     *     model's length)
     */
    List<TextAnalysis> analyse(List<String> texts);

    /**
     * Reads texts and stretches of them; result {@code i} belongs to text {@code i}, and its whole
     * is what {@link #analyse} says of it.
     *
     * <p>Unless a model knows better, each stretch is read as a text by itself, in a second call.
     */
    default List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
        return new Rereading(this).analyseInParts(texts);
    }

    /**
     * Whether {@link #analyseInParts} reads the stretches in the pass that reads their texts, where
     * they stand. If not, a stretch costs what a text costs.
     */
    default boolean readsPartsInOnePass() {
        return false;
    }

    /** Name, revision and digest of the weights in use. */
    ModelVersion version();

    @Override
    void close();
}
