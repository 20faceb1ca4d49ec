package dev.earshot.evaluation.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence, or several that belong together, with placeholders: <code>{list}</code> takes a word
 * of that list, the same word at every occurrence; <code>{list2}</code>, <code>{list3}</code> take
 * other words of it; <code>{one|other}</code> takes either. "a(n)" becomes "a" or "an", depending
 * on the next letter. Immutable.
 */
public final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern ARTICLE = Pattern.compile("\\b([aA])\\(n\\) (\\p{L})");
    private static final int TRIES = 50;

    private final List<String> parts;

    /**
     * @param parts sentences that share the words of their placeholders
     */
    public Template(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The sentences with their placeholders filled. */
    List<String> fill(WordLists words, Random dice) {
        Map<String, String> chosen = new HashMap<>();
        List<String> filled = new ArrayList<>(parts.size());
        for (String part : parts) {
            filled.add(fill(part, words, chosen, dice));
        }
        return filled;
    }

    private static String fill(
            String part, WordLists words, Map<String, String> chosen, Random dice) {
        Matcher holes = HOLE.matcher(part);
        StringBuilder out = new StringBuilder();
        while (holes.find()) {
            String word = word(holes.group(1), words, chosen, dice);
            holes.appendReplacement(out, Matcher.quoteReplacement(word));
        }
        holes.appendTail(out);
        return sentence(out.toString());
    }

    private static String word(
            String hole, WordLists words, Map<String, String> chosen, Random dice) {
        if (hole.indexOf('|') >= 0) {
            String[] either = hole.split("\\|", -1);
            return chosen.computeIfAbsent(hole, key -> either[dice.nextInt(either.length)]);
        }
        String already = chosen.get(hole);
        if (already != null) {
            return already;
        }
        String list = hole.replaceFirst("[0-9]$", "");
        List<String> from = words.list(list);
        String word = from.get(dice.nextInt(from.size()));
        for (int i = 0; i < TRIES && taken(list, word, chosen); i++) {
            word = from.get(dice.nextInt(from.size()));
        }
        chosen.put(hole, word);
        return word;
    }

    private static boolean taken(String list, String word, Map<String, String> chosen) {
        return chosen.entrySet().stream()
                .anyMatch(
                        entry ->
                                entry.getValue().equals(word)
                                        && entry.getKey().replaceFirst("[0-9]$", "").equals(list));
    }

    /** Resolves the articles and capitalises the first letter. */
    private static String sentence(String text) {
        String fitted =
                ARTICLE.matcher(text)
                        .replaceAll(
                                match ->
                                        match.group(1)
                                                + ("aeiouAEIOU".contains(match.group(2))
                                                        ? "n "
                                                        : " ")
                                                + match.group(2));
        int first = fitted.isEmpty() ? 0 : fitted.codePointAt(0);
        return Character.isLowerCase(first)
                ? Character.toString(Character.toUpperCase(first)) + fitted.substring(1)
                : fitted;
    }
}
