package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.reading.Explainer;
import dev.earshot.testkit.contract.TextModelContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class PyTorchTextModelTest extends TextModelContract {
    /** Padding changes the order of additions, and so the last digits. */
    private static final double ROUNDING = 1e-4;

    private static final Path FOLDER =
            Path.of(System.getProperty("earshot.models", "models/target/assembled"), "text");
    private static final Path POSTS =
            Path.of(System.getProperty("earshot.data", "../shared/data"), "text");

    private static @Nullable PyTorchTextModel loaded;

    @BeforeAll
    static void load() {
        Assumptions.assumeTrue(
                Files.exists(FOLDER.resolve("model.pt")),
                FOLDER + " is not assembled: mvn -pl models package");
        loaded = PyTorchTextModel.load(FOLDER, ComputeDevice.CPU);
    }

    @AfterAll
    static void close() {
        if (loaded != null) {
            loaded.close();
        }
    }

    @Override
    protected TextModel model() {
        return assembled();
    }

    private static PyTorchTextModel assembled() {
        if (loaded == null) {
            throw new IllegalStateException("not loaded");
        }
        return loaded;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    positive | I absolutely love my new phone, best purchase ever! 😍
                    positive | Thank you @acme, the support team was wonderful today
                    positive | What a beautiful day, so happy with the results :)
                    negative | Worst customer service ever. I want my money back @acme
                    negative | The battery died after an hour, what a piece of garbage 😡
                    negative | I hate this update, everything is broken and nobody answers
                    neutral  | The new store opens on Monday at 9 am in Leeds
                    neutral  | Acme will announce its quarterly results on Thursday
                    """)
    void analyse_plainPost_readsItsSentiment(String expected, String text) {
        assertThat(only(text).sentiment().label().key()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    anger    | I am furious, this is outrageous and I am so angry right now
                    joy      | Haha that was hilarious, we laughed all night! So much fun 😂
                    sadness  | I miss her so much, feeling so lonely and depressed today
                    """)
    void analyse_plainPost_readsItsEmotion(String expected, String text) {
        assertThat(only(text).emotions().orElseThrow().top().key()).isEqualTo(expected);
    }

    @Test
    void analyse_manyLengths_keepsTheOrderOfTheTexts() {
        Random dice = new Random(8);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String verdict = i % 2 == 0 ? "I love it, great" : "I hate it, awful";
            texts.add((verdict + " stuff").concat(" and more".repeat(dice.nextInt(12))));
        }
        Collections.shuffle(texts, dice);
        List<TextAnalysis> together = model().analyse(texts);
        for (int i = 0; i < texts.size(); i++) {
            Sentiment alone = only(texts.get(i)).sentiment();
            assertThat(together.get(i).sentiment().positive())
                    .as(texts.get(i))
                    .isCloseTo(alone.positive(), within(ROUNDING));
        }
    }

    @Test
    void analyse_oddTexts_givesAResultForEach() {
        List<String> texts =
                List.of(
                        "",
                        " \n\t",
                        "\u0000\u0000",
                        "\ud800 half a character \udc00",
                        "😂😂😂",
                        "a".repeat(10_000),
                        "word ".repeat(2_000),
                        "@user http",
                        "\u202e\u200b\ufeff",
                        "𝔣𝔞𝔫𝔠𝔶 ｗｉｄｅ");
        assertThat(model().analyse(texts)).hasSize(texts.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    negative | The screen cracked on the first day and nobody ever answered my mails, I want a refund.
                    negative | Honestly the worst purchase of my life, it broke twice and support was rude.
                    positive | I have to say that I adore it, the best present that I ever got, thank you so much!
                    """)
    void analyse_opinionAnywhereInALongPost_givesTheSameVerdict(String label, String opinion) {
        List<String> facts =
                List.of(
                        "The box came on Tuesday with two cables and a leaflet.",
                        "We took the train at nine and arrived in the town before noon.",
                        "There is a shop on the corner that sells stamps and newspapers.",
                        "My brother lives near the station and works from home on Fridays.",
                        "The meeting was moved from the third to the second floor.");
        List<String> posts = new ArrayList<>();
        for (int at = 0; at <= 40; at += 4) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                sentences.add(facts.get(i % facts.size()));
            }
            sentences.add(at, opinion);
            posts.add(String.join(" ", sentences));
        }
        List<TextAnalysis> read = model().analyse(posts);
        DoubleSummaryStatistics said =
                read.stream()
                        .mapToDouble(
                                each ->
                                        label.equals("negative")
                                                ? each.sentiment().negative()
                                                : each.sentiment().positive())
                        .summaryStatistics();
        assertThat(said.getMax() - said.getMin()).isLessThan(0.05);
        assertThat(read)
                .allSatisfy(
                        each -> {
                            assertThat(each.sentiment().label().key()).isEqualTo(label);
                            assertThat(each.unreadFrom()).isEmpty();
                        });
    }

    @Test
    void analyse_fromFourThreads_agreesWithOne() throws InterruptedException, ExecutionException {
        List<String> texts = List.of("so good", "so bad", "the train leaves at nine", "meh");
        List<TextAnalysis> expected = model().analyse(texts);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<TextAnalysis>>> results = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                results.add(pool.submit(() -> model().analyse(texts)));
            }
            for (Future<List<TextAnalysis>> result : results) {
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(result.get().get(i).sentiment().negative())
                            .isCloseTo(expected.get(i).sentiment().negative(), within(ROUNDING));
                }
            }
        }
    }

    @Test
    void analyse_explained_namesTheTellingWord() {
        Attribution why = new Explainer(model()).explain("The delivery was terrible");
        assertThat(why.drivers().getFirst().word()).isEqualTo("terrible");
    }

    @Tag("data")
    @Test
    void analyse_someDevelopmentPosts_scoresWellAboveTheMajority() throws IOException {
        Path file = POSTS.resolve("sentiment_en_tweeteval.dev.tsv.gz");
        Assumptions.assumeTrue(Files.exists(file), "no labelled posts at " + file);
        EvaluateText.Labelled all = EvaluateText.Labelled.read(file);
        EvaluateText.Labelled some =
                new EvaluateText.Labelled(
                        all.labels().subList(0, 200), all.texts().subList(0, 200));
        MacroScores scores =
                EvaluateText.measure(assembled(), some, a -> a.sentiment().label().key());
        assertThat(scores.recall()).isGreaterThan(60);
    }

    @Test
    void label_ofAnyText_isNeverAbstain() {
        assertThat(only("").sentiment().label()).isNotEqualTo(SentimentLabel.ABSTAIN);
    }

    private static TextAnalysis only(String text) {
        return assembled().analyse(List.of(text)).getFirst();
    }
}
