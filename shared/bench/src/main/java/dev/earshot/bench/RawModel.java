package dev.earshot.bench;

import ai.djl.Device;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;

import dev.earshot.djl.text.TextNormaliser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The text model's bare module, fed with prepared arrays: the lower bound of any time. */
final class RawModel implements AutoCloseable {
    private static final int MAX_TOKENS = 128;
    private static final int BATCH_TEXTS = 64;
    private static final int BATCH_TOKENS = 2_048;

    private final ZooModel<NDList, NDList> model;
    private final long[][] ids;

    RawModel(Path folder, List<String> texts) throws Exception {
        model =
                Criteria.builder()
                        .setTypes(NDList.class, NDList.class)
                        .optEngine("PyTorch")
                        .optDevice(Device.cpu())
                        .optModelPath(folder.resolve("model.pt"))
                        .optTranslator(new NoopTranslator())
                        .build()
                        .loadModel();
        var normaliser = new TextNormaliser();
        try (HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(folder.resolve("tokenizer.json"))
                        .optMaxLength(MAX_TOKENS)
                        .optTruncation(true)
                        .optPadding(false)
                        .build()) {
            ids =
                    Arrays.stream(
                                    tokenizer.batchEncode(
                                            texts.stream().map(normaliser::normalise).toList()))
                            .map(Encoding::getIds)
                            .toArray(long[][]::new);
        }
    }

    /** A batch ready for the module: ids and mask, both {@code [rows, columns] int64}. */
    record Batch(long[] ids, long[] mask, Shape shape) {}

    /** Batches as the text model forms them: by length, within limits on tokens and texts. */
    List<Batch> byLength() {
        Integer[] order = IntStream.range(0, ids.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingInt(i -> ids[i].length));
        List<Batch> batches = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            if (end == order.length
                    || end - start == BATCH_TEXTS
                    || ids[order[end]].length * (end - start + 1) > BATCH_TOKENS) {
                batches.add(batch(Arrays.copyOfRange(order, start, end)));
                start = end;
            }
        }
        return batches;
    }

    /** Batches in order of arrival, 64 texts each, as wide as the longest text. */
    List<Batch> byArrival() {
        List<Batch> batches = new ArrayList<>();
        for (int start = 0; start < ids.length; start += BATCH_TEXTS) {
            batches.add(
                    batch(
                            IntStream.range(start, Math.min(ids.length, start + BATCH_TEXTS))
                                    .boxed()
                                    .toArray(Integer[]::new)));
        }
        return batches;
    }

    private Batch batch(Integer[] rows) {
        int columns = Arrays.stream(rows).mapToInt(row -> ids[row].length).max().orElse(1);
        long[] padded = new long[rows.length * columns];
        long[] mask = new long[padded.length];
        for (int row = 0; row < rows.length; row++) {
            long[] source = ids[rows[row]];
            System.arraycopy(source, 0, padded, row * columns, source.length);
            Arrays.fill(mask, row * columns, row * columns + source.length, 1);
        }
        return new Batch(padded, mask, new Shape(rows.length, columns));
    }

    /** Runs the module on each batch; returning a sum keeps the work from being optimised away. */
    float forward(List<Batch> batches) {
        float sum = 0;
        for (Batch batch : batches) {
            try (NDManager manager = model.getNDManager().newSubManager()) {
                NDList inputs =
                        new NDList(
                                manager.create(batch.ids, batch.shape),
                                manager.create(batch.mask, batch.shape));
                float[] logits =
                        model.getBlock()
                                .forward(new ParameterStore(manager, false), inputs, false)
                                .head()
                                .toFloatArray();
                sum += logits[0];
            }
        }
        return sum;
    }

    @Override
    public void close() {
        model.close();
    }
}
