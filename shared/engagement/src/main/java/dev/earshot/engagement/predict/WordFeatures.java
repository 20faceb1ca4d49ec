package dev.earshot.engagement.predict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A text's words and pairs of words as a sparse vector of length 1, by signed feature hashing
 * (Weinberger et al., 2009): it needs no dictionary and takes any language.
 *
 * @param places ascending, below {@link #SIZE}
 */
record WordFeatures(int[] places, double[] values) {
    static final int SIZE = 1 << 13;

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern WORD = Pattern.compile("[#@]?[\\p{L}\\p{N}_]+");
    private static final int SIGN_BIT = 20;

    static WordFeatures of(String text) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (String term : terms(text)) {
            CRC32 crc = new CRC32();
            crc.update(term.getBytes(StandardCharsets.UTF_8));
            long hash = crc.getValue();
            sums.merge((int) (hash % SIZE), (hash >> SIGN_BIT & 1) == 1 ? 1.0 : -1.0, Double::sum);
        }
        double norm = Math.sqrt(sums.values().stream().mapToDouble(v -> v * v).sum());
        int[] places = new int[sums.size()];
        double[] values = new double[sums.size()];
        int i = 0;
        for (Map.Entry<Integer, Double> entry : sums.entrySet()) {
            places[i] = entry.getKey();
            values[i++] = norm == 0 ? 0 : entry.getValue() / norm;
        }
        return new WordFeatures(places, values);
    }

    /** Words and pairs of neighbours, each once. */
    static Set<String> terms(String text) {
        List<String> words = words(text);
        Set<String> terms = new LinkedHashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            terms.add(words.get(i - 1) + " " + words.get(i));
        }
        return terms;
    }

    static List<String> words(String text) {
        Matcher matcher =
                WORD.matcher(LINK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" _url_ "));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    double dot(double[] weights) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += values[i] * weights[places[i]];
        }
        return sum;
    }

    void addTo(double[] weights, double factor) {
        for (int i = 0; i < places.length; i++) {
            weights[places[i]] += values[i] * factor;
        }
    }
}
