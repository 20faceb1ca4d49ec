package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TargetOpinion;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.testkit.contract.TextModelContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Targets of posts, by a network that reads the word behind each marked mention. */
final class MarkedTargetsTest extends TextModelContract {
    private static final String MARKS =
            "\"target\": {\"open\": 156, \"close\": 157, \"temperature\": 2,"
                    + " \"abstainBelow\": 0.8, \"mixedFrom\": 0.3},";

    @TempDir private Path made = Path.of("");
    private PyTorchTextModel toy = load(folder());

    @BeforeEach
    void load() throws IOException {
        toy.close();
        toy = load(variant("target.pt", MARKS));
    }

    @AfterEach
    void close() {
        toy.close();
    }

    @Override
    protected TextModel model() {
        return toy;
    }

    @Test
    void analyseInParts_targets_areReadApartFromEachOther() {
        String post = "acme good, the phone bad";
        AnalysisWithSpans read =
                only(post, List.of(List.of(span(post, "acme")), List.of(span(post, "phone"))));

        assertThat(read.towards())
                .extracting(opinion -> opinion.sentiment().label())
                .containsExactly(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE);
        assertThat(read.whole()).isEqualTo(toy.analyse(List.of(post)).getFirst());
        // The network's 4 to -4, divided by the temperature 2
        assertThat(read.towards().getFirst().sentiment().positive())
                .isCloseTo(Math.exp(4) / (Math.exp(4) + Math.exp(2) + 1), within(1e-6));
    }

    @Test
    void analyseInParts_targetWithoutATellingWord_isUnsure() {
        String post = "acme camera";
        TargetOpinion opinion =
                only(post, List.of(List.of(span(post, "acme")))).towards().getFirst();

        assertThat(opinion.sureFrom()).isEqualTo(0.8);
        assertThat(opinion.sentiment().top()).isLessThan(0.8);
    }

    @Test
    void analyseInParts_targetPraisedAndBlamed_isMixed() {
        String post = "acme good, acme bad";
        TextSpan second = new TextSpan(11, 15);

        assertThat(only(post, List.of(List.of(span(post, "acme"), second))).towards())
                .extracting(TargetOpinion::mixed)
                .containsExactly(true);
        assertThat(only(post, List.of(List.of(second))).towards())
                .extracting(TargetOpinion::mixed)
                .containsExactly(false);
    }

    @Test
    void analyseInParts_targetFarBehind_isReadWhereItStands() {
        String post = "the camera. ".repeat(600) + "acme bad";

        assertThat(only(post, List.of(List.of(span(post, "acme")))).towards())
                .extracting(opinion -> opinion.sentiment().label())
                .containsExactly(SentimentLabel.NEGATIVE);
    }

    @Test
    void analyseInParts_targetThatIsNormalisedAway_takesWhatThePostSays() {
        String post = "@acme good camera";
        Sentiment whole = toy.analyse(List.of(post)).getFirst().sentiment();

        assertThat(only(post, List.of(List.of(new TextSpan(0, 5)))).towards())
                .extracting(TargetOpinion::sentiment)
                .containsExactly(whole);
    }

    @Test
    void analyseInParts_targetTensorThatTheModuleLacks_saysWhatToDo() throws IOException {
        Files.deleteIfExists(made.resolve("model.json"));
        Files.deleteIfExists(made.resolve("tokenizer.json"));
        try (PyTorchTextModel wrong = load(variant("model.pt", MARKS))) {
            assertThatThrownBy(() -> wrong.analyseInParts(List.of(marked("acme"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("export the model again");
        }
    }

    @Test
    void analyseEach_targetsOfAModelWithout_areRefused() {
        try (PyTorchTextModel without = load(folder())) {
            assertThat(without.readsTargets()).isFalse();
            assertThatThrownBy(
                            () ->
                                    without.analyseEach(
                                            List.of(
                                                    new LanguageText(
                                                            marked("acme"), Optional.empty()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not read them");
        }
    }

    private static TextWithSpans marked(String post) {
        return new TextWithSpans(post, List.of(), List.of(List.of(new TextSpan(0, post.length()))));
    }

    private AnalysisWithSpans only(String post, List<List<TextSpan>> targets) {
        return toy.analyseInParts(List.of(new TextWithSpans(post, List.of(), targets))).getFirst();
    }

    private static TextSpan span(String post, String word) {
        int start = post.indexOf(word);
        return new TextSpan(start, start + word.length());
    }

    private Path variant(String weights, String target) throws IOException {
        for (String name : List.of(weights, "tokenizer.json")) {
            Files.copy(folder().resolve(name), made.resolve(name));
        }
        Files.writeString(
                made.resolve("model.json"),
                """
                {"name": "toy", "revision": "1", "parts": {"temperature": 0.5}, %s
                 "languages": ["en"], "input": {"maxTokens": 128},
                 "heads": [{"name": "sentiment", "labels": ["negative", "neutral", "positive"]}],
                 "output": {"file": "%s", "sha256": "%s"}}
                """
                        .formatted(target, weights, "0".repeat(64)));
        return made;
    }

    private static PyTorchTextModel load(Path folder) {
        return PyTorchTextModel.load(folder, ComputeDevice.CPU);
    }

    private static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(MarkedTargetsTest.class.getResource("toy")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
