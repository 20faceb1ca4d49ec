package dev.earshot.djl.text;

import ai.djl.MalformedModelException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.djl.ComputeDevice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text model in DJL: normalises, tokenizes, forms batches of similar length, runs the
 * TorchScript module on {@code ids, mask [batch, tokens] int64 -> logits [batch, columns of all
 * heads] float32}, and calibrates the probabilities. Results are in the order of the texts.
 *
 * <p>A module with {@code parts} in its {@code model.json} gives a second tensor, {@code [batch,
 * tokens, 3]}: the sentiment head on every token. The mean over the tokens of a span is the
 * sentiment of the span, from the same pass. A span that reaches past the model's last token, or
 * has no tokens left (a link at the post's end), is read as a separate text.
 *
 * <p>Thread-safe: calls run side by side on one module, each with its own memory, which is freed
 * when the call returns. {@link #close} must come after the last call.
 */
public final class PyTorchTextModel implements TextModel {
    /**
     * Most tokens in a batch, padding included: beyond about 2,000 a CPU gains nothing more, and
     * activations stay below 100 MB.
     */
    static final int MAX_BATCH_TOKENS = 2_048;

    static final int MAX_BATCH_TEXTS = 64;
    private static final int WINDOW = 1_024;
    private static final Optional<String> NO_LANGUAGE = Optional.empty();

    private final ModelDescription description;
    private final Probabilities probabilities;
    private final Map<String, Probabilities> byLanguage = new ConcurrentHashMap<>();
    private final TextNormaliser normaliser = new TextNormaliser();
    private final HuggingFaceTokenizer tokenizer;
    private final ZooModel<NDList, NDList> model;
    private final Block block;

    private PyTorchTextModel(
            ModelDescription description,
            HuggingFaceTokenizer tokenizer,
            ZooModel<NDList, NDList> model) {
        this.description = description;
        this.probabilities = new Probabilities(description.heads());
        this.tokenizer = tokenizer;
        this.model = model;
        this.block = model.getBlock();
    }

    /**
     * Loads an assembled model folder: {@code model.json}, the TorchScript file that it names, and
     * {@code tokenizer.json}.
     *
     * @throws UncheckedIOException where a file is missing or cannot be read
     * @throws IllegalArgumentException where the folder holds another kind of model
     */
    public static PyTorchTextModel load(Path folder, ComputeDevice device) {
        ModelDescription description = ModelDescription.read(folder);
        Criteria<NDList, NDList> criteria =
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optEngine("PyTorch")
                        .optDevice(device.engineDevice())
                        .optModelPath(folder.resolve(description.weights()))
                        .optTranslator(new NoopTranslator())
                        .build();
        try {
            HuggingFaceTokenizer tokenizer =
                    HuggingFaceTokenizer.builder()
                            .optTokenizerPath(folder.resolve("tokenizer.json"))
                            .optMaxLength(description.maxTokens())
                            .optTruncation(true)
                            .optPadding(false)
                            .build();
            return new PyTorchTextModel(description, tokenizer, criteria.loadModel());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " holds no readable text model", e);
        } catch (ModelNotFoundException | MalformedModelException e) {
            throw new IllegalArgumentException(folder + " holds no text model", e);
        }
    }

    @Override
    public List<TextAnalysis> analyse(List<String> texts) {
        return analyseEach(texts.stream().map(text -> new LanguageText(text, NO_LANGUAGE)).toList())
                .stream()
                .map(AnalysisWithSpans::whole)
                .toList();
    }

    @Override
    public List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
        return readsPartsInOnePass()
                ? analyseEach(
                        texts.stream().map(text -> new LanguageText(text, NO_LANGUAGE)).toList())
                : TextModel.super.analyseInParts(texts);
    }

    @Override
    public boolean readsPartsInOnePass() {
        return description.parts().isPresent();
    }

    /**
     * Likewise, each text with the temperatures and abstention bounds of its language. Texts of
     * several languages share batches.
     *
     * @throws IllegalArgumentException where a text has spans and the model does not read them in
     *     one pass
     */
    public List<AnalysisWithSpans> analyseEach(List<LanguageText> texts) {
        List<AnalysisWithSpans> results = new ArrayList<>(texts.size());
        // In windows, so that a very long list does not hold the tokens of all its texts at once
        for (int start = 0; start < texts.size(); start += WINDOW) {
            results.addAll(window(texts.subList(start, Math.min(texts.size(), start + WINDOW))));
        }
        return results;
    }

    private List<AnalysisWithSpans> window(List<LanguageText> texts) {
        List<Tokens> tokens = tokenize(texts.stream().map(LanguageText::parted).toList());
        TextAnalysis[] wholes = new TextAnalysis[texts.size()];
        SpanScores spans = new SpanScores(texts, tokens, description.parts());
        int[] lengths = tokens.stream().mapToInt(each -> each.ids().length).toArray();
        for (int[] batch : Batches.byLength(lengths, MAX_BATCH_TOKENS, MAX_BATCH_TEXTS)) {
            Output output = forward(tokens, batch, spans.in(batch));
            for (int row = 0; row < batch.length; row++) {
                LanguageText text = texts.get(batch[row]);
                wholes[batch[row]] =
                        text.language()
                                .map(this::own)
                                .orElse(probabilities)
                                .read(output.logits(), row);
            }
            spans.read(batch, output.parts());
        }
        return spans.with(List.of(wholes), this::analyseEach);
    }

    private Probabilities own(String language) {
        return byLanguage.computeIfAbsent(
                language, tag -> new Probabilities(description.headsIn(tag)));
    }

    List<Tokens> tokenize(List<TextWithSpans> texts) {
        List<NormalisedText> normalised =
                texts.stream().map(text -> normaliser.trace(text.text())).toList();
        Encoding[] encodings =
                tokenizer.batchEncode(normalised.stream().map(NormalisedText::text).toList());
        List<Tokens> tokens = new ArrayList<>(texts.size());
        for (int i = 0; i < encodings.length; i++) {
            tokens.add(
                    texts.get(i).stretches().isEmpty()
                            ? Tokens.of(encodings[i])
                            : Tokens.of(encodings[i], normalised.get(i)));
        }
        return tokens;
    }

    /**
     * The module's output for a batch.
     *
     * @param logits logits of all heads, row by row
     * @param parts sentiment logits of every token, row by row, padding included; empty where not
     *     asked
     */
    private record Output(float[] logits, float[] parts) {}

    private Output forward(List<Tokens> tokens, int[] batch, boolean withSpans) {
        int longest = tokens.get(batch[batch.length - 1]).ids().length;
        long[] padded = new long[batch.length * longest];
        long[] mask = new long[padded.length];
        for (int row = 0; row < batch.length; row++) {
            long[] source = tokens.get(batch[row]).ids();
            System.arraycopy(source, 0, padded, row * longest, source.length);
            Arrays.fill(mask, row * longest, row * longest + source.length, 1);
        }
        Shape shape = new Shape(batch.length, longest);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs = new NDList(manager.create(padded, shape), manager.create(mask, shape));
            NDList outputs = block.forward(new ParameterStore(manager, false), inputs, false);
            if (withSpans && outputs.size() < 2) {
                throw new IllegalStateException(
                        description.weights()
                                + " gives logits alone, though model.json names parts:"
                                + " export the model again, or take parts out of model.json");
            }
            return new Output(
                    outputs.head().toFloatArray(),
                    withSpans ? outputs.get(1).toFloatArray() : new float[0]);
        }
    }

    /** Tags of the languages that the model reads, as the language identifier gives them. */
    public Set<String> languages() {
        return Set.copyOf(description.languages());
    }

    @Override
    public ModelVersion version() {
        return description.version();
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
