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
import java.util.Iterator;
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
 * <p>A post longer than the model reads at once is read in {@link TokenWindows}, whose
 * probabilities are pooled. A post that fits costs one pass over its tokens, and so does a longer
 * one, up to {@value TokenWindows#MAX_TOKENS} tokens; what is behind them is not read.
 *
 * <p>A module with {@code parts} in its {@code model.json} gives a second tensor, {@code [batch,
 * tokens, 3]}: the sentiment head on every token. The mean over the tokens of a span is the
 * sentiment of the span, from the same pass. A span that has no tokens left (a link at the post's
 * end), or lies where the post was not read, is read as a separate text.
 *
 * <p>A module with {@code target} in its {@code model.json} gives, as its last tensor, {@code
 * [batch, 3]}: the sentiment towards the target whose mentions are marked in the row. Each target
 * of a post is a row of its own, or several where mentions lie far apart.
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
    private static final int TEXTS_AT_ONCE = 1_024;
    private static final int NO_WINDOW = -1;
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
                            .optTruncation(false)
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

    @Override
    public boolean readsTargets() {
        return description.target().isPresent();
    }

    /**
     * Likewise, each text with the temperatures and abstention bounds of its language. Texts of
     * several languages share batches.
     *
     * @throws IllegalArgumentException where a text has spans that the model does not read in one
     *     pass, or targets that it does not read
     */
    public List<AnalysisWithSpans> analyseEach(List<LanguageText> texts) {
        List<AnalysisWithSpans> results = new ArrayList<>(texts.size());
        // Some at a time, so that a very long list does not hold the tokens of all its texts at
        // once
        for (int start = 0; start < texts.size(); start += TEXTS_AT_ONCE) {
            results.addAll(
                    readTogether(
                            texts.subList(start, Math.min(texts.size(), start + TEXTS_AT_ONCE))));
        }
        return results;
    }

    private List<AnalysisWithSpans> readTogether(List<LanguageText> texts) {
        List<TokenWindows> tokens =
                tokenize(texts.stream().map(LanguageText::textWithSpans).toList());
        List<PostScores> scores = new ArrayList<>(texts.size());
        List<Row> rows = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            LanguageText text = texts.get(i);
            scores.add(
                    new PostScores(
                            text,
                            tokens.get(i),
                            description,
                            text.language().map(this::own).orElse(probabilities)));
            addRows(i, text.textWithSpans(), tokens.get(i), rows);
        }
        int[] lengths = rows.stream().mapToInt(row -> row.tokens().ids().length).toArray();
        for (int[] batch : Batches.byLength(lengths, MAX_BATCH_TOKENS, MAX_BATCH_TEXTS)) {
            read(Arrays.stream(batch).mapToObj(rows::get).toList(), scores);
        }
        List<LanguageText> unread =
                scores.stream().flatMap(post -> post.unread().stream()).toList();
        Iterator<AnalysisWithSpans> alone =
                (unread.isEmpty() ? List.<AnalysisWithSpans>of() : analyseEach(unread)).iterator();
        return scores.stream().map(post -> post.result(alone)).toList();
    }

    /**
     * One row of a batch.
     *
     * @param text index of the post
     * @param window index of the window in it, {@value #NO_WINDOW} where a target is marked
     * @param target index of the target that is marked, {@value #NO_TARGET} for none
     */
    private record Row(int text, int window, int target, Tokens tokens) {
        private static final int NO_TARGET = -1;

        boolean marksTarget() {
            return target != NO_TARGET;
        }
    }

    private void addRows(int text, TextWithSpans parted, TokenWindows tokens, List<Row> rows) {
        for (int w = 0; w < tokens.windows().size(); w++) {
            rows.add(new Row(text, w, Row.NO_TARGET, tokens.windows().get(w)));
        }
        description
                .target()
                .ifPresent(
                        marks -> {
                            for (int t = 0; t < parted.targets().size(); t++) {
                                for (Tokens marked :
                                        tokens.marked(
                                                parted.targets().get(t),
                                                marks,
                                                description.maxTokens())) {
                                    rows.add(new Row(text, NO_WINDOW, t, marked));
                                }
                            }
                        });
    }

    private void read(List<Row> batch, List<PostScores> scores) {
        Output output =
                forward(
                        batch.stream().map(Row::tokens).toList(),
                        batch.stream()
                                .anyMatch(
                                        row ->
                                                !row.marksTarget()
                                                        && scores.get(row.text()).hasSpans()),
                        batch.stream().anyMatch(Row::marksTarget));
        int longest = batch.getLast().tokens().ids().length;
        for (int i = 0; i < batch.size(); i++) {
            Row row = batch.get(i);
            PostScores post = scores.get(row.text());
            if (row.marksTarget()) {
                post.addTarget(row.target(), row.tokens(), output.target(), i);
            } else {
                post.addWindow(row.window(), output.logits(), i);
                post.addParts(row.window(), output.parts(), i * longest);
            }
        }
    }

    private Probabilities own(String language) {
        return byLanguage.computeIfAbsent(
                language, tag -> new Probabilities(description.headsIn(tag)));
    }

    List<TokenWindows> tokenize(List<TextWithSpans> texts) {
        List<NormalisedText> normalised =
                texts.stream().map(text -> normaliser.trace(text.text())).toList();
        Encoding[] encodings =
                tokenizer.batchEncode(normalised.stream().map(NormalisedText::text).toList());
        List<TokenWindows> tokens = new ArrayList<>(texts.size());
        for (int i = 0; i < encodings.length; i++) {
            TextWithSpans text = texts.get(i);
            tokens.add(
                    TokenWindows.of(
                            encodings[i],
                            normalised.get(i),
                            text.text(),
                            description.maxTokens(),
                            !text.spans().isEmpty() || !text.targets().isEmpty()));
        }
        return tokens;
    }

    /**
     * The module's output for a batch.
     *
     * @param logits logits of all heads, row by row
     * @param parts sentiment logits of every token, row by row, padding included; empty where not
     *     asked
     * @param target sentiment logits towards the marked target, row by row; empty where not asked
     */
    private record Output(float[] logits, float[] parts, float[] target) {}

    /** Runs the module on rows, the longest last. */
    private Output forward(List<Tokens> batch, boolean withParts, boolean withTarget) {
        int longest = batch.getLast().ids().length;
        long[] padded = new long[batch.size() * longest];
        long[] mask = new long[padded.length];
        for (int row = 0; row < batch.size(); row++) {
            long[] source = batch.get(row).ids();
            System.arraycopy(source, 0, padded, row * longest, source.length);
            Arrays.fill(mask, row * longest, row * longest + source.length, 1);
        }
        Shape shape = new Shape(batch.size(), longest);
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs = new NDList(manager.create(padded, shape), manager.create(mask, shape));
            NDList outputs = block.forward(new ParameterStore(manager, false), inputs, false);
            int expected =
                    1
                            + (description.parts().isPresent() ? 1 : 0)
                            + (description.target().isPresent() ? 1 : 0);
            if ((withParts || withTarget) && outputs.size() < expected) {
                throw new IllegalStateException(
                        description.weights()
                                + " gives "
                                + outputs.size()
                                + " tensors, though model.json names parts or target, which makes "
                                + expected
                                + ": export the model again, or take them out of model.json");
            }
            return new Output(
                    outputs.head().toFloatArray(),
                    withParts ? outputs.get(1).toFloatArray() : new float[0],
                    withTarget ? outputs.get(expected - 1).toFloatArray() : new float[0]);
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
