package dev.earshot.privacy.number;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How one kind of number is told.
 *
 * @param name the country and the kind
 * @param shape how it is written, between borders that are no letters or digits
 * @param check takes the number's letters (in capitals) and digits
 * @param words one of which must stand near; empty where the check and the shape alone make chance
 *     hits rarer than about one in 300 numbers of that length
 */
record NumberRule(String name, Pattern shape, Predicate<String> check, Optional<Pattern> words) {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{Alnum}]");

    /** A number that is known by itself. */
    static NumberRule alone(String name, String shape, Predicate<String> check) {
        return new NumberRule(name, bordered(shape), check, Optional.empty());
    }

    /**
     * A number that is known only where one of the words stands near.
     *
     * @param words alternatives of a pattern, in lower case
     */
    static NumberRule near(String words, String name, String shape, Predicate<String> check) {
        return new NumberRule(name, bordered(shape), check, Optional.of(Words.pattern(words)));
    }

    private static Pattern bordered(String shape) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + shape + ")(?![\\p{L}\\p{N}])");
    }

    /** Whether what has the shape, from {@code start} to {@code end}, is such a number. */
    boolean holds(String text, int start, int end) {
        String compact =
                SEPARATORS
                        .matcher(text.substring(start, end))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
        return check.test(compact)
                && words.map(pattern -> Words.near(pattern, text, start, end)).orElse(true);
    }
}
