package dev.earshot.djl.vision.detect;

import dev.earshot.core.picture.Detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the findings of the two object models for one picture into one list. Stateless.
 *
 * <p>Where both name the same thing in the same place, the everyday model's finding is kept: that
 * model was better on every class that both know. A general product name is dropped where a
 * specific one is in the same place.
 */
public final class ObjectMerge {
    private static final double SAME_PLACE = 0.5;

    /** Product names, each with the everyday names for the same thing or a kind of it. */
    private static final Map<String, Set<String>> SAME_MEANING =
            Map.ofEntries(
                    Map.entry("bicycle", Set.of("bicycle")),
                    Map.entry("stationary bicycle", Set.of("bicycle")),
                    Map.entry("laptop", Set.of("laptop")),
                    Map.entry("person", Set.of("person")),
                    Map.entry("chair", Set.of("chair", "couch", "bench")),
                    Map.entry("cattle", Set.of("cow")),
                    Map.entry("desk", Set.of("dining table")),
                    Map.entry("table", Set.of("dining table")),
                    Map.entry("cat", Set.of("cat")),
                    Map.entry("dog", Set.of("dog")),
                    Map.entry("computer mouse", Set.of("mouse")),
                    Map.entry("computer monitor", Set.of("tv", "laptop")),
                    Map.entry("mug", Set.of("cup")),
                    Map.entry("coffee cup", Set.of("cup")),
                    Map.entry("bottle", Set.of("bottle")),
                    Map.entry("book", Set.of("book")),
                    Map.entry("car", Set.of("car", "truck", "bus")),
                    Map.entry(
                            "vehicle",
                            Set.of("car", "truck", "bus", "train", "motorcycle", "bicycle")));

    /** General product names, each with the specific ones that make it redundant. */
    private static final Map<String, Set<String>> KINDS =
            Map.of(
                    "footwear", Set.of("boot", "high heels"),
                    "vehicle", Set.of("car", "bicycle"),
                    "table", Set.of("desk"),
                    "mug", Set.of("coffee cup"));

    private ObjectMerge() {}

    /**
     * Merges both lists, most certain first.
     *
     * @param everyday what the COCO model found
     * @param products what the product model found
     */
    public static List<Detection> merge(List<Detection> everyday, List<Detection> products) {
        List<Detection> merged = new ArrayList<>(everyday);
        for (Detection product : products) {
            Set<String> same = SAME_MEANING.getOrDefault(product.label(), Set.of());
            Set<String> kinds = KINDS.getOrDefault(product.label(), Set.of());
            if (!stands(same, everyday, product) && !stands(kinds, products, product)) {
                merged.add(product);
            }
        }
        merged.sort(Comparator.comparingDouble(Detection::score).reversed());
        return List.copyOf(merged);
    }

    private static boolean stands(Set<String> labels, List<Detection> found, Detection product) {
        return found.stream()
                .anyMatch(
                        other ->
                                labels.contains(other.label())
                                        && other.box().overlap(product.box()) > SAME_PLACE);
    }
}
