package dev.earshot.evaluation.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sentiment as the sum of the valences of known words, reversed after a negation: the result of a
 * plain word list. It reads the lexicon of VADER (Hutto and Gilbert, 2014) and uses that tool's
 * normalisation and thresholds, but none of its other rules. Immutable.
 */
final class WordListBaseline {
    private static final double NORMALISER = 15;
    private static final double THRESHOLD = 0.05;
    private static final double NEGATION = -0.74;
    private static final List<String> NEGATIONS =
            List.of(
                    "not", "no", "never", "don't", "isn't", "wasn't", "can't", "won't", "didn't",
                    "doesn't", "cannot", "nothing", "without", "ain't");

    private final Map<String, Double> valences;

    private WordListBaseline(Map<String, Double> valences) {
        this.valences = Map.copyOf(valences);
    }

    /** Reads lines {@code word TAB valence ...}. */
    static WordListBaseline read(Path file) throws IOException {
        Map<String, Double> valences = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            if (fields.length >= 2) {
                valences.put(fields[0], Double.parseDouble(fields[1]));
            }
        }
        return new WordListBaseline(valences);
    }

    /** Returns 0 for negative, 1 for neutral, 2 for positive. */
    int label(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            Double valence = valences.get(words[i]);
            if (valence == null) {
                valence = valences.get(words[i].replaceAll("^\\p{Punct}+|\\p{Punct}+$", ""));
            }
            if (valence != null) {
                sum += negated(words, i) ? NEGATION * valence : valence;
            }
        }
        double score = sum / Math.sqrt(sum * sum + NORMALISER);
        return score >= THRESHOLD ? 2 : score <= -THRESHOLD ? 0 : 1;
    }

    private static boolean negated(String[] words, int at) {
        for (int i = Math.max(0, at - 3); i < at; i++) {
            if (NEGATIONS.contains(words[i])) {
                return true;
            }
        }
        return false;
    }
}
