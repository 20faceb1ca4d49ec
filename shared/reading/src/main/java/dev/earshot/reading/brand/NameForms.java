package dev.earshot.reading.brand;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which people write a registered name. Stateless. */
final class NameForms {
    /** Shorter names written together are too often another word. */
    private static final int MIN_TOGETHER = 6;

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private NameForms() {}

    /**
     * Other spellings of a folded name that are the same name: without apostrophes, with "and" for
     * an ampersand and the other way round, without signs at its ends ({@code yahoo!}).
     */
    static Set<String> same(String folded) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(folded.replace("'", ""));
        forms.add(folded.replace(" & ", " and "));
        forms.add(folded.replace(" and ", " & "));
        forms.add(folded.replace(" & ", " and ").replace("'", ""));
        forms.add(withoutSigns(folded));
        forms.remove(folded);
        return forms;
    }

    /** A folded name without marks of punctuation at its end, unless little else is left. */
    static String withoutSigns(String folded) {
        int end = folded.length();
        while (end > 0 && "!?.".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        String plain = folded.substring(0, end);
        return plain.codePoints().filter(Character::isLetter).count() >= 2 ? plain : folded;
    }

    /** A folded name of several words, written together; empty where that could be another word. */
    static String together(String folded) {
        if (folded.indexOf(' ') < 0) {
            return "";
        }
        String together = Tag.compact(folded.replace(" & ", " and "));
        return together.length() < MIN_TOGETHER || EnglishWords.contains(together) ? "" : together;
    }

    /** A name with inner capitals, its parts written apart; empty if it has no such parts. */
    static String apart(String written) {
        String[] parts = INNER_CAPITAL.split(written);
        for (String part : parts) {
            if (part.codePoints().filter(Character::isLetter).count() < 2) {
                return "";
            }
        }
        return parts.length < 2 ? "" : String.join(" ", parts);
    }

    /** Whether all words of a name are dictionary words, so that it may be a phrase by chance. */
    static boolean isPhrase(String name) {
        List<String> words = new ArrayList<>(List.of(FoldedText.name(name).split(" ")));
        words.removeIf(
                word ->
                        EnglishWords.use(word) != EnglishWords.Use.NONE
                                || WordList.COMMON.contains(word));
        return words.isEmpty();
    }
}
