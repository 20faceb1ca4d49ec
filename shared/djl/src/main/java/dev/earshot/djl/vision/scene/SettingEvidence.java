package dev.earshot.djl.vision.scene;

import dev.earshot.core.picture.Detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evidence of the objects found for a setting. Things that hardly occur elsewhere are evidence by
 * themselves, if they cover enough of the picture: the setting is as certain as the most certain of
 * them. Things that occur in many places are evidence where several kinds are present: the setting
 * is as certain as the second most certain kind, minus a tenth. Stateless.
 */
final class SettingEvidence {
    private static final double JOINT_DISCOUNT = 0.9;
    private static final double MIN_CERTAINTY = 0.35;

    private static final Map<String, Set<String>> SOLE_EVIDENCE =
            Map.of(
                    "food",
                    Set.of(
                            "banana",
                            "apple",
                            "sandwich",
                            "orange",
                            "broccoli",
                            "carrot",
                            "hot dog",
                            "pizza",
                            "donut",
                            "cake"),
                    "sport",
                    Set.of(
                            "skis",
                            "snowboard",
                            "sports ball",
                            "baseball bat",
                            "baseball glove",
                            "skateboard",
                            "surfboard",
                            "tennis racket",
                            "frisbee"),
                    "street",
                    Set.of("traffic light", "stop sign", "parking meter", "fire hydrant"),
                    "home",
                    Set.of("bed", "couch", "oven", "toilet", "microwave", "refrigerator"),
                    "nature",
                    Set.of("elephant", "bear", "zebra", "giraffe"));

    /** Least share of the picture: a single apple on a desk is no meal. */
    private static final Map<String, Double> MIN_SHARE = Map.of("food", 0.08, "home", 0.04);

    /** Grouped by kind; names of one kind count once. */
    private static final Map<String, List<Set<String>>> JOINT_EVIDENCE =
            Map.of(
                    "food",
                    List.of(
                            Set.of("bowl"),
                            Set.of("fork"),
                            Set.of("knife"),
                            Set.of("spoon"),
                            Set.of("cup", "coffee cup", "mug"),
                            Set.of("wine glass"),
                            Set.of("dining table")),
                    "street",
                    List.of(
                            Set.of("car"),
                            Set.of("bus"),
                            Set.of("truck"),
                            Set.of("motorcycle", "bicycle"),
                            Set.of("traffic light", "stop sign", "parking meter")),
                    "office",
                    List.of(
                            Set.of("laptop"),
                            Set.of("keyboard"),
                            Set.of("mouse", "computer mouse"),
                            Set.of("tv", "computer monitor"),
                            Set.of("desk")),
                    "home",
                    List.of(
                            Set.of("sink"),
                            Set.of("toaster"),
                            Set.of("tv"),
                            Set.of("couch"),
                            Set.of("remote"),
                            Set.of("refrigerator"),
                            Set.of("oven"),
                            Set.of("potted plant"),
                            Set.of("vase"),
                            Set.of("toothbrush")));

    /** Least number of kinds. */
    private static final Map<String, Integer> MIN_KINDS =
            Map.of("food", 3, "street", 2, "office", 3, "home", 3);

    private SettingEvidence() {}

    /** Certainty in [0, 1] and the names of the evidence; 0 and none without evidence. */
    record Support(double score, List<String> objects) {
        static final Support NOTHING = new Support(0, List.of());

        Support {
            objects = List.copyOf(objects);
        }
    }

    static Support of(String setting, List<Detection> objects, double pixels) {
        Support alone = alone(setting, objects, pixels);
        Support together = together(setting, objects);
        return together.score() > alone.score() ? together : alone;
    }

    private static Support alone(String setting, List<Detection> objects, double pixels) {
        List<Detection> speaking =
                objects.stream()
                        .filter(
                                o ->
                                        SOLE_EVIDENCE
                                                .getOrDefault(setting, Set.of())
                                                .contains(o.label()))
                        .sorted(Comparator.comparingDouble(Detection::score).reversed())
                        .toList();
        double area = speaking.stream().mapToDouble(o -> o.box().width() * o.box().height()).sum();
        if (speaking.isEmpty() || area < MIN_SHARE.getOrDefault(setting, 0.0) * pixels) {
            return Support.NOTHING;
        }
        return new Support(
                speaking.getFirst().score(),
                speaking.stream().map(Detection::label).distinct().limit(3).toList());
    }

    private static Support together(String setting, List<Detection> objects) {
        List<Detection> kinds = new ArrayList<>();
        for (Set<String> kind : JOINT_EVIDENCE.getOrDefault(setting, List.of())) {
            objects.stream()
                    .filter(o -> kind.contains(o.label()) && o.score() >= MIN_CERTAINTY)
                    .max(Comparator.comparingDouble(Detection::score))
                    .ifPresent(kinds::add);
        }
        if (kinds.size() < MIN_KINDS.getOrDefault(setting, Integer.MAX_VALUE)) {
            return Support.NOTHING;
        }
        kinds.sort(Comparator.comparingDouble(Detection::score).reversed());
        return new Support(
                JOINT_DISCOUNT * kinds.get(1).score(),
                kinds.stream().map(Detection::label).limit(4).toList());
    }
}
