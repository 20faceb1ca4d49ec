package dev.earshot.djl.vision.network;

import ai.djl.MalformedModelException;
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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.earshot.core.ModelVersion;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolder;
import dev.earshot.djl.Nnpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network with one float32 input and one or more float32 outputs, from an assembled model folder
 * ({@code model.json} and the TorchScript file that it names).
 *
 * <p>Thread-safe: calls run side by side on one module, each with its own memory, which is freed
 * when the call returns. {@link #close} must come after the last call.
 */
public final class TorchNetwork implements AutoCloseable {
    private final ModelVersion version;
    private final List<String> labels;
    private final ZooModel<NDList, NDList> model;
    private final Block block;

    private TorchNetwork(
            ModelVersion version, List<String> labels, ZooModel<NDList, NDList> model) {
        this.version = version;
        this.labels = List.copyOf(labels);
        this.model = model;
        this.block = model.getBlock();
    }

    /**
     * A tensor.
     *
     * @param values row-major
     * @param shape sizes of its axes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
    public record Tensor(float[] values, long... shape) {}

    /**
     * Loads a model folder.
     *
     * @throws dev.earshot.djl.ModelFolderException if a file is missing or is not a model
     */
    public static TorchNetwork load(Path folder, ComputeDevice device) {
        Nnpack.switchOffIfUnsupported();
        return ModelFolder.read(
                folder,
                "a network",
                root ->
                        new TorchNetwork(
                                ModelFolder.version(root),
                                labels(folder, root),
                                module(ModelFolder.output(folder, root), device)));
    }

    private static ZooModel<NDList, NDList> module(Path file, ComputeDevice device)
            throws IOException {
        try {
            return criteria(file, device).loadModel();
        } catch (ModelNotFoundException | MalformedModelException e) {
            throw new IOException(file + " is no TorchScript module that can be loaded", e);
        }
    }

    private static Criteria<NDList, NDList> criteria(Path file, ComputeDevice device) {
        return Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine("PyTorch")
                .optDevice(device.engineDevice())
                .optModelPath(file)
                .optTranslator(new NoopTranslator())
                .build();
    }

    /**
     * The labels in the model's own order: a list in model.json, or a file with one on each line.
     */
    private static List<String> labels(Path folder, JsonObject root) throws IOException {
        JsonArray listed = root.getAsJsonArray("labels");
        if (listed != null) {
            return listed.asList().stream().map(JsonElement::getAsString).toList();
        }
        return Files.readAllLines(folder.resolve(root.get("labelsFile").getAsString()));
    }

    /** The model's version. */
    public ModelVersion version() {
        return version;
    }

    /** Names of the classes in the order of the scores. */
    public List<String> labels() {
        return labels;
    }

    /** Runs the network once and returns its first output. */
    public Tensor forward(Tensor input) {
        return forwardAll(input).getFirst();
    }

    /** Runs the network once and returns all outputs. */
    public List<Tensor> forwardAll(Tensor input) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray array = manager.create(input.values(), new Shape(input.shape()));
            return block
                    .forward(new ParameterStore(manager, false), new NDList(array), false)
                    .stream()
                    .map(output -> new Tensor(output.toFloatArray(), output.getShape().getShape()))
                    .toList();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
