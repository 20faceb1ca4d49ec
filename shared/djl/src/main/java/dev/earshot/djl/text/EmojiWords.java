package dev.earshot.djl.text;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Replaces emoji, which the vocabulary lacks, by words. Immutable, thread-safe. */
final class EmojiWords {
    private static final String TABLE = "emoji.tsv";

    private final Map<Integer, String> words;

    private EmojiWords(Map<Integer, String> words) {
        // Not Map.copyOf: it probes linearly, and among neighbouring code points each miss would
        // scan them all.
        this.words = new HashMap<>(words);
    }

    /**
     * Reads the table beside this class, written by {@code models/text/training/emoji_table.py}.
     */
    static EmojiWords load() {
        Map<Integer, String> words = new HashMap<>();
        try (InputStream in = EmojiWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from this jar");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                words.put(Integer.parseInt(line, 0, tab, 16), line.substring(tab + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " could not be read", e);
        }
        return new EmojiWords(words);
    }

    /** Two regional indicators become one flag; a third and later repetition is dropped. */
    CodePoints replace(CodePoints text) {
        CodePoints out = new CodePoints(2 * text.size());
        int previous = -1;
        int repeats = 0;
        boolean flagHalf = false;
        for (int i = 0; i < text.size(); i++) {
            int c = text.at(i);
            if (c >= 0x1F1E6 && c <= 0x1F1FF) {
                if (flagHalf) {
                    out.add(" flag ", text.origin(i));
                }
                flagHalf = !flagHalf;
                previous = -1;
                continue;
            }
            flagHalf = false;
            String name = name(c);
            if (name == null) {
                out.add(c, text.origin(i));
                previous = c == ' ' ? previous : -1;
                continue;
            }
            repeats = c == previous ? repeats + 1 : 1;
            previous = c;
            if (repeats <= 2) {
                out.add(" " + name + " ", text.origin(i));
            }
        }
        return out;
    }

    private @Nullable String name(int c) {
        String name = words.get(c);
        return name == null && c >= 0x1F000 && c <= 0x1FAFF ? "emoji" : name;
    }
}
