package dev.earshot.core.text;

import dev.earshot.core.ModelVersion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads spans of texts as separate texts, without context, even if the underlying model can read
 * them in one pass. Equal spans are read once. Thread-safe where the model is.
 */
public final class Rereading implements TextModel {
    private final TextModel model;

    public Rereading(TextModel model) {
        this.model = model;
    }

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return model.analyse(texts);
    }

    @Override
    public List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
        return withSpans(analyse(texts.stream().map(TextWithSpans::text).toList()), texts);
    }

    /**
     * Adds the spans, read in one call, to the analyses of their texts.
     *
     * @throws IllegalArgumentException where a text has targets: they are no texts by themselves
     */
    public List<AnalysisWithSpans> withSpans(List<TextAnalysis> wholes, List<TextWithSpans> texts) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (TextWithSpans text : texts) {
            if (!text.targets().isEmpty()) {
                throw new IllegalArgumentException(
                        "targets must be none where spans are read by themselves, got "
                                + text.targets().size());
            }
            for (TextSpan span : text.spans()) {
                places.putIfAbsent(span.of(text.text()), places.size());
            }
        }
        List<TextAnalysis> read =
                places.isEmpty() ? List.of() : analyse(List.copyOf(places.keySet()));
        List<AnalysisWithSpans> results = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).text();
            List<Sentiment> spans =
                    texts.get(i).spans().stream()
                            .map(span -> Objects.requireNonNull(places.get(span.of(text))))
                            .map(place -> read.get(place).sentiment())
                            .toList();
            results.add(new AnalysisWithSpans(wholes.get(i), spans));
        }
        return results;
    }

    @Override
    public ModelVersion version() {
        return model.version();
    }

    @Override
    public void close() {
        model.close();
    }
}
