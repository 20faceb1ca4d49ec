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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scene, settings and garment of a picture, from features that the object models' backbones
 * computed anyway and from the objects found. Answers below their threshold are left out, and so is
 * the scene of a picture that shows no surrounding: a close-up, a screenshot, a text card.
 * Thread-safe.
 */
public final class SceneClassifier implements AutoCloseable {
    /** No garment, or no scene: a picture without a surrounding. */
    private static final String NONE = "none";

    private static final Set<String> SIDES = Set.of("indoor", "outdoor");

    private final TorchNetwork network;
    private final Settings settings;

    /**
     * What {@code model.json} says of the outputs.
     *
     * @param scenes number of scenes, which come first
     * @param surroundings number of settings, which follow them; garments come last
     * @param scene least score of a scene
     * @param doubtful least scores of scenes that other things are taken for
     * @param side least score of indoor and of outdoor
     * @param surrounding least score of another setting
     * @param garment least score of a garment
     */
    private record Settings(
            int scenes,
            int surroundings,
            double scene,
            Map<String, Double> doubtful,
            double side,
            double surrounding,
            double garment) {
        static Settings of(JsonObject root) {
            JsonObject groups = root.getAsJsonObject("groups");
            JsonObject thresholds = root.getAsJsonObject("thresholds");
            return new Settings(
                    groups.get("scenes").getAsInt(),
                    groups.get("settings").getAsInt(),
                    thresholds.get("scene").getAsDouble(),
                    thresholds.getAsJsonObject("doubtful").entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, e -> e.getValue().getAsDouble())),
                    thresholds.get("side").getAsDouble(),
                    thresholds.get("setting").getAsDouble(),
                    thresholds.get("garment").getAsDouble());
        }

        int firstGarment() {
            return scenes + surroundings;
        }

        double least(String setting) {
            return SIDES.contains(setting) ? side : surrounding;
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
            if (support.score() >= settings.least(label) && support.score() > scores[i]) {
                likely.add(
                        new Scored(
                                label,
                                Math.min(1, support.score()),
                                String.join(", ", support.objects())));
            } else if (scores[i] >= settings.least(label)) {
                likely.add(new Scored(label, Math.min(1, scores[i])));
            }
        }
        likely.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Scenery(
                best(scores, 0, settings.scenes(), settings.scene())
                        .filter(scene -> !scene.label().equals(NONE))
                        .filter(scene -> scene.score() >= leastOf(scene.label())),
                likely,
                best(scores, settings.firstGarment(), scores.length, settings.garment())
                        .filter(garment -> !garment.label().equals(NONE)));
    }

    private double leastOf(String scene) {
        return settings.doubtful().getOrDefault(scene, settings.scene());
    }

    /** The most likely scene, certain or not, for evaluation. */
    public String likeliestScene(float[] products, float[] everyday) {
        return best(scores(products, everyday), 0, settings.scenes(), 0).orElseThrow().label();
    }

    /** What a label is: {@code scene}, {@code setting} or {@code clothing}; empty if unknown. */
    public Optional<String> kind(String label) {
        return List.of("scene", "setting", "clothing").stream()
                .filter(kind -> index(label, kind) >= 0)
                .findFirst();
    }

    /** The probability of a label of a kind from the picture alone, told or not, in [0, 1]. */
    public double score(String label, String kind, float[] products, float[] everyday) {
        int index = index(label, kind);
        if (index < 0) {
            throw new IllegalArgumentException("no " + kind + " is called '" + label + "'");
        }
        return Math.clamp(scores(products, everyday)[index], 0, 1);
    }

    private int index(String label, String kind) {
        List<String> labels = network.labels();
        int from =
                switch (kind) {
                    case "setting" -> settings.scenes();
                    case "clothing" -> settings.firstGarment();
                    default -> 0;
                };
        int to =
                switch (kind) {
                    case "scene" -> settings.scenes();
                    case "setting" -> settings.firstGarment();
                    default -> labels.size();
                };
        int at = labels.subList(from, to).indexOf(label);
        return at < 0 || label.equals(NONE) ? -1 : from + at;
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
