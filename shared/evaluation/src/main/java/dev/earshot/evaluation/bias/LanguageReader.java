package dev.earshot.evaluation.bias;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;

import java.util.List;
import java.util.Optional;

/** What is held against the gate: something that reads texts of a language, or does not. */
@FunctionalInterface
public interface LanguageReader {
    /**
     * Reads texts.
     *
     * @param language BCP-47 tag of all of them
     * @return one a text, in order; empty where it gives no reading
     */
    List<Optional<TextAnalysis>> read(String language, List<String> texts);

    /** A model, for the language that it was trained on. */
    static LanguageReader of(TextModel model, String only) {
        return (language, texts) ->
                language.equals(only)
                        ? model.analyse(texts).stream().map(Optional::of).toList()
                        : texts.stream().map(text -> Optional.<TextAnalysis>empty()).toList();
    }

    /** Production's reader, told the language as a platform would. */
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
