package dev.earshot.djl.text;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.language.HashedLanguageIdentifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Creates the text reader from a folder of assembled models. Stateless. */
public final class TextReaders {
    /**
     * Optional: where it is not assembled, the reader abstains on the languages that only it knows.
     */
    private static final String OPTIONAL_MODEL = "text-multilingual";

    private static final String INSTALL_HINT =
            "the optional model of other languages is not installed ('./earshot languages' makes"
                    + " it)";

    private TextReaders() {}

    /**
     * Loads the language identifier and the text models, each for the languages that its {@code
     * model.json} lists; the first reads those that both know.
     *
     * @param models the folder that holds the folder {@code text}, and {@code text-multilingual}
     *     where that was assembled; the latter is loaded when it is first needed
     * @throws dev.earshot.djl.ModelFolderException if a file is missing: assemble the models first
     */
    public static TextReader load(Path models, ComputeDevice device) {
        return load(models, device, UnaryOperator.identity());
    }

    /**
     * Likewise.
     *
     * @param around wraps the calls of each model's weights, once per model, for instance to form
     *     batches across all its languages
     */
    public static TextReader load(
            Path models,
            ComputeDevice device,
            UnaryOperator<Function<List<LanguageText>, List<AnalysisWithSpans>>> around) {
        List<TextReader.LanguageModel> languageModels = new ArrayList<>();
        PyTorchTextModel first = PyTorchTextModel.load(models.resolve("text"), device);
        languageModels.add(
                new TextReader.LanguageModel(
                        new SharedWeights(
                                around.apply(first::analyseEach),
                                Optional.empty(),
                                first.version(),
                                first.readsPartsInOnePass(),
                                first.readsTargets(),
                                first::close),
                        first.languages()));
        boolean installed = readsOtherLanguages(models);
        if (installed) {
            languageModels.addAll(
                    new OtherLanguages(models.resolve(OPTIONAL_MODEL), device).models(around));
        }
        return new TextReader(
                languageModels,
                HashedLanguageIdentifier.load(),
                installed ? Optional.empty() : Optional.of(INSTALL_HINT));
    }

    /** Whether the optional model is among the assembled ones. */
    public static boolean readsOtherLanguages(Path models) {
        return Files.exists(models.resolve(OPTIONAL_MODEL).resolve("model.json"));
    }
}
