package dev.earshot.djl.vision.scene;

import ai.djl.Device;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.djl.vision.network.TorchNetwork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scene, settings and garment of a picture, from features that the object models' backbones
 * computed anyway and from the objects found. Answers below their threshold are left out.
 * Thread-safe.
 */
public final class SceneClassifier implements AutoCloseable {
    private static final String NO_GARMENT = "none";

    private final TorchNetwork network;
    private final int scenes;
    private final int settings;
    private final double sceneThreshold;
    private final double settingThreshold;
    private final double garmentThreshold;

    /**
     * @param folder the assembled model folder {@code scenes}
     * @throws dev.earshot.djl.vision.network.NetworkException where it is missing or is not a model
     */
    public SceneClassifier(Path folder, Device device) {
        this.network = TorchNetwork.load(folder, device);
        JsonObject root = root(folder.resolve("model.json"));
        JsonObject groups = root.getAsJsonObject("groups");
        this.scenes = groups.get("scenes").getAsInt();
        this.settings = groups.get("settings").getAsInt();
        JsonObject thresholds = root.getAsJsonObject("thresholds");
        this.sceneThreshold = thresholds.get("scene").getAsDouble();
        this.settingThreshold = thresholds.get("setting").getAsDouble();
        this.garmentThreshold = thresholds.get("garment").getAsDouble();
    }

    /** The model's version. */
    public ModelVersion version() {
        return network.version();
    }

    /**
     * The scenery of a picture.
     *
     * @param products the product model's features; see its card
     * @param everyday the everyday model's features
     * @param objects what was found in the picture, in pixels of it
     * @param pixels number of pixels in the picture
     */
    public Scenery classify(
            float[] products, float[] everyday, List<Detection> objects, double pixels) {
        float[] scores = scores(products, everyday);
        List<Scored> likely = new ArrayList<>();
        for (int i = scenes; i < scenes + settings; i++) {
            String label = network.labels().get(i);
            SettingEvidence.Support support = SettingEvidence.of(label, objects, pixels);
            if (support.score() >= settingThreshold && support.score() > scores[i]) {
                likely.add(
                        new Scored(
                                label,
                                Math.min(1, support.score()),
                                String.join(", ", support.objects())));
            } else if (scores[i] >= settingThreshold) {
                likely.add(new Scored(label, Math.min(1, scores[i])));
            }
        }
        likely.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Scenery(
                best(scores, 0, scenes, sceneThreshold),
                likely,
                best(scores, scenes + settings, scores.length, garmentThreshold)
                        .filter(garment -> !garment.label().equals(NO_GARMENT)));
    }

    /** The most likely scene, certain or not, for evaluation. */
    public String likeliestScene(float[] products, float[] everyday) {
        return best(scores(products, everyday), 0, scenes, 0).orElseThrow().label();
    }

    @Override
    public void close() {
        network.close();
    }

    private float[] scores(float[] products, float[] everyday) {
        float[] joined = new float[products.length + everyday.length];
        System.arraycopy(products, 0, joined, 0, products.length);
        System.arraycopy(everyday, 0, joined, products.length, everyday.length);
        return network.forward(new TorchNetwork.Tensor(joined, 1, joined.length)).values();
    }

    private Optional<Scored> best(float[] scores, int from, int to, double threshold) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return scores[best] >= threshold
                ? Optional.of(
                        new Scored(
                                network.labels().get(best).toLowerCase(Locale.ROOT),
                                Math.clamp(scores[best], 0, 1)))
                : Optional.empty();
    }

    private static JsonObject root(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }
}
