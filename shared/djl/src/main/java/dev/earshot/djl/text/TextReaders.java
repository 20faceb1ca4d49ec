package dev.earshot.djl.text;

import ai.djl.Device;
import dev.earshot.core.language.HashedLanguageIdentifier;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the reader of texts from a folder of assembled models. Stateless. */
public final class TextReaders {
    /** The languages of the posts that the text model was trained on; see {@code models/text/card.md}. */
    private static final Set<String> LANGUAGES = Set.of("en");

    private TextReaders() {}

    /**
     * Loads the language identifier and the text model.
     *
     * @param models the folder that holds the folder {@code text}
     * @throws java.io.UncheckedIOException where a file is missing: assemble the models first
     */
    public static TextReader load(Path models, Device device) {
        return load(models, device, model -> model);
    }

    /**
     * Likewise.
     *
     * @param around put around the text model, for instance to form batches
     */
    public static TextReader load(Path models, Device device, UnaryOperator<TextModel> around) {
        return new TextReader(
                around.apply(PyTorchTextModel.load(models.resolve("text"), device)),
                HashedLanguageIdentifier.load(),
                LANGUAGES);
    }
}
