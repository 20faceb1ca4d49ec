package dev.earshot.djl.vision.scene;

import com.google.gson.JsonObject;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolder;
import dev.earshot.djl.vision.network.TorchNetwork;

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
    private final Settings settings;

    /**
     * What {@code model.json} says of the outputs.
     *
     * @param scenes number of scenes, which come first
     * @param surroundings number of settings, which follow them; garments come last
     * @param scene least score of a scene
     * @param surrounding least score of a setting
     * @param garment least score of a garment
     */
    private record Settings(
            int scenes, int surroundings, double scene, double surrounding, double garment) {
        static Settings of(JsonObject root) {
            JsonObject groups = root.getAsJsonObject("groups");
            JsonObject thresholds = root.getAsJsonObject("thresholds");
            return new Settings(
                    groups.get("scenes").getAsInt(),
                    groups.get("settings").getAsInt(),
                    thresholds.get("scene").getAsDouble(),
                    thresholds.get("setting").getAsDouble(),
                    thresholds.get("garment").getAsDouble());
        }

        int firstGarment() {
            return scenes + surroundings;
        }
    }

    /**
     * @param folder the assembled model folder {@code scenes}
     * @throws dev.earshot.djl.ModelFolderException if it is missing or is not a model
     */
    public SceneClassifier(Path folder, ComputeDevice device) {
        this.settings = ModelFolder.read(folder, "a scene classifier", Settings::of);
        this.network = TorchNetwork.load(folder, device);
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
        for (int i = settings.scenes(); i < settings.firstGarment(); i++) {
            String label = network.labels().get(i);
            SettingEvidence.Support support = SettingEvidence.of(label, objects, pixels);
            if (support.score() >= settings.surrounding() && support.score() > scores[i]) {
                likely.add(
                        new Scored(
                                label,
                                Math.min(1, support.score()),
                                String.join(", ", support.objects())));
            } else if (scores[i] >= settings.surrounding()) {
                likely.add(new Scored(label, Math.min(1, scores[i])));
            }
        }
        likely.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Scenery(
                best(scores, 0, settings.scenes(), settings.scene()),
                likely,
                best(scores, settings.firstGarment(), scores.length, settings.garment())
                        .filter(garment -> !garment.label().equals(NO_GARMENT)));
    }

    /** The most likely scene, certain or not, for evaluation. */
    public String likeliestScene(float[] products, float[] everyday) {
        return best(scores(products, everyday), 0, settings.scenes(), 0).orElseThrow().label();
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
}
