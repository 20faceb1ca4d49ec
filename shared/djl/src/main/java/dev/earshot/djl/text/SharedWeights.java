package dev.earshot.djl.text;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextWithSpans;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model for one language that shares its weights with the other languages. Thread-safe.
 *
 * @param readsPartsInOnePass whether the calls accept spans
 * @param readsTargets whether the calls accept targets
 */
record SharedWeights(
        Function<List<LanguageText>, List<AnalysisWithSpans>> calls,
        Optional<String> language,
        ModelVersion version,
        boolean readsPartsInOnePass,
        boolean readsTargets,
        Runnable release)
        implements TextModel {
    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return ask(texts.stream().map(TextWithSpans::new).toList()).stream()
                .map(AnalysisWithSpans::whole)
                .toList();
    }

    @Override
    public List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
        return readsPartsInOnePass ? ask(texts) : TextModel.super.analyseInParts(texts);
    }

    private List<AnalysisWithSpans> ask(List<TextWithSpans> texts) {
        return calls.apply(texts.stream().map(text -> new LanguageText(text, language)).toList());
    }

    @Override
    public void close() {
        release.run();
    }
}
