package dev.earshot.djl.vision.embed;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoopTranslator;

import dev.earshot.core.picture.PictureVector;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.Nnpack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** One of the two TorchScript files of a mounted model. Thread-safe. */
final class Encoder implements AutoCloseable {
    private final MountedModel mounted;
    private final Path file;
    private final ZooModel<NDList, NDList> model;

    private Encoder(MountedModel mounted, Path file, ZooModel<NDList, NDList> model) {
        this.mounted = mounted;
        this.file = file;
        this.model = model;
    }

    static Encoder load(MountedModel mounted, Path file, ComputeDevice device) {
        Nnpack.switchOffIfUnsupported();
        try {
            return new Encoder(
                    mounted,
                    file,
                    Criteria.builder()
                            .setTypes(NDList.class, NDList.class)
                            .optEngine("PyTorch")
                            .optDevice(device.engineDevice())
                            .optModelPath(file)
                            .optTranslator(new NoopTranslator())
                            .build()
                            .loadModel());
        } catch (IOException
                | ModelNotFoundException
                | MalformedModelException
                | EngineException e) {
            throw new ModelFolderException(
                    file + " is no TorchScript module that can be loaded", e);
        }
    }

    /**
     * @param inputs creates the inputs; they are freed when this returns
     */
    PictureVector vector(Function<NDManager, NDList> inputs) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray output =
                    model.getBlock()
                            .forward(
                                    new ParameterStore(manager, false),
                                    inputs.apply(manager),
                                    false)
                            .head();
            float[] values = output.toFloatArray();
            if (values.length != mounted.dimensions()) {
                throw new ModelFolderException(
                        file
                                + " must give "
                                + mounted.dimensions()
                                + " numbers, as model.json says,"
                                + " and gave "
                                + values.length);
            }
            return PictureVector.of(mounted.version(), values);
        } catch (EngineException e) {
            throw new ModelFolderException(file + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
