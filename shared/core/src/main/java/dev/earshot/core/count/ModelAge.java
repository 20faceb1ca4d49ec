package dev.earshot.core.count;

import dev.earshot.core.ModelVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Tells results of older models from those of newer ones. What counts is the greatest revision among
 * the models that made a result; revisions are calendar versions such as {@code 2026.11.5}, so those
 * of different models compare too. Stateless.
 */
public final class ModelAge {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^0-9A-Za-z]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Of models or results: none at all is the oldest. */
    private static final Comparator<String> BY_REVISION = ModelAge::compare;

    private ModelAge() {}

    /** Whether a result of some models is older than one of others. */
    public static boolean older(Collection<ModelVersion> some, Collection<ModelVersion> others) {
        return BY_REVISION.compare(newest(some), newest(others)) < 0;
    }

    private static String newest(Collection<ModelVersion> models) {
        return models.stream().map(ModelVersion::revision).max(BY_REVISION).orElse("");
    }

    /** Part by part, numbers by their value; a revision goes before those that only go on from it. */
    private static int compare(String one, String other) {
        String[] parts = BETWEEN_PARTS.split(one, -1);
        String[] others = BETWEEN_PARTS.split(other, -1);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = comparePart(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, others.length);
    }

    private static int comparePart(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        boolean otherNumber = NUMBER.matcher(other).matches();
        return number && otherNumber
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                // A total order: numbers before words.
                : number != otherNumber && !one.isEmpty() && !other.isEmpty()
                        ? (number ? -1 : 1)
                        : one.compareTo(other);
    }
}
