package dev.earshot.djl.vision.scene;

import dev.earshot.core.media.Detection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What found objects say about a setting. A setting is as sure as its surest object, if the objects
 * together cover enough of the picture. Stateless.
 */
final class SettingEvidence {
    private static final Map<String, Set<String>> OBJECTS =
            Map.of(
                    "food",
                    Set.of(
                            "banana", "apple", "sandwich", "orange", "broccoli", "carrot",
                            "hot dog", "pizza", "donut", "cake"),
                    "sport",
                    Set.of(
                            "skis", "snowboard", "sports ball", "baseball bat", "baseball glove",
                            "skateboard", "surfboard", "tennis racket", "frisbee"),
                    "street",
                    Set.of("traffic light", "stop sign", "parking meter", "fire hydrant"),
                    "home",
                    Set.of("bed", "couch", "oven", "toilet", "microwave", "refrigerator"),
                    "nature",
                    Set.of("elephant", "bear", "zebra", "giraffe"));

    /** Food must fill a part of the picture: a single apple on a desk makes no meal. */
    private static final Map<String, Double> LEAST_SHARE = Map.of("food", 0.08, "home", 0.04);

    private SettingEvidence() {}

    /** In [0, 1]; 0 where nothing speaks for it. */
    static double of(String setting, List<Detection> objects, double pixels) {
        Set<String> wanted = OBJECTS.getOrDefault(setting, Set.of());
        double area = 0;
        double surest = 0;
        for (Detection object : objects) {
            if (wanted.contains(object.label())) {
                area += object.box().width() * object.box().height();
                surest = Math.max(surest, object.score());
            }
        }
        return area >= LEAST_SHARE.getOrDefault(setting, 0.0) * pixels ? surest : 0;
    }
}
