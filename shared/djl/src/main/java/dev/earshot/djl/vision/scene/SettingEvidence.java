package dev.earshot.djl.vision.scene;

import dev.earshot.core.picture.Detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What found objects say about a setting. A thing that is hardly met elsewhere speaks alone, if
 * such things cover enough of the picture: the setting is as sure as the surest of them. Things
 * that are met in many places speak when several kinds are there: the setting is as sure as the
 * second surest kind, less a tenth. Stateless.
 */
final class SettingEvidence {
    private static final double NOT_ALONE = 0.9;
    private static final double LEAST_SURE = 0.35;

    private static final Map<String, Set<String>> ALONE =
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

    /** Food must fill a part of the picture: a single apple on a desk makes no meal. */
    private static final Map<String, Double> LEAST_SHARE = Map.of("food", 0.08, "home", 0.04);

    /** By kind; names of one kind count once. */
    private static final Map<String, List<Set<String>>> TOGETHER =
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

    /** How many kinds must be there. */
    private static final Map<String, Integer> LEAST_KINDS =
            Map.of("food", 3, "street", 2, "office", 3, "home", 3);

    private SettingEvidence() {}

    /**
     * How sure, in [0, 1], and the names of what speaks for it; 0 and nothing where nothing does.
     */
    record Said(double score, List<String> objects) {
        static final Said NOTHING = new Said(0, List.of());

        Said {
            objects = List.copyOf(objects);
        }
    }

    static Said of(String setting, List<Detection> objects, double pixels) {
        Said alone = alone(setting, objects, pixels);
        Said together = together(setting, objects);
        return together.score() > alone.score() ? together : alone;
    }

    private static Said alone(String setting, List<Detection> objects, double pixels) {
        List<Detection> speaking =
                objects.stream()
                        .filter(o -> ALONE.getOrDefault(setting, Set.of()).contains(o.label()))
                        .sorted(Comparator.comparingDouble(Detection::score).reversed())
                        .toList();
        double area = speaking.stream().mapToDouble(o -> o.box().width() * o.box().height()).sum();
        if (speaking.isEmpty() || area < LEAST_SHARE.getOrDefault(setting, 0.0) * pixels) {
            return Said.NOTHING;
        }
        return new Said(
                speaking.getFirst().score(),
                speaking.stream().map(Detection::label).distinct().limit(3).toList());
    }

    private static Said together(String setting, List<Detection> objects) {
        List<Detection> kinds = new ArrayList<>();
        for (Set<String> kind : TOGETHER.getOrDefault(setting, List.of())) {
            objects.stream()
                    .filter(o -> kind.contains(o.label()) && o.score() >= LEAST_SURE)
                    .max(Comparator.comparingDouble(Detection::score))
                    .ifPresent(kinds::add);
        }
        if (kinds.size() < LEAST_KINDS.getOrDefault(setting, Integer.MAX_VALUE)) {
            return Said.NOTHING;
        }
        kinds.sort(Comparator.comparingDouble(Detection::score).reversed());
        return new Said(
                NOT_ALONE * kinds.get(1).score(),
                kinds.stream().map(Detection::label).limit(4).toList());
    }
}
