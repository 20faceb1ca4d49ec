package dev.earshot.reading.clause;

import dev.earshot.core.text.Target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the aspects of products and services that people praise or criticise, by our own word list
 * ({@code aspects.txt} beside this class). English only. Immutable, thread-safe.
 */
public final class Aspects {
    private static final String LIST = "aspects.txt";
    private static final int MAX_WORDS = 3;

    private final Map<String, String> byWord;

    private Aspects(Map<String, String> byWord) {
        this.byWord = Map.copyOf(byWord);
    }

    /** The aspects of the list. */
    public static Aspects common() {
        Map<String, String> byWord = new HashMap<>();
        try (InputStream in = Aspects.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is missing from this jar");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] sides = line.split(":", 2);
                    byWord.put(sides[0], sides[0]);
                    for (String word : sides[1].split(",", -1)) {
                        byWord.put(word.strip(), sides[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " could not be read", e);
        }
        return new Aspects(byWord);
    }

    /**
     * The aspects in a text in order of position, without those that overlap a target in {@code
     * named}.
     */
    public List<Target> find(String text, List<Target> named) {
        List<Word> words = Word.of(text);
        List<Target> found = new ArrayList<>(named);
        for (int i = 0; i < words.size(); i++) {
            for (int length = Math.min(MAX_WORDS, words.size() - i); length > 0; length--) {
                String name = name(words, i, length);
                Word first = words.get(i);
                Word last = words.get(i + length - 1);
                if (!name.isEmpty() && free(found, first.start(), last.end())) {
                    int start = first.start() + offset(text, first);
                    int end = start + text.substring(start, last.end()).stripTrailing().length();
                    found.add(new Target(name, start, trimmed(text, start, end)));
                    i += length - 1;
                    break;
                }
            }
        }
        found.sort(Comparator.comparingInt(Target::start));
        return List.copyOf(found);
    }

    private String name(List<Word> words, int from, int length) {
        var phrase = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            Word word = words.get(i);
            boolean broken = i + 1 < from + length && (word.comma() || word.stop());
            if (word.plain().isEmpty() || broken) {
                return "";
            }
            phrase.append(phrase.isEmpty() ? "" : " ").append(word.plain());
        }
        String whole = phrase.toString().toLowerCase(Locale.ROOT);
        String known = byWord.get(whole);
        if (known == null && whole.endsWith("s")) {
            known = byWord.get(whole.substring(0, whole.length() - 1));
        }
        return known == null ? "" : known;
    }

    private static boolean free(List<Target> named, int start, int end) {
        return named.stream().noneMatch(target -> target.start() < end && start < target.end());
    }

    private static int offset(String text, Word word) {
        int offset = 0;
        while (word.start() + offset < word.end()
                && !Character.isLetterOrDigit(text.charAt(word.start() + offset))) {
            offset++;
        }
        return offset;
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && !Character.isLetterOrDigit(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
