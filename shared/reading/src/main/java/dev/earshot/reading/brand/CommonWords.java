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
 * About 3,300 common English words that may also be brand names; the resource's header says how
 * they were counted. Immutable.
 */
final class CommonWords {
    private static final Set<String> WORDS = load();

    private CommonWords() {}

    /** Whether a folded word is common. */
    static boolean contains(String folded) {
        return WORDS.contains(folded);
    }

    private static Set<String> load() {
        try (InputStream in = CommonWords.class.getResourceAsStream("common-english-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-english-words.txt is missing from the jar");
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
