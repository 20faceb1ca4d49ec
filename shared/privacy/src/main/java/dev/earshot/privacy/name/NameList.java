package dev.earshot.privacy.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Given names and surnames of 80 locales; the header of the list says where they come from.
 * Immutable.
 */
final class NameList {
    static final int GIVEN = 1;
    static final int SURNAME = 2;

    private static final NameList BUILT_IN = new NameList("names.txt");

    private final Map<String, Integer> kinds;

    private NameList(String resource) {
        Map<String, Integer> read = new HashMap<>();
        try (InputStream in = NameList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> read.put(line.substring(1), line.charAt(0) - '0'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kinds = Map.copyOf(read);
    }

    static NameList builtIn() {
        return BUILT_IN;
    }

    /** {@link #GIVEN}, {@link #SURNAME}, their sum, or 0. */
    int kind(String lower) {
        String folded = NameTokens.folded(lower);
        int whole = kinds.getOrDefault(folded, 0);
        int hyphen = folded.indexOf('-');
        if (whole != 0 || hyphen <= 0) {
            return whole;
        }
        return kinds.getOrDefault(folded.substring(0, hyphen), 0)
                & kinds.getOrDefault(folded.substring(hyphen + 1), 0);
    }
}
