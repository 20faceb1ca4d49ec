package dev.earshot.reading.brand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Words that posts are made of, with how rare each is and whether it is an ordinary word; the
 * header of {@code words.txt} says how they were chosen and counted. Immutable and thread-safe.
 */
final class EnglishWords {
    /** What a word is if it is a brand's name too. */
    enum Use {
        /** In no dictionary, or in a large one alone. */
        NONE,
        /** A word that people use without meaning a company: "notion", "lush". */
        ORDINARY,
        /** A dictionary word that people mostly write as a name: "ford". */
        MOSTLY_NAME
    }

    private record Word(float logShare, Use use) {}

    private static final Map<String, Word> WORDS = load();

    private EnglishWords() {}

    /** Whether a folded word is listed. */
    static boolean contains(String folded) {
        return WORDS.containsKey(folded);
    }

    /** What a folded word is. */
    static Use use(String folded) {
        Word word = WORDS.get(folded);
        return word == null ? Use.NONE : word.use;
    }

    /** Decimal logarithm of a listed word's share of all words; NaN if it is not listed. */
    static double logShare(String folded) {
        Word word = WORDS.get(folded);
        return word == null ? Double.NaN : word.logShare;
    }

    private static Map<String, Word> load() {
        Map<String, Word> words = new HashMap<>(1 << 18);
        try (InputStream in = EnglishWords.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    words.put(line.substring(0, space), word(line.substring(space + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Word word(String written) {
        Use use =
                switch (written.charAt(written.length() - 1)) {
                    case 'o' -> Use.ORDINARY;
                    case 'v' -> Use.MOSTLY_NAME;
                    default -> Use.NONE;
                };
        int digits = written.length() - (use == Use.NONE ? 0 : 1);
        return new Word(-Integer.parseInt(written, 0, digits, 10) / 10f, use);
    }
}
