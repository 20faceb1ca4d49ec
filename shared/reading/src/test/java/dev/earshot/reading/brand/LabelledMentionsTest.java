package dev.earshot.reading.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Precision and recall of mentions on public texts, where the folder of optional data is there. */
@Tag("data")
final class LabelledMentionsTest {
    private static final Path TEXTS = Path.of(System.getProperty("earshot.data", "absent"), "text");

    private static final List<String> COLLECTIONS =
            List.of(
                    "sentiment_en_semeval2013_16",
                    "complaint_en_preotiuc",
                    "emoji_en_tweeteval",
                    "emotion_en_crowdflower_noisy",
                    "hate_en_tweeteval",
                    "offensive_en_tweeteval",
                    "irony_en_tweeteval",
                    "sarcasm_en_isarcasm",
                    "emotion_en_goemotions",
                    "emotion_en_semeval2018_ec");

    private record Label(String id, String terms, boolean mentions) {}

    @Test
    void mentions_inTheReportedHalf_reachTheStatedPrecisionAndRecall() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(TEXTS), () -> "SKIPPED: no texts at " + TEXTS);
        Map<String, String> texts = texts();
        int right = 0;
        int told = 0;
        int there = 0;
        for (Label label : labels("reported")) {
            String text = Objects.requireNonNull(texts.get(label.id), label.id);
            boolean found = !Brands.matcher(brand(label.terms)).brands(text).isEmpty();
            right += found && label.mentions ? 1 : 0;
            told += found ? 1 : 0;
            there += label.mentions ? 1 : 0;
        }

        System.out.printf("mentions: %d right of %d told, %d there%n", right, told, there);
        assertThat((double) right / told).isGreaterThan(0.90);
        assertThat((double) right / there).isGreaterThan(0.87);
    }

    private static Brand brand(String terms) {
        List<String> parts = Arrays.asList(terms.split("\\|"));
        return new Brand(
                "b",
                parts.getFirst(),
                parts.stream().skip(1).filter(t -> !t.matches("[+!].*")).toList(),
                List.of(),
                List.of(),
                marked(parts, "+"),
                List.of(),
                List.of(),
                marked(parts, "!"),
                List.of());
    }

    private static List<String> marked(List<String> parts, String mark) {
        return parts.stream().filter(t -> t.startsWith(mark)).map(t -> t.substring(1)).toList();
    }

    private static List<Label> labels(String half) throws IOException {
        List<Label> labels = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(
                        LabelledMentionsTest.class.getResourceAsStream("labelled-mentions.tsv"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : all.split("\n", -1)) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 4 && cells[3].equals(half)) {
                    labels.add(new Label(cells[0], cells[1], cells[2].equals("1")));
                }
            }
        }
        return labels;
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String collection : COLLECTIONS) {
            Path file = TEXTS.resolve(collection + ".train.tsv.gz");
            try (var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(Files.newInputStream(file)),
                                    StandardCharsets.UTF_8))) {
                List<String> head = Arrays.asList(reader.readLine().split("\t"));
                int id = head.indexOf("id");
                int text = head.indexOf("text");
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    String[] cells = line.split("\t", -1);
                    if (cells.length > text) {
                        texts.putIfAbsent(cells[id], unescaped(cells[text]));
                    }
                }
            }
        }
        return texts;
    }

    /** The collections escape HTML, some twice; posts reach the matcher without escapes. */
    private static String unescaped(String text) {
        return text.replace("&amp;", "&")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }
}
