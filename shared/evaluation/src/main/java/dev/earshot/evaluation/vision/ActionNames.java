package dev.earshot.evaluation.vision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares an action's name with that of a data set: UCF-101 says HorseRiding, HMDB ride_horse and
 * Kinetics "riding or walking with horse" for what the product calls "riding a horse". Stateless.
 */
final class ActionNames {
    /** Names that share no word with the product's. */
    private static final Map<String, Set<String>> OTHER_NAMES =
            Map.of(
                    "sign language interpreting", Set.of("gesturing", "waving"),
                    "applying eye makeup", Set.of("touching the face"),
                    "apply eye makeup", Set.of("touching the face"),
                    "apply lipstick", Set.of("touching the face"),
                    "biking", Set.of("riding a bicycle"),
                    "jogging", Set.of("running"),
                    "shooting basketball", Set.of("playing ball"),
                    "basketball", Set.of("playing ball"));

    /** Words that don't tell one action from another. */
    private static final Set<String> FILLERS =
            Set.of(
                    "a", "an", "the", "on", "in", "of", "with", "or", "and", "to", "play", "us",
                    "do");

    private ActionNames() {}

    /**
     * Whether both mean the same: one's telling words are all in the other's, whatever their order
     * and ending.
     *
     * @param told the product's label
     * @param annotated the data set's
     */
    static boolean same(String told, String annotated) {
        String name = Labels.plain(annotated);
        if (OTHER_NAMES.getOrDefault(name, Set.of()).contains(told)
                || joined(name).equals(joined(told))) {
            return true;
        }
        Set<String> one = stems(told);
        Set<String> other = stems(name);
        return !one.isEmpty()
                && !other.isEmpty()
                && (one.containsAll(other) || other.containsAll(one));
    }

    private static String joined(String name) {
        return name.replace(" ", "");
    }

    private static Set<String> stems(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(ActionNames::stem)
                .filter(stem -> !FILLERS.contains(stem))
                .collect(Collectors.toSet());
    }

    /** {@code riding} and {@code ride} become {@code rid}; {@code running} becomes {@code run}. */
    private static String stem(String word) {
        String stem = word;
        for (String ending : List.of("ing", "e")) {
            if (stem.endsWith(ending) && stem.length() > ending.length() + 1) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled && word.endsWith("ing") && stem.charAt(last) != 'l'
                ? stem.substring(0, last)
                : stem;
    }
}
