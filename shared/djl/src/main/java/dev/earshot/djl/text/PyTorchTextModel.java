package dev.earshot.djl.text;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
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
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The text model in DJL: normalises, tokenizes, forms batches of like length, runs the TorchScript
 * module on {@code ids, mask [batch, tokens] int64 -> logits [batch, columns of all heads]
 * float32}, and reads
 * calibrated probabilities. Results come in the order of the texts.
 *
 * <p>Thread-safe: calls run side by side on one module, each with its own memory, which is freed
 * when the call returns. {@link #close} must come after the last call.
 */
public final class PyTorchTextModel implements TextModel {
    /**
     * Most tokens of a batch, padding included: past about 2,000 a CPU gains nothing more, and
     * activations stay below 100 MB.
     */
    static final int MAX_BATCH_TOKENS = 2_048;

    static final int MAX_BATCH_TEXTS = 64;
    private static final int WINDOW = 1_024;

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
    public static PyTorchTextModel load(Path folder, Device device) {
        ModelDescription description = ModelDescription.read(folder.resolve("model.json"));
        Criteria<NDList, NDList> criteria =
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optEngine("PyTorch")
                        .optDevice(device)
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
        return analyse(texts, i -> probabilities);
    }

    /**
     * Likewise, each text with what the model has of its language's own: temperatures and bands of
     * abstention. Texts of several languages share batches.
     */
    public List<TextAnalysis> analyseEach(List<LanguageText> texts) {
        List<Probabilities> each =
                texts.stream()
                        .map(text -> text.language().map(this::own).orElse(probabilities))
                        .toList();
        return analyse(texts.stream().map(LanguageText::text).toList(), each::get);
    }

    private Probabilities own(String language) {
        return byLanguage.computeIfAbsent(
                language, tag -> new Probabilities(description.headsIn(tag)));
    }

    private List<TextAnalysis> analyse(List<String> texts, IntFunction<Probabilities> each) {
        TextAnalysis[] results = new TextAnalysis[texts.size()];
        // By windows, so that a very long list does not hold the tokens of all its texts at once
        for (int start = 0; start < results.length; start += WINDOW) {
            int end = Math.min(results.length, start + WINDOW);
            long[][] ids = tokenize(texts.subList(start, end));
            int[] lengths = Arrays.stream(ids).mapToInt(row -> row.length).toArray();
            for (int[] batch : Batches.byLength(lengths, MAX_BATCH_TOKENS, MAX_BATCH_TEXTS)) {
                float[] logits = forward(ids, batch);
                for (int row = 0; row < batch.length; row++) {
                    int text = start + batch[row];
                    results[text] = each.apply(text).read(logits, row);
                }
            }
        }
        return List.of(results);
    }

    /** Token ids of each text, cut at the model's length, without padding. */
    long[][] tokenize(List<String> texts) {
        List<String> normalised = texts.stream().map(normaliser::normalise).toList();
        Encoding[] encodings = tokenizer.batchEncode(normalised);
        return Arrays.stream(encodings).map(Encoding::getIds).toArray(long[][]::new);
    }

    /** Logits of the chosen rows, one after another. */
    float[] forward(long[][] ids, int[] batch) {
        int longest = ids[batch[batch.length - 1]].length;
        long[] padded = new long[batch.length * longest];
        long[] mask = new long[padded.length];
        for (int row = 0; row < batch.length; row++) {
            long[] source = ids[batch[row]];
            System.arraycopy(source, 0, padded, row * longest, source.length);
            Arrays.fill(mask, row * longest, row * longest + source.length, 1);
        }
        Shape shape = new Shape(batch.length, longest);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs =
                    new NDList(manager.create(padded, shape), manager.create(mask, shape));
            NDArray logits =
                    block.forward(new ParameterStore(manager, false), inputs, false).head();
            return logits.toFloatArray();
        }
    }

    /** Tags of the languages that it reads, as the language identifier gives them. */
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
