package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a dictionary word that is mostly a name is used as the word: as a verb with an
 * object, as an intensifier, as a cry, or in company that the word keeps. Stateless.
 */
final class OrdinaryUses {
    private static final Set<String> OBJECTS =
            Set.of("the", "a", "an", "this", "that", "these", "those", "across", "through");

    private static final Set<String> BEFORE_VERB =
            Set.of(
                    "", "to", "can", "could", "will", "would", "we", "they", "i", "you", "must",
                    "and", "let's", "lets", "then", "should", "might", "may", "cannot");

    private static final Set<String> INTENSIFIERS = Set.of("uber", "super", "mega", "ultra");

    private static final Set<String> CRIES = Set.of("yahoo", "woohoo", "yay", "bingo", "eureka");

    private static final Set<String> DRUGS = Set.of("coke", "crack", "molly", "speed", "ice");

    private static final Set<String> OF_DRUGS =
            Set.of(
                    "doing",
                    "do",
                    "did",
                    "does",
                    "snort",
                    "snorted",
                    "snorting",
                    "snorts",
                    "sniff",
                    "sniffing",
                    "sniffed",
                    "smoking",
                    "smoked",
                    "dealing",
                    "selling",
                    "of",
                    "on");

    private static final Set<String> WITH_DRUGS =
            Set.of("addict", "addicts", "head", "heads", "dealer", "dealers", "habit", "binge");

    private OrdinaryUses() {}

    /** The words that show an ordinary use of a folded name; null if none do. */
    static @Nullable String of(String name, String written, Neighbours neighbours) {
        String before = neighbours.before(1).toLowerCase(Locale.ROOT);
        String after = neighbours.after(1);
        if (CRIES.contains(name)) {
            Character next = neighbours.charAfter();
            boolean exclaims = written.endsWith("!") || (next != null && next == '!');
            return exclaims && before.isEmpty() && !CompanyCues.follows(written, after)
                    ? "!"
                    : null;
        }
        if (!written.equals(written.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (INTENSIFIERS.contains(name)) {
            return CompanyCues.closes(after.toLowerCase(Locale.ROOT)) ? null : after;
        }
        if (DRUGS.contains(name)) {
            return drug(before, after, neighbours);
        }
        return OBJECTS.contains(after) && BEFORE_VERB.contains(before) ? after : null;
    }

    private static @Nullable String drug(String before, String after, Neighbours neighbours) {
        if (WITH_DRUGS.contains(after)) {
            return after;
        }
        boolean quantity =
                !before.equals("of")
                        || Set.of("line", "lines", "gram", "grams", "kilo", "kilos", "bump", "key")
                                .contains(neighbours.before(2).toLowerCase(Locale.ROOT));
        return OF_DRUGS.contains(before) && quantity ? before : null;
    }
}
