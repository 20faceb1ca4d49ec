package dev.earshot.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

final class LanguageFeaturesTest {
    private static final long MODULUS = Integer.MAX_VALUE;
    private static final int BUCKETS = 1 << 16;

    @Test
    void features_goldenTexts_agreeWithTraining() throws IOException {
        List<String> lines;
        try (InputStream in = getClass().getResourceAsStream("golden-features.tsv")) {
            lines =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
                            .lines()
                            .toList();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200);
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            List<int[]> words = LanguageFeatures.words(unescape(columns[0]));
            String joined =
                    words.stream()
                            .map(word -> new String(word, 0, word.length))
                            .collect(Collectors.joining(" "));
            softly.assertThat(joined).as(line).isEqualTo(unescape(columns[1]));
            softly.assertThat(digest(words)).as(line).isEqualTo(Long.parseLong(columns[2]));
        }
        softly.assertAll();
    }

    private static long digest(List<int[]> words) {
        long[] state = new long[2];
        for (int[] word : words) {
            LanguageFeatures.hash(
                    word,
                    BUCKETS,
                    bucket -> {
                        state[0]++;
                        state[1] = (state[1] + state[0] * bucket) % MODULUS;
                    });
        }
        return state[1];
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
