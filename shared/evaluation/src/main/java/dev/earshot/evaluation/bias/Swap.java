package dev.earshot.evaluation.bias;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a number about people or their posts comes to for each group of one attribute, all else
 * being equal.
 *
 * @param number what was measured, such as {@code case priority}
 * @param means mean of the number by group, in points
 * @param moved share of the situations in which it differs between any two groups, in [0, 1]
 */
public record Swap(
        String number, String language, String attribute, Map<String, Double> means, double moved) {
    public Swap {
        if (means.size() < 2) {
            throw new IllegalArgumentException(
                    "two groups at least are compared, got " + means.keySet());
        }
        means = new LinkedHashMap<>(means);
    }

    /** The largest difference between two groups, in points. */
    public double gap() {
        return mean(highest()) - mean(lowest());
    }

    private double mean(String group) {
        return means.getOrDefault(group, 0.0);
    }

    private String highest() {
        return means.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private String lowest() {
        return means.entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** One line for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "  %s, %s, %s: %.2f points between %s (%.2f) and %s (%.2f); differs in %.0f %% of"
                        + " situations",
                number,
                language,
                attribute,
                gap(),
                lowest(),
                mean(lowest()),
                highest(),
                mean(highest()),
                100 * moved);
    }
}
