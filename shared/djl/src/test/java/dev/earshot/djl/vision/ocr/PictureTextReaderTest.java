package dev.earshot.djl.vision.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.earshot.core.picture.TextLine;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The real networks on pictures drawn here, and on labelled pictures where those are present. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureTextReaderTest {
    private static final Path MODELS = Path.of(System.getProperty("earshot.models", "absent"));
    private static final Path PICTURES =
            Path.of(System.getProperty("earshot.data", "absent"), "images");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private PictureTextReader reader;

    @BeforeAll
    void load() {
        // Several threads of one run busy-wait for each other, which is slower on a loaded machine.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        Path detection = MODELS.resolve("ocr-detection");
        Path recognition = MODELS.resolve("ocr-recognition");
        need(
                Files.exists(detection.resolve("model.pt"))
                        && Files.exists(recognition.resolve("model.pt")),
                "no text models in " + MODELS + ": mvn -pl models package");
        reader =
                new PictureTextReader(
                        detection,
                        recognition,
                        ComputeDevice.CPU,
                        PictureTextReader.Settings.DEFAULT);
    }

    @AfterAll
    void close() {
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void twoLines_darkOnLight_areReadInOrderWithSpaces() {
        Rendered picture = new Rendered(640, 240, new Color(0xf4efe6));
        picture.text("Northwind shoes are back", 40, 90, 36, Color.BLACK);
        picture.text("only until Friday 17 May", 40, 160, 36, new Color(0x224488));

        assertThat(texts(picture))
                .containsExactly("Northwind shoes are back", "only until Friday 17 May");
    }

    @Test
    void caption_whiteOnDark_isRead() {
        Rendered picture = new Rendered(500, 300, new Color(0x335544));
        picture.text("ORDER NUMBER 48213", 40, 60, 34, Color.WHITE);
        picture.text("NOBODY KNOWS WHY", 40, 270, 34, Color.WHITE);

        assertThat(texts(picture)).containsExactly("ORDER NUMBER 48213", "NOBODY KNOWS WHY");
    }

    @Test
    void handleAndHashtag_stayWhole() {
        Rendered picture = new Rendered(760, 120, Color.WHITE);
        picture.text("@Acme_Phone my #AcmePhone broke", 30, 70, 30, Color.BLACK);

        assertThat(texts(picture)).containsExactly("@Acme_Phone my #AcmePhone broke");
    }

    @Test
    void line_tilted_isTurnedUprightAndRead() {
        Rendered picture = new Rendered(520, 360, Color.WHITE);
        picture.turned("Grand opening sale", 60, 120, 40, Color.BLACK, 20);

        assertThat(texts(picture)).containsExactly("Grand opening sale");
    }

    @Test
    void line_runningDownwards_isRead() {
        Rendered picture = new Rendered(200, 480, Color.WHITE);
        picture.turned("Lighthouse cafe", 80, 60, 40, Color.BLACK, 90);

        assertThat(texts(picture)).containsExactly("Lighthouse cafe");
    }

    @Test
    void lines_upsideDown_areReadFromTheirOwnSide() {
        Rendered picture = new Rendered(640, 240, new Color(0xf4efe6));
        picture.turned("ends in that again", 600, 120, 36, Color.BLACK, 180);
        picture.turned("closed on Monday", 600, 60, 36, Color.BLACK, 180);

        assertThat(texts(picture))
                .containsExactlyInAnyOrder("ends in that again", "closed on Monday");
    }

    @Test
    void line_inAMirror_isReadAsItWasWritten() {
        Rendered picture = new Rendered(560, 120, Color.WHITE);
        picture.mirrored("battery recycling", 30, 70, 36, Color.BLACK);

        assertThat(texts(picture)).containsExactly("battery recycling");
    }

    @Test
    void line_inAnotherScript_isToldAndNotInvented() {
        Rendered picture = new Rendered(640, 220, Color.WHITE);
        picture.text("Новая библиотека", 30, 70, 36, Color.BLACK);
        picture.text("open until nine", 30, 160, 36, Color.BLACK);

        PictureTextReader.Page page = reader.read(picture.pixels());

        assertThat(page.lines().stream().map(TextLine::text)).containsExactly("open until nine");
        assertThat(page.unread()).singleElement().satisfies(b -> assertThat(b.y()).isLessThan(90));
    }

    @Test
    void screenshot_ofAWholeThread_isReadToItsEnd() {
        Rendered picture = new Rendered(600, 4_800, Color.WHITE);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String line = "Answer number " + (22 + 10 * (i / 8) + i % 8) + " of the thread";
            picture.text(line, 40, 100 + 117 * i, 20, Color.BLACK);
            expected.add(line);
        }

        assertThat(texts(picture)).containsExactlyElementsOf(expected);
    }

    @Test
    void box_ofALine_liesRoundIt() {
        Rendered picture = new Rendered(640, 300, Color.WHITE);
        picture.text("Hello there", 200, 150, 40, Color.BLACK);

        TextLine line = reader.read(picture.pixels()).lines().getFirst();

        assertThat(line.box().x()).isBetween(175.0, 205.0);
        assertThat(line.box().y()).isBetween(95.0, 125.0);
        assertThat(line.box().y() + line.box().height()).isBetween(148.0, 180.0);
        assertThat(line.score()).isGreaterThan(0.8);
    }

    @Test
    void picture_withoutText_hasNoLines() {
        assertThat(reader.read(new Rendered(320, 240, new Color(0x88aacc)).pixels()).lines())
                .isEmpty();
    }

    @Test
    void picture_ofOnePixel_hasNoLines() {
        assertThat(reader.read(new Rendered(1, 1, Color.RED).pixels()).lines()).isEmpty();
    }

    /**
     * Screenshots and captioned pictures; this reader is not meant for receipts and cut-out words.
     */
    @Tag("data")
    @Test
    void labelledScreenshotsAndMemes_wordsRight_areAtLeast85Percent() throws IOException {
        Path annotations = PICTURES.resolve("annotations.jsonl");
        need(Files.exists(annotations), "no labelled pictures in " + PICTURES);
        int words = 0;
        int right = 0;
        int pictures = 0;
        for (String row : Files.readAllLines(annotations)) {
            JsonObject label = JsonParser.parseString(row).getAsJsonObject();
            String file = label.get("file").getAsString();
            // Every eighth picture: the whole set takes minutes.
            if (file.matches("(post|memesyn)_.*") && ++pictures % 8 == 0) {
                Path path = PICTURES.resolve(label.get("task").getAsString()).resolve(file);
                Decoding decoding = new ImageDecoder().decode(Files.readAllBytes(path));
                assertThat(decoding).as(file).isInstanceOf(Decoding.Decoded.class);
                List<String> expected = words(label.get("text").getAsString());
                List<String> found = new ArrayList<>();
                for (TextLine line : reader.read(((Decoding.Decoded) decoding).pixels()).lines()) {
                    found.addAll(words(line.text()));
                }
                words += expected.size();
                for (String word : expected) {
                    right += found.remove(word) ? 1 : 0;
                }
            }
        }
        assertThat((double) right / words).as(right + " of " + words).isGreaterThan(0.85);
    }

    private static void need(boolean present, String why) {
        if (!present) {
            System.err.println("SKIPPED: " + why);
        }
        Assumptions.assumeTrue(present, why);
    }

    private List<String> texts(Rendered picture) {
        return reader.read(picture.pixels()).lines().stream().map(TextLine::text).toList();
    }

    /** Case-folded, without punctuation at either end. */
    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replaceAll("^\\p{Punct}+|\\p{Punct}+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
