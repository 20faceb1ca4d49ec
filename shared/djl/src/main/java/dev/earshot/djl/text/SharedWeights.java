package dev.earshot.djl.text;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model as one of its languages sees it; all of them ask the same weights. Thread-safe. */
record SharedWeights(
        Function<List<LanguageText>, List<TextAnalysis>> calls,
        Optional<String> language,
        ModelVersion version,
        Runnable release)
        implements TextModel {
    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return calls.apply(texts.stream().map(text -> new LanguageText(text, language)).toList());
    }

    @Override
    public void close() {
        release.run();
    }
}
