package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.testkit.contract.TextModelContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Spans of posts, read in the same pass as the post by a model that reads word by word. */
final class TokenPartsTest extends TextModelContract {
    private static final double ROUNDING = 1e-5;
    private static final int POSTS = 400;

    /** Contents of a span; its edges are words, since links at a post's edge are dropped. */
    private static final List<String> INSIDE =
            List.of(
                    "😂",
                    "😂😂😂😂",
                    "👍🏾",
                    "🇩🇪",
                    "👨‍👩‍👧",
                    "❤️",
                    "#AcmePhone2",
                    "#battery",
                    "@acme:",
                    "@a @b",
                    "https://x.example/a?b",
                    "&amp;lt;3",
                    "soooooo",
                    "cafe\u0301",
                    "ﬁre",
                    "ｗｉｄｅ",
                    "日本",
                    "مرحبا",
                    "ไทยดี",
                    "t\u200bhe",
                    "don’t",
                    "…",
                    "—",
                    "ﾊﾟ",
                    "\ud83d",
                    "각");

    private static final List<String> EDGES =
            List.of("good", "bad", "the", "camera", "Joy", "مرحبا", "ไทย");
    private static final List<String> JOINTS =
            List.of(
                    " ",
                    "\n",
                    ". ",
                    " — ",
                    "。",
                    " 🔥 ",
                    " @acme ",
                    " https://x.example ",
                    "!!!!! ",
                    " ");

    private final PyTorchTextModel toy = load(folder());

    @AfterEach
    void close() {
        toy.close();
    }

    @Override
    protected TextModel model() {
        return toy;
    }

    @Test
    void analyseInParts_spansOfAnyPosts_areTheMeansOfTheirOwnTokens() {
        Random dice = new Random(17);
        List<TextWithSpans> posts = IntStream.range(0, POSTS).mapToObj(i -> post(dice)).toList();
        var read = toy.analyseInParts(posts);

        for (int i = 0; i < posts.size(); i++) {
            TextWithSpans post = posts.get(i);
            for (int k = 0; k < post.spans().size(); k++) {
                String span = post.spans().get(k).of(post.text());
                Sentiment expected = mean(span);
                assertThat(read.get(i).spans().get(k).negative())
                        .as("%s in %s", span, post.text())
                        .isCloseTo(expected.negative(), within(ROUNDING));
                assertThat(read.get(i).spans().get(k).neutral())
                        .as("%s in %s", span, post.text())
                        .isCloseTo(expected.neutral(), within(ROUNDING));
            }
        }
    }

    @Test
    void analyseInParts_spansOfALongPost_areTheMeansOfTheirTokensInAllWindows() {
        String text = "the ".repeat(200) + "good camera";
        var parted =
                new TextWithSpans(
                        text,
                        List.of(
                                new TextSpan(text.indexOf("good"), text.length()),
                                new TextSpan(0, 7),
                                new TextSpan(200, text.length())));

        List<Sentiment> read = toy.analyseInParts(List.of(parted)).getFirst().spans();

        assertThat(read.get(0)).isEqualTo(mean("good camera"));
        assertThat(read.get(1)).isEqualTo(mean("the the"));
        // 150 times "the" and the two words, in two windows
        assertThat(read.get(2).positive()).isGreaterThan(mean("the the").positive());
    }

    @Test
    void analyseInParts_stretchBehindWhatIsRead_isReadByItself() {
        String text = "the ".repeat(1_900) + "good camera";
        var parted =
                new TextWithSpans(text, List.of(new TextSpan(text.indexOf("good"), text.length())));

        assertThat(toy.analyseInParts(List.of(parted)).getFirst().spans())
                .containsExactly(toy.analyse(List.of("good camera")).getFirst().sentiment());
    }

    @Test
    void analyseInParts_linkAtTheEdgeAlone_isReadByItself() {
        String text = "good camera https://x.example";
        var parted = new TextWithSpans(text, List.of(new TextSpan(12, text.length())));

        assertThat(toy.analyseInParts(List.of(parted)).getFirst().spans())
                .containsExactly(toy.analyse(List.of("https://x.example")).getFirst().sentiment());
    }

    @Test
    void analyseEach_spansOfAModelOfWholesAlone_areRefused(@TempDir Path made) throws IOException {
        TextWithSpans parted = new TextWithSpans("good, bad", List.of(new TextSpan(0, 4)));
        try (PyTorchTextModel whole = load(variant(made, "whole.pt", ""))) {
            assertThat(whole.readsPartsInOnePass()).isFalse();
            assertThatThrownBy(
                            () ->
                                    whole.analyseEach(
                                            List.of(new LanguageText(parted, Optional.empty()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("whole texts alone");
        }
    }

    @Test
    void analyseInParts_partsThatTheModuleLacks_saysWhatToDo(@TempDir Path made)
            throws IOException {
        TextWithSpans parted = new TextWithSpans("good, bad", List.of(new TextSpan(0, 4)));
        try (PyTorchTextModel wrong = load(variant(made, "whole.pt", PARTS))) {
            assertThatThrownBy(() -> wrong.analyseInParts(List.of(parted)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("export the model again");
        }
    }

    /** The same weights without the second output. */
    @Nested
    final class WholesAlone extends TextModelContract {
        @TempDir private Path made = Path.of("");
        private PyTorchTextModel whole = toy;

        @BeforeEach
        void load() throws IOException {
            whole = TokenPartsTest.load(variant(made, "whole.pt", ""));
        }

        @AfterEach
        void close() {
            whole.close();
        }

        @Override
        protected TextModel model() {
            return whole;
        }
    }

    private static TextWithSpans post(Random dice) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> spans = new ArrayList<>();
        for (int k = dice.nextInt(1, 6); k > 0; k--) {
            int start = text.length();
            text.append(any(EDGES, dice));
            for (int inside = dice.nextInt(4); inside > 0; inside--) {
                text.append(' ').append(any(INSIDE, dice));
            }
            text.append(' ').append(any(EDGES, dice));
            spans.add(new TextSpan(start, text.length()));
            text.append(any(JOINTS, dice));
        }
        return new TextWithSpans(text.toString(), spans);
    }

    private static String any(List<String> list, Random dice) {
        return list.get(dice.nextInt(list.size()));
    }

    /** The expected sentiment of a text's tokens, by the toy model's table and temperature. */
    private Sentiment mean(String text) {
        long[] ids =
                toy.tokenize(List.of(new TextWithSpans(text)))
                        .getFirst()
                        .windows()
                        .getFirst()
                        .ids();
        float[] logits = new float[3];
        for (int i = 1; i < ids.length - 1; i++) {
            double[] row = row((int) ids[i]);
            for (int label = 0; label < 3; label++) {
                logits[label] += (float) (row[label] / (ids.length - 2));
            }
        }
        double[] p = Probabilities.softmax(logits, 0, 3, 0.5);
        return new Sentiment(p[0], p[1], p[2]);
    }

    /** The formula of make_toy_model.py. */
    private static double[] row(int id) {
        return switch (id) {
            case 0, 1, 2, 3 -> new double[3];
            case 4 -> new double[] {-4, 0, 4};
            case 5 -> new double[] {4, 0, -4};
            default -> new double[] {Math.sin(id), Math.cos(id), Math.sin(2 * id)};
        };
    }

    private static final String PARTS = "\"parts\": {\"temperature\": 0.5},";

    private static Path variant(Path made, String weights, String parts) throws IOException {
        for (String name : List.of(weights, "tokenizer.json")) {
            Files.copy(folder().resolve(name), made.resolve(name));
        }
        Files.writeString(
                made.resolve("model.json"),
                """
                {"name": "toy", "revision": "1", %s "languages": ["en"], "input": {"maxTokens": 128},
                 "heads": [{"name": "sentiment", "labels": ["negative", "neutral", "positive"]}],
                 "output": {"file": "%s", "sha256": "%s"}}
                """
                        .formatted(parts, weights, "0".repeat(64)));
        return made;
    }

    private static PyTorchTextModel load(Path folder) {
        return PyTorchTextModel.load(folder, ComputeDevice.CPU);
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(TokenPartsTest.class.getResource("toy")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
