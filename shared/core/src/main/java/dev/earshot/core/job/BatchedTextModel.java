package dev.earshot.core.job;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/** A text model whose callers share batches. Thread-safe. */
public final class BatchedTextModel implements TextModel {
    private final TextModel model;
    private final DynamicBatches<String, TextAnalysis> batches;

    /** As {@link DynamicBatches} has it. */
    public BatchedTextModel(TextModel model, int maxSize, Duration maxAge, IntConsumer sizes) {
        this.model = model;
        this.batches = new DynamicBatches<>(maxSize, maxAge, model::analyse, sizes);
    }

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return batches.ask(texts);
    }

    @Override
    public ModelVersion version() {
        return model.version();
    }

    @Override
    public void close() {
        batches.close();
        model.close();
    }
}
