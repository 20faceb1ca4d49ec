package dev.earshot.djl.vision.ocr;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells lines in a script that the recogniser was not trained on. It makes Latin look-alikes of
 * their letters, among which the few Greek and Cyrillic ones that it knows give them away, and so
 * do capitals in the middle of words. Stateless.
 */
final class Scripts {
    /** A line this certain is believed, however odd its capitals. */
    private static final double CERTAIN = 0.9;

    /** Greek letters in units: micro, ohm. */
    private static final String UNITS = "μΩ";

    private Scripts() {}

    /**
     * Whether a line is of another script: a word of several letters has one that is neither Latin
     * nor Chinese or Japanese, or most words of an uncertain line mix cases and digits as no
     * spelling does ({@code xaMHn, 6OIbue} for two Russian words).
     *
     * @param confidence of the reading
     */
    static boolean isMisread(String text, double confidence) {
        List<String> words =
                Stream.of(text.split("\\s+"))
                        .filter(word -> word.codePoints().filter(Character::isLetter).count() > 1)
                        .toList();
        if (words.stream().anyMatch(word -> word.codePoints().anyMatch(Scripts::isForeign))) {
            return true;
        }
        long odd = words.stream().filter(Scripts::isOdd).count();
        return confidence < CERTAIN && odd > 0 && 2 * odd > words.size();
    }

    private static boolean isForeign(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return Character.isLetter(letter)
                && UNITS.indexOf(letter) < 0
                && (script == UnicodeScript.GREEK || script == UnicodeScript.CYRILLIC);
    }

    /** Whether letters of a word change between cases, or to digits, twice or more. */
    private static boolean isOdd(String word) {
        int changes = 0;
        int before = 0;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            int now =
                    Character.isUpperCase(letter)
                            ? 1
                            : Character.isLowerCase(letter) ? 2 : Character.isDigit(letter) ? 3 : 0;
            boolean first = i <= 1 && before == 1 && now == 2;
            changes += now != 0 && before != 0 && now != before && !first ? 1 : 0;
            before = now == 0 ? before : now;
        }
        return changes >= 2;
    }
}
