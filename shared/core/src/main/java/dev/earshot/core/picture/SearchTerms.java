package dev.earshot.core.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * English words normalised for search: lower case, endings stripped, irregular plurals made
 * singular, stop words left out. Stateless.
 */
public final class SearchTerms {
    private static final int MAX_LENGTH = 64;

    private static final Set<String> EMPTY =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "of",
                    "in",
                    "on",
                    "at",
                    "is",
                    "are",
                    "and",
                    "or",
                    "with",
                    "to",
                    "by",
                    "for",
                    "some",
                    "there",
                    "it",
                    "its",
                    "his",
                    "her",
                    "their",
                    "that",
                    "this",
                    "picture",
                    "photo",
                    "photograph",
                    "image",
                    "video",
                    "clip",
                    "showing",
                    "show",
                    "shows",
                    "someone",
                    "something",
                    "near",
                    "next",
                    "from",
                    "while",
                    "who",
                    "being",
                    "into",
                    "over",
                    "under",
                    "up",
                    "down",
                    "along",
                    "through",
                    "during",
                    "few",
                    "many",
                    "several",
                    "two",
                    "three",
                    "any",
                    "all",
                    "find",
                    "me",
                    "my",
                    "taken",
                    "containing",
                    "contains",
                    "has",
                    "have",
                    "having",
                    "full",
                    "lot",
                    "lots");

    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("men", "man"),
                    Map.entry("women", "woman"),
                    Map.entry("children", "child"),
                    Map.entry("people", "person"),
                    Map.entry("persons", "person"),
                    Map.entry("mice", "mouse"),
                    Map.entry("geese", "goose"),
                    Map.entry("knives", "knife"),
                    Map.entry("leaves", "leaf"),
                    Map.entry("wolves", "wolf"),
                    Map.entry("calves", "calf"),
                    Map.entry("shelves", "shelf"),
                    Map.entry("feet", "foot"),
                    Map.entry("teeth", "tooth"),
                    Map.entry("cattle", "cow"),
                    Map.entry("oxen", "cow"),
                    Map.entry("scissors", "scissors"),
                    Map.entry("shorts", "shorts"),
                    Map.entry("pants", "pants"),
                    Map.entry("skis", "skis"),
                    Map.entry("buses", "bus"),
                    Map.entry("ate", "eat"),
                    Map.entry("rode", "ride"),
                    Map.entry("ridden", "ride"),
                    Map.entry("ran", "run"),
                    Map.entry("sat", "sit"),
                    Map.entry("drank", "drink"),
                    Map.entry("drove", "drive"),
                    Map.entry("slept", "sleep"),
                    Map.entry("bought", "buy"));

    private static final String[] ENDINGS = {"ing", "ies", "es", "s", "ed"};

    private SearchTerms() {}

    /** The search terms of a text, with repeats. */
    public static List<String> ofText(String text) {
        return plain(text).stream().map(SearchTerms::stem).toList();
    }

    /**
     * Likewise of a thing's name; a name of several words is also one joined term, such as {@code
     * wine_glas}.
     */
    public static List<String> ofName(String name) {
        List<String> words = new ArrayList<>(ofText(name));
        if (words.size() > 1) {
            words.add(name(name));
        }
        return words;
    }

    /** A thing's name as one joined term. */
    public static String name(String name) {
        return String.join("_", ofText(name));
    }

    /** The words of a text in lower case, without stop words. */
    public static List<String> plain(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+", -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(word.length() <= MAX_LENGTH ? word : word.substring(0, MAX_LENGTH));
            }
        }
        return words;
    }

    /** Strips one common ending, so that riding finds ride; at least three letters stay. */
    public static String stem(String word) {
        String cut = IRREGULAR.getOrDefault(word, word);
        if (cut.equals(word) && !IRREGULAR.containsKey(word)) {
            for (String ending : ENDINGS) {
                if (word.endsWith(ending)
                        && word.length() - ending.length() >= 3
                        && !word.endsWith("ss")
                        && !word.endsWith("us")) {
                    cut = word.substring(0, word.length() - ending.length());
                    cut = ending.equals("ies") ? cut + "y" : cut;
                    break;
                }
            }
        }
        int length = cut.length();
        if (length > 3 && cut.charAt(length - 1) == cut.charAt(length - 2)) {
            cut = cut.substring(0, length - 1); // running, run
        }
        return cut.length() > 3 && cut.endsWith("e") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
