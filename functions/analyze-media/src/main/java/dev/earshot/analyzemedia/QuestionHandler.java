package dev.earshot.analyzemedia;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.picture.PictureTextModel;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.vision.embed.TextEncoder;
import dev.earshot.lambda.Once;
import dev.earshot.lambda.Settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Turns a question into a vector of the mounted text-image model: Base64 of the question's UTF-8
 * in, Base64 of the vector and its model out. Only query-api calls it. It runs in the image of
 * analyze-media, which holds the model, and loads only the model's text half. Questions are not
 * logged. Thread-safe.
 */
public final class QuestionHandler implements RequestHandler<String, String>, AutoCloseable {
    private final Once<PictureTextModel> model;

    /** For Lambda: configured by the environment, with the model loaded while it starts. */
    public QuestionHandler() {
        this(Settings.fromEnvironment());
        model.get();
    }

    /** Configured by these settings; the model is loaded when first asked. */
    public QuestionHandler(Settings settings) {
        this(() -> load(settings));
    }

    /**
     * @param load called once, when first asked; again only after it failed
     */
    QuestionHandler(Supplier<PictureTextModel> load) {
        this.model = new Once<>(load);
    }

    @Override
    public String handleRequest(String question, Context context) {
        String text = new String(Base64.getDecoder().decode(question), StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(model.get().ofText(text).toBytes());
    }

    private static PictureTextModel load(Settings settings) {
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        Path models = Path.of(settings.require("MODELS_DIR"));
        return TextEncoder.among(models, ComputeDevice.CPU)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no text-image model is mounted: there is no folder"
                                                + " picture-text in "
                                                + models));
    }

    @Override
    public void close() {
        model.made().ifPresent(PictureTextModel::close);
    }
}
