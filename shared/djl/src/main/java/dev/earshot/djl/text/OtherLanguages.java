package dev.earshot.djl.text;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.reading.TextReader;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The optional model for languages other than English. Its weights are loaded when the first post
 * in one of them is read, so installations without such posts pay neither time nor memory.
 * Thread-safe.
 */
final class OtherLanguages {
    private final Path folder;
    private final ComputeDevice device;
    private final ModelDescription description;
    private @Nullable PyTorchTextModel loaded;

    /**
     * @param folder an assembled model folder
     * @throws dev.earshot.djl.ModelFolderException if its model.json cannot be read
     */
    OtherLanguages(Path folder, ComputeDevice device) {
        this.folder = folder;
        this.device = device;
        this.description = ModelDescription.read(folder);
    }

    /**
     * One model for each language, with its own temperatures and abstention bounds.
     *
     * @param around wraps the calls of the weights, once for all languages
     */
    List<TextReader.LanguageModel> models(
            UnaryOperator<Function<List<LanguageText>, List<AnalysisWithSpans>>> around) {
        Function<List<LanguageText>, List<AnalysisWithSpans>> calls =
                around.apply(texts -> model().analyseEach(texts));
        return description.languages().stream()
                .map(
                        tag ->
                                new TextReader.LanguageModel(
                                        new SharedWeights(
                                                calls,
                                                Optional.of(tag),
                                                description.version(),
                                                description.parts().isPresent(),
                                                description.target().isPresent(),
                                                this::close),
                                        Set.of(tag)))
                .toList();
    }

    private synchronized PyTorchTextModel model() {
        if (loaded == null) {
            loaded = PyTorchTextModel.load(folder, device);
        }
        return loaded;
    }

    private synchronized void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }
}
