package dev.earshot.evaluation.device;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the models answered on one device. Immutable; JSON is read and written from it.
 *
 * @param device {@code cpu} or {@code cuda}, with a note where it was run more than once
 * @param models versions of the models that answered, so that runs of others are not compared
 * @param seconds that the run took, without loading the models
 * @param items by picture, clip and post: each label with its score
 */
public record DeviceRun(
        String device, String models, double seconds, Map<String, Map<String, Double>> items) {
    public DeviceRun {
        Map<String, Map<String, Double>> copy = new TreeMap<>();
        items.forEach((item, labels) -> copy.put(item, Map.copyOf(labels)));
        items = Collections.unmodifiableMap(copy);
    }
}
