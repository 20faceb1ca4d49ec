package dev.earshot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A value that is another one in a result that was made again.
 *
 * @param field its path in the API's answer, such as {@code sentiment.negative}
 * @param stored as the stored result has it, {@code -} for none
 * @param replayed as it was made again, likewise
 */
record Difference(String field, String stored, String replayed) {
    private static final String NONE = "-";

    /** How many values were compared, and those that differ. */
    record Outcome(int compared, List<Difference> differences) {
        Outcome {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares some fields of two answers of the API, with all that is in them.
     *
     * @param rounding how far a number may lie from a stored one that its rounding moved
     */
    static Outcome between(
            JsonNode stored, JsonNode replayed, List<String> fields, DoubleUnaryOperator rounding) {
        var before = new TreeMap<String, JsonNode>();
        var after = new TreeMap<String, JsonNode>();
        for (String field : fields) {
            flatten(field, stored.path(field), before);
            flatten(field, replayed.path(field), after);
        }
        List<Difference> differences = new ArrayList<>();
        var all = new TreeMap<>(before);
        all.putAll(after);
        for (String path : all.keySet()) {
            JsonNode one = before.get(path);
            JsonNode other = after.get(path);
            if (one == null || other == null || !same(one, other, rounding)) {
                differences.add(new Difference(path, text(one), text(other)));
            }
        }
        return new Outcome(all.size(), differences);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? NONE : value.asText();
    }

    private static boolean same(JsonNode stored, JsonNode replayed, DoubleUnaryOperator rounding) {
        if (!stored.isNumber() || !replayed.isNumber()) {
            return stored.equals(replayed);
        }
        double apart = Math.abs(stored.asDouble() - replayed.asDouble());
        return apart <= rounding.applyAsDouble(stored.asDouble());
    }

    private static void flatten(String path, JsonNode node, TreeMap<String, JsonNode> into) {
        if (node.isObject()) {
            node.properties().forEach(f -> flatten(path + "." + f.getKey(), f.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            into.put(path, node);
        }
    }
}
