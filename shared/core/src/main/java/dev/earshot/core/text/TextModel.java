package dev.earshot.core.text;

import dev.earshot.core.ModelVersion;

import java.util.List;

/** A model that reads sentiment and related signals in text. Implementations are thread-safe. */
public interface TextModel extends AutoCloseable {
    /**
     * Reads texts; result {@code i} belongs to text {@code i}, however they are batched internally.
     *
     * @param texts any strings, raw as posted, including empty ones and very long ones; {@link
     *     TextAnalysis#unreadFrom} says where the model stopped
     */
    List<TextAnalysis> analyse(List<String> texts);

    /**
     * Reads texts, spans of them, and their targets; result {@code i} belongs to text {@code i},
     * and its {@code whole} is what {@link #analyse} returns for that text.
     *
     * <p>By default each span is read as a text by itself, in a second call.
     *
     * @throws IllegalArgumentException where a text has targets and the model does not read them
     */
    default List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
        return new Rereading(this).analyseInParts(texts);
    }

    /**
     * Whether {@link #analyseInParts} reads the spans in context, in the same pass as their texts.
     * If not, a span costs as much as a text.
     */
    default boolean readsPartsInOnePass() {
        return false;
    }

    /**
     * Whether {@link #analyseInParts} reads the sentiment towards targets, each in a pass of its
     * own over the text in which the target's mentions are marked.
     */
    default boolean readsTargets() {
        return false;
    }

    /** Name, revision and digest of the weights in use. */
    ModelVersion version();

    @Override
    void close();
}
