package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.djl.ComputeDevice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TokenWindowsTest {
    private static final String SENTENCE = "the good camera, the bad phone of joy, the fire. ";

    private static final int SENTENCE_TOKENS = 13;
    private static final ModelDescription.Marking MARKS =
            new ModelDescription.Marking(156, 157, 1, 0, 1);

    private final PyTorchTextModel toy = PyTorchTextModel.load(folder(), ComputeDevice.CPU);

    @AfterEach
    void close() {
        toy.close();
    }

    @Test
    void tokenize_postThatFits_isOneWindow() {
        TokenWindows windows = windows("the good camera");

        assertThat(windows.windows()).hasSize(1);
        assertThat(windows.windows().getFirst().ids()).hasSize(5);
        assertThat(windows.unreadFrom()).isEmpty();
    }

    @Test
    void tokenize_longPost_isReadSentenceBySentence() {
        String post = SENTENCE.repeat(20).strip();
        TokenWindows windows = windows(post);

        assertThat(windows.windows())
                .hasSize(20)
                .allMatch(window -> window.ids().length == SENTENCE_TOKENS + 2);
        assertThat(windows.windows())
                .extracting(window -> window.origins()[1])
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> i * SENTENCE.length()).toList());
        assertThat(windows.unreadFrom()).isEmpty();
    }

    @Test
    void tokenize_shortSentence_isReadWithTheOneBefore() {
        TokenWindows windows = windows(SENTENCE + "bad camera! " + SENTENCE.repeat(12).strip());

        assertThat(windows.windows()).hasSize(13);
        assertThat(windows.windows().getFirst().ids()).hasSize(SENTENCE_TOKENS + 3 + 2);
    }

    @Test
    void tokenize_lines_areSentences() {
        String line = SENTENCE.replace(". ", "\n");
        TokenWindows windows = windows(line.repeat(20));

        assertThat(windows.windows()).hasSize(20);
    }

    @Test
    void tokenize_anyLongPost_readsEachTokenOnce() {
        Random dice = new Random(4);
        StringBuilder post = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            post.append(dice.nextInt(9) == 0 ? "camera. " : "the phone ");
        }
        TokenWindows windows = windows(post.toString());

        assertThat(origins(windows.windows())).isEqualTo(origins(List.of(windows.all())));
        assertThat(windows.windows()).allMatch(window -> window.ids().length <= 128);
    }

    @Test
    void tokenize_linesWithoutStops_isCutBetweenWords() {
        TokenWindows windows = windows("battery1 ".repeat(120).strip());

        assertThat(windows.windows())
                .hasSizeGreaterThan(1)
                .allMatch(window -> window.origins()[1] % "battery1 ".length() == 0);
    }

    @Test
    void tokenize_morePostThanIsRead_saysFromWhere() {
        TokenWindows windows = windows(SENTENCE.repeat(150).strip());
        int sentences = TokenWindows.MAX_TOKENS / SENTENCE_TOKENS;

        assertThat(windows.windows()).hasSize(sentences);
        assertThat(windows.unreadFrom()).hasValue(sentences * SENTENCE.length());
    }

    @Test
    void tokenize_morePostThanIsNormalised_saysFromWhere() {
        String long1 = "h".repeat(90) + " ";
        TokenWindows windows = windows(long1.repeat(100).strip());

        assertThat(windows.unreadFrom()).hasValue(TextNormaliser.MAX_CODE_POINTS);
    }

    @Test
    void marked_mentionsOfATarget_areEnclosed() {
        String post = "the acme camera, acme2!";
        TextWithSpans parted =
                new TextWithSpans(
                        post,
                        List.of(),
                        List.of(List.of(new TextSpan(4, 8), new TextSpan(17, 22))));
        Tokens window = toy.tokenize(List.of(parted)).getFirst().windows().getFirst();
        long[] ids = window.ids();

        // [CLS] the acme camera , acme ##2 ! [SEP]
        assertThat(window.marked(parted.targets().getFirst(), 156, 157, 128).ids())
                .containsExactly(
                        ids[0], ids[1], 156, ids[2], 157, ids[3], ids[4], 156, ids[5], ids[6], 157,
                        ids[7], ids[8]);
    }

    @Test
    void marked_mentionsSideBySide_areEnclosedEach() {
        TextWithSpans parted =
                new TextWithSpans(
                        "good bad",
                        List.of(),
                        List.of(List.of(new TextSpan(0, 4), new TextSpan(5, 8))));
        Tokens window = toy.tokenize(List.of(parted)).getFirst().windows().getFirst();

        assertThat(window.marked(parted.targets().getFirst(), 156, 157, 128).ids())
                .containsExactly(2, 156, 4, 157, 156, 5, 157, 3);
    }

    @Test
    void marked_mentionsFarApart_areReadEachWithWhatStandsAround() {
        String post = "the ".repeat(200) + "acme good " + "the ".repeat(300) + "bad acme";
        int first = post.indexOf("acme");
        int second = post.lastIndexOf("acme");
        TextWithSpans parted =
                new TextWithSpans(
                        post,
                        List.of(),
                        List.of(
                                List.of(
                                        new TextSpan(first, first + 4),
                                        new TextSpan(second, second + 4))));
        List<Tokens> marked =
                toy.tokenize(List.of(parted))
                        .getFirst()
                        .marked(parted.targets().getFirst(), MARKS, 128);

        assertThat(marked).hasSize(2).allMatch(row -> row.ids().length <= 128);
        assertThat(marked.get(0).ids()).contains(156, 157, 4).doesNotContain(5);
        assertThat(marked.get(1).ids()).contains(5, 156).endsWith(157, 3);
    }

    @Test
    void marked_fullWindow_keepsTheMentionAndItsMarks() {
        String late = "the ".repeat(125) + "acme";
        TextWithSpans parted =
                new TextWithSpans(late, List.of(), List.of(List.of(new TextSpan(500, 504))));
        List<Tokens> marked =
                toy.tokenize(List.of(parted))
                        .getFirst()
                        .marked(parted.targets().getFirst(), MARKS, 128);

        assertThat(marked).hasSize(1);
        assertThat(marked.getFirst().ids()).hasSize(128).startsWith(2).endsWith(157, 3);
    }

    private TokenWindows windows(String post) {
        return toy.tokenize(List.of(new TextWithSpans(post, List.of(new TextSpan(0, 1)))))
                .getFirst();
    }

    private static List<Integer> origins(List<Tokens> windows) {
        return windows.stream()
                .flatMap(window -> IntStream.of(window.origins()).boxed())
                .filter(origin -> origin != Tokens.NO_ORIGIN)
                .collect(Collectors.toList());
    }

    private static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(TokenWindowsTest.class.getResource("toy")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
