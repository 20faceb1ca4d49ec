package dev.earshot.evaluation.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to a post that preserve its meaning. Stateless; the details are drawn at random. */
enum Disturbance {
    /** Swaps two neighbouring letters inside a word of at least four letters. */
    TYPO {
        @Override
        String apply(String text, Random dice) {
            List<int[]> words = words(text);
            if (words.isEmpty()) {
                return text;
            }
            int[] word = words.get(dice.nextInt(words.size()));
            int at = word[0] + 1 + dice.nextInt(word[1] - word[0] - 2);
            return text.substring(0, at)
                    + text.charAt(at + 1)
                    + text.charAt(at)
                    + text.substring(at + 2);
        }
    },
    /** Appends a shortened link with a random path. */
    LINK {
        @Override
        String apply(String text, Random dice) {
            return text + " https://t.co/" + random(dice, 10);
        }
    },
    /** Adds a made-up handle before or after the text. */
    HANDLE {
        @Override
        String apply(String text, Random dice) {
            String handle = "@" + random(dice, 6 + dice.nextInt(5));
            return dice.nextBoolean() ? handle + " " + text : text + " " + handle;
        }
    },
    /** Contracts or expands the first phrase that has a contraction. */
    CONTRACTION {
        @Override
        String apply(String text, Random dice) {
            for (Map.Entry<String, String> pair : PAIRS) {
                String changed = swapped(text, pair.getKey(), pair.getValue());
                if (!changed.equals(text)) {
                    return changed;
                }
                changed = swapped(text, pair.getValue(), pair.getKey());
                if (!changed.equals(text)) {
                    return changed;
                }
            }
            return text;
        }
    },
    /** Removes the final full stop, or puts one or three there. */
    PUNCTUATION {
        @Override
        String apply(String text, Random dice) {
            if (text.endsWith(".") && !text.endsWith("..")) {
                String bare = text.substring(0, text.length() - 1);
                return dice.nextBoolean() ? bare : bare + " .";
            }
            return text.matches(".*[\\p{L}\\p{N}]$") ? text + "." : text + " .";
        }
    };

    private static final Pattern WORD =
            Pattern.compile("(?<![@#/\\p{L}])[a-zA-Z]{4,}(?![@/\\p{L}])");
    private static final List<Map.Entry<String, String>> PAIRS =
            List.of(
                    Map.entry("is not", "isn't"),
                    Map.entry("was not", "wasn't"),
                    Map.entry("are not", "aren't"),
                    Map.entry("do not", "don't"),
                    Map.entry("does not", "doesn't"),
                    Map.entry("did not", "didn't"),
                    Map.entry("would not", "wouldn't"),
                    Map.entry("will not", "won't"),
                    Map.entry("cannot", "can't"),
                    Map.entry("have not", "haven't"),
                    Map.entry("it is", "it's"),
                    Map.entry("I am", "I'm"),
                    Map.entry("I have", "I've"),
                    Map.entry("I will", "I'll"),
                    Map.entry("we are", "we're"),
                    Map.entry("they are", "they're"),
                    Map.entry("that is", "that's"));

    /** The changed text; the same text if there is nothing to change. */
    abstract String apply(String text, Random dice);

    /** The disturbance with this lower-case name. */
    static Disturbance named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String swapped(String text, String from, String to) {
        Matcher found =
                Pattern.compile("\\b" + Pattern.quote(from) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(text);
        if (!found.find()) {
            return text;
        }
        String put =
                Character.isUpperCase(found.group().charAt(0))
                        ? Character.toUpperCase(to.charAt(0)) + to.substring(1)
                        : to;
        return text.substring(0, found.start()) + put + text.substring(found.end());
    }

    private static List<int[]> words(String text) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        return found;
    }

    private static String random(Random dice, int length) {
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(letters.charAt(dice.nextInt(letters.length())));
        }
        return out.toString();
    }
}
