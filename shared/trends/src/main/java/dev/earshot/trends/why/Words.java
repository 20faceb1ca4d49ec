package dev.earshot.trends.why;

import dev.earshot.core.Digests;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into the terms, hashtags and links that it is made of. Stateless. */
public final class Words {
    /** Texts of fewer words are too short to be copies of each other. */
    static final int LEAST_WORDS = 4;

    private static final int MAX_TERMS = 48;
    private static final int MAX_LINKS = 4;
    private static final int LEAST_LETTERS = 3;
    private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+");
    private static final Pattern HASHTAG = Pattern.compile("[#＃]([\\p{L}\\p{M}\\p{N}_]{2,100})");
    private static final Pattern HANDLE = Pattern.compile("[@＠][\\w.\\-]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");

    private Words() {}

    /** Words and pairs of neighbouring words in lower case, each once, in the order of the text. */
    public static Set<String> terms(String text) {
        var terms = new LinkedHashSet<String>();
        String before = "";
        for (String word : words(text)) {
            if (word.codePointCount(0, word.length()) < LEAST_LETTERS && !dense(word)) {
                before = "";
                continue;
            }
            terms.add(word);
            if (!before.isEmpty()) {
                terms.add(before + " " + word);
            }
            before = word;
            if (terms.size() >= MAX_TERMS) {
                break;
            }
        }
        return terms;
    }

    /** Hashtags in lower case without their sign. */
    public static Set<String> hashtags(String text) {
        var tags = new LinkedHashSet<String>();
        Matcher matcher = HASHTAG.matcher(text);
        while (matcher.find()) {
            tags.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return tags;
    }

    /** Links without their query, fragment and final signs, at most {@value #MAX_LINKS}. */
    public static List<String> links(String text) {
        var links = new LinkedHashSet<String>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find() && links.size() < MAX_LINKS) {
            String link =
                    matcher.group()
                            .replaceFirst("[?#].*$", "")
                            .replaceFirst("[\\p{Punct}…”’]+$", "");
            if (link.length() > "https://".length() && link.length() <= 300) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    /** A digest that is equal for texts of the same words; empty for very short ones. */
    static Optional<String> content(String text) {
        List<String> words = words(text);
        return words.size() < LEAST_WORDS
                ? Optional.empty()
                : Optional.of(Digests.sha256(String.join(" ", words)).substring(0, 32));
    }

    private static List<String> words(String text) {
        String plain = LINK.matcher(text).replaceAll(" ");
        plain = HASHTAG.matcher(plain).replaceAll(" ");
        plain = HANDLE.matcher(plain).replaceAll(" ");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            String word = matcher.group();
            if (word.length() <= 60) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean dense(String word) {
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }
}
