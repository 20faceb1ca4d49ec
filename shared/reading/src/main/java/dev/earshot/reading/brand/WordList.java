package dev.earshot.reading.brand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of folded words among the resources, one a line; its header says where it comes from.
 * Immutable.
 */
final class WordList {
    /** About 3,200 common English words that may also be brand names. */
    static final WordList COMMON = new WordList("common-english-words.txt");

    /** Given names of people. */
    static final WordList GIVEN_NAMES = new WordList("given-names.txt");

    /** Surnames of people. */
    static final WordList SURNAMES = new WordList("surnames.txt");

    private final Set<String> words;

    private WordList(String resource) {
        words = load(resource);
    }

    boolean contains(String folded) {
        return words.contains(folded);
    }

    private static Set<String> load(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
