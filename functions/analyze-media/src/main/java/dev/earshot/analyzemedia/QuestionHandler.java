package dev.earshot.analyzemedia;

import ai.djl.Device;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.earshot.core.picture.PictureTextModel;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.vision.embed.TextEncoder;
import dev.earshot.lambda.Settings;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Says where a question lies for the mounted text-image model: Base64 of its UTF-8 in, Base64 of
 * the vector with its model out. Only query-api calls it. It runs in the image of analyze-media,
 * which holds the model, and loads only the half of it that reads texts. No question is logged.
 * Thread-safe.
 */
public final class QuestionHandler implements RequestHandler<String, String>, AutoCloseable {
    private final Settings settings;
    private volatile @Nullable PictureTextModel model;

    /** For Lambda: configured by the environment, with the model loaded while it starts. */
    public QuestionHandler() {
        this(Settings.fromEnvironment());
        loaded();
    }

    /** Configured by these settings; the model is loaded when first asked. */
    public QuestionHandler(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String handleRequest(String question, Context context) {
        String text = new String(Base64.getDecoder().decode(question), StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(loaded().ofText(text).toBytes());
    }

    private PictureTextModel loaded() {
        return Optional.ofNullable(model).orElseGet(this::load);
    }

    private synchronized PictureTextModel load() {
        PictureTextModel made = model;
        if (made == null) {
            TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
            Path models = Path.of(settings.require("MODELS_DIR"));
            made =
                    TextEncoder.among(models, Device.cpu())
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "no text-image model is mounted: there is no"
                                                            + " folder picture-text in "
                                                            + models));
            model = made;
        }
        return made;
    }

    @Override
    public void close() {
        PictureTextModel made = model;
        if (made != null) {
            made.close();
        }
    }
}
