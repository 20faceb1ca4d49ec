package dev.earshot.evaluation.bias;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;

import java.util.List;
import java.util.Optional;

/** What the gate measures: a reader of texts in some languages. */
@FunctionalInterface
public interface LanguageReader {
    /**
     * Reads texts.
     *
     * @param language BCP-47 tag of all of them
     * @return one per text, in order; empty if the text is not read
     */
    List<Optional<TextAnalysis>> read(String language, List<String> texts);

    /** A model, which reads only the language it was trained on. */
    static LanguageReader of(TextModel model, String only) {
        return (language, texts) ->
                language.equals(only)
                        ? model.analyse(texts).stream().map(Optional::of).toList()
                        : texts.stream().map(text -> Optional.<TextAnalysis>empty()).toList();
    }

    /** The reader that production uses, given the language as a platform would give it. */
    static LanguageReader of(TextReader reader) {
        return (language, texts) ->
                reader
                        .read(
                                texts.stream()
                                        .map(
                                                text ->
                                                        new TextReader.Text(
                                                                text, Optional.of(language)))
                                        .toList())
                        .stream()
                        .map(
                                reading ->
                                        reading instanceof Reading.Read read
                                                ? Optional.of(read.analysis())
                                                : Optional.<TextAnalysis>empty())
                        .toList();
    }
}
