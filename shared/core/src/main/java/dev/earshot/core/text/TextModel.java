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

    /** Name, revision and digest of the weights in use. */
    ModelVersion version();

    @Override
    void close();
}
