package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.Gson;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

final class TextNormaliserTest {
    private final TextNormaliser normaliser = new TextNormaliser();

    @Test
    void normalise_goldenPairs_agreesWithTraining() throws IOException {
        List<String> lines;
        try (InputStream in = getClass().getResourceAsStream("golden-normaliser.jsonl")) {
            lines =
                    new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII)
                            .lines()
                            .toList();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(300);
        Gson gson = new Gson();
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            String[] pair = gson.fromJson(line, String[].class);
            softly.assertThat(normaliser.normalise(pair[0])).as(line).isEqualTo(pair[1]);
        }
        softly.assertAll();
    }

    @Test
    void trace_goldenTexts_tellsWhereEachCharacterComesFrom() throws IOException {
        Gson gson = new Gson();
        try (InputStream in = getClass().getResourceAsStream("golden-normaliser.jsonl")) {
            new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII)
                    .lines()
                    .map(line -> gson.fromJson(line, String[].class))
                    .forEach(
                            pair -> {
                                NormalisedText traced = normaliser.trace(pair[0]);
                                assertThat(traced.text()).isEqualTo(pair[1]);
                                assertThat(traced.origins())
                                        .as(pair[0])
                                        .hasSize(pair[1].codePointCount(0, pair[1].length()))
                                        .isSorted();
                                assertThat(Arrays.stream(traced.origins()))
                                        .allMatch(origin -> origin < pair[0].length());
                            });
        }
    }

    @Test
    void trace_whatBecameWords_comesFromItsBeginning() {
        String post = "so 😂😂 #AcmePhone cafe\u0301 ﬁne";

        NormalisedText traced = normaliser.trace(post);

        assertThat(traced.text())
                .isEqualTo("so tears of joy tears of joy Acme Phone caf\u00e9 fine");
        assertThat(origin(traced, "tears")).isEqualTo(post.indexOf("😂"));
        assertThat(origin(traced, "Phone")).isEqualTo(post.indexOf("Phone"));
        assertThat(origin(traced, "\u00e9")).isEqualTo(post.indexOf("e\u0301"));
        assertThat(origin(traced, "ine")).isEqualTo(post.indexOf("ﬁ"));
        assertThat(traced.origins()[traced.origins().length - 1]).isEqualTo(post.length() - 1);
    }

    private static int origin(NormalisedText traced, String word) {
        return traced.origins()[traced.text().indexOf(word)];
    }

    @Test
    void normalise_post_bringsEachPartToItsForm() {
        assertThat(
                        normaliser.normalise(
                                "@bob I &lt;3 #AcmePhone sooooo much!!! 😂 https://x.example"))
                .isEqualTo("I <3 Acme Phone soo much!! tears of joy");
    }

    @Test
    void normalise_handlesAndLinksAtTheEdges_areDropped() {
        assertThat(normaliser.normalise("@a hi @b there https://x.example @c"))
                .isEqualTo("hi @user there");
        assertThat(normaliser.normalise("@a https://x.example")).isEqualTo("@user http");
    }

    @Test
    void normalise_randomStrings_neverFailsAndHasNoControlCharacter() {
        Random dice = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = dice.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append((char) dice.nextInt(0x10000));
            }
            assertThat(normaliser.normalise(text.toString()).chars())
                    .noneMatch(c -> c < 0x20 || c == 0x7F);
        }
    }

    @Test
    void normalise_hugeText_readsOnlyItsBeginning() {
        assertThat(normaliser.normalise("ab ".repeat(3_000_000)))
                .hasSizeLessThanOrEqualTo(TextNormaliser.MAX_CODE_POINTS);
    }
}
