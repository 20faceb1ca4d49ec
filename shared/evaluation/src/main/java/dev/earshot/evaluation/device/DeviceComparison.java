package dev.earshot.evaluation.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two runs of the same models, side by side. Immutable.
 *
 * @param one device
 * @param other device
 * @param kinds pictures, clips and posts, in this order of the alphabet
 * @param differences every label that only one of them gave, in words
 */
public record DeviceComparison(
        String one, String other, Map<String, Kind> kinds, List<String> differences) {
    /**
     * A larger difference of a score is a fault. Sums in another order differ in the sixth digit;
     * TF32, which a GPU may use, in the third.
     */
    public static final double TOLERANCE = 0.01;

    /**
     * Items of one kind.
     *
     * @param items how many
     * @param labels given by both
     * @param differing given by one of them
     * @param largest difference of a score, over labels that both gave
     */
    public record Kind(int items, int labels, int differing, double largest) {}

    public DeviceComparison {
        kinds = Map.copyOf(kinds);
        differences = List.copyOf(differences);
    }

    /**
     * Compares.
     *
     * @return empty if they are of different models or different items; they can't be compared
     */
    public static Optional<DeviceComparison> of(DeviceRun one, DeviceRun other) {
        if (!one.models().equals(other.models())
                || !one.items().keySet().equals(other.items().keySet())) {
            return Optional.empty();
        }
        Map<String, Kind> kinds = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        one.items()
                .forEach(
                        (item, labels) -> {
                            Map<String, Double> others = other.items().getOrDefault(item, Map.of());
                            Set<String> both = new TreeSet<>(labels.keySet());
                            both.retainAll(others.keySet());
                            Set<String> onlyOne = only(labels, both);
                            Set<String> onlyOther = only(others, both);
                            say(item, one.device(), onlyOne, differences);
                            say(item, other.device(), onlyOther, differences);
                            double largest = 0;
                            for (String label : both) {
                                double difference =
                                        Math.abs(
                                                labels.getOrDefault(label, 0.0)
                                                        - others.getOrDefault(label, 0.0));
                                largest = Math.max(largest, difference);
                            }
                            kinds.merge(
                                    item.substring(0, item.indexOf(' ')),
                                    new Kind(
                                            1,
                                            both.size(),
                                            onlyOne.size() + onlyOther.size(),
                                            largest),
                                    DeviceComparison::sum);
                        });
        return Optional.of(new DeviceComparison(one.device(), other.device(), kinds, differences));
    }

    private static Set<String> only(Map<String, Double> labels, Set<String> both) {
        Set<String> only = new TreeSet<>(labels.keySet());
        only.removeAll(both);
        return only;
    }

    private static void say(
            String item, String device, Set<String> labels, List<String> differences) {
        labels.forEach(label -> differences.add(item + ": only " + device + " says " + label));
    }

    private static Kind sum(Kind a, Kind b) {
        return new Kind(
                a.items() + b.items(),
                a.labels() + b.labels(),
                a.differing() + b.differing(),
                Math.max(a.largest(), b.largest()));
    }

    /** Whether both gave the same labels, with scores that are as good as equal. */
    public boolean same() {
        return differences.isEmpty()
                && kinds.values().stream().allMatch(kind -> kind.largest() <= TOLERANCE);
    }
}
