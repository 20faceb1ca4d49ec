package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.Explainer;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.PostReadings;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ResultsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z"));
    private static final TextReader READER =
            new TextReader(
                    new KeywordTextModel(),
                    (text, declared) -> new Language(text.contains("bonjour") ? "fr" : "en", 1),
                    Set.of("en"));
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Summary summary =
            new Summary(new PrintStream(told, true, StandardCharsets.UTF_8), false);

    @Test
    void results_ofMixedItems_keepTheirOrder() throws Exception {
        List<JsonNode> lines =
                lines(
                        Optional.empty(),
                        """
                        {"id":"1","text":"Acme is good","createdAt":"2026-01-01T00:00:00Z"}
                        {"id":"2","text":"Acme is bad","createdAt":"nonsense"}
                        {"id":"3","text":"bonjour Acme"}
                        {"id":"1","deleted":true}
                        {"id":"4","text":"bad, bad"}
                        """);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).at("/sentiment/label").asText()).isEqualTo("positive");
        assertThat(lines.get(0).at("/brands/0").asText()).isEqualTo("acme");
        assertThat(lines.get(0).at("/text").asText()).isEqualTo("Acme is good");
        assertThat(lines.get(1).at("/error/path").asText()).isEqualTo("line 2: createdAt");
        assertThat(lines.get(1).at("/error/reason").asText()).contains("nonsense");
        assertThat(lines.get(1).at("/file").asText()).isEqualTo("posts.ndjson");
        assertThat(lines.get(2).at("/sentiment/label").asText()).isEqualTo("abstain");
        assertThat(lines.get(2).at("/language").asText()).isEqualTo("fr");
        assertThat(lines.get(3).at("/removed").asBoolean()).isTrue();
        assertThat(lines.get(4).at("/sentiment/label").asText()).isEqualTo("negative");
        summary.end();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("3 posts, 1 removal, 1 refused");
    }

    @Test
    void results_ofQuotedLines_countForTheBrandAndNotForTheMood() throws Exception {
        List<JsonNode> lines =
                lines(
                        Optional.empty(),
                        """
                        {"kind":"t1","data":{"name":"t1_a","id":"a","body":"&gt; Acme is good\\n\\nthat is bad","author":"kim","created_utc":1730800800}}
                        """);

        assertThat(lines.getFirst().at("/text").asText()).isEqualTo("that is bad");
        assertThat(lines.getFirst().at("/sentiment/label").asText()).isEqualTo("negative");
        assertThat(lines.getFirst().at("/brands/0").asText()).isEqualTo("acme");
        assertThat(lines.getFirst().at("/context/sentiment").asText()).isEqualTo("positive");
        assertThat(lines.getFirst().at("/context/brands/0").asText()).isEqualTo("acme");
    }

    @Test
    void results_ofAChangedPost_sayWhatWasChanged() throws Exception {
        List<JsonNode> lines = lines(Optional.empty(), "{\"id\":\"1\",\"text\":\"CafÃ© is bad\"}");

        assertThat(lines.getFirst().at("/text").asText()).isEqualTo("Café is bad");
        assertThat(lines.getFirst().at("/notes/0").asText()).contains("decoded twice");
    }

    @Test
    void results_explained_nameTheWordThatDroveTheVerdict() throws Exception {
        List<JsonNode> lines =
                lines(
                        Optional.of(new Explainer(new KeywordTextModel())),
                        "{\"id\":\"1\",\"text\":\"a bad day\"}");

        assertThat(lines.getFirst().at("/words/0/word").asText()).isEqualTo("bad");
        assertThat(lines.getFirst().at("/words/0/weight").asDouble()).isPositive();
    }

    @Test
    void results_ofPictures_areThoseOfTheVisionModelOrARefusal() throws Exception {
        Results results = results(Optional.empty());

        List<String> lines =
                results.of(
                        List.of(
                                new InputItem.Picture("broken.jpg", new byte[] {1, 2, 3}),
                                new InputItem.Picture(
                                        "a.png",
                                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})));

        JsonNode refused = new ObjectMapper().readTree(lines.get(0));
        JsonNode seen = new ObjectMapper().readTree(lines.get(1));
        assertThat(refused.at("/error/reason").asText()).isNotBlank();
        assertThat(refused.at("/file").asText()).isEqualTo("broken.jpg");
        assertThat(seen.at("/key").asText()).isEqualTo("a.png");
        assertThat(seen.at("/status").asText()).isEqualTo("analysed");
    }

    private Results results(Optional<Explainer> explainer) {
        return new Results(
                new PostReadings(READER, CLOCK),
                () -> new MediaReadings(new MagicNumberVisionModel(), READER, CLOCK),
                BrandMatcher.of(new BrandCatalogue(1, List.of(Brand.named("acme", "Acme")))),
                OwnAccounts.NONE,
                explainer,
                new Watching(
                        () -> {
                            throw new IllegalStateException("no video is in these tests");
                        },
                        System.err),
                summary);
    }

    private List<JsonNode> lines(Optional<Explainer> explainer, String input) throws Exception {
        var queue = new BatchQueue();
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        try (InputFile file = new InputFile.Standard(new ByteArrayInputStream(bytes))) {
            new FileReading(
                            "posts.ndjson",
                            Optional.empty(),
                            PostFiles.Hints.NONE,
                            note -> {},
                            new Pseudonymiser(new byte[32]),
                            queue,
                            CLOCK.instant())
                    .read(file);
        }
        queue.end();
        Results results = results(explainer);
        List<JsonNode> lines = new ArrayList<>();
        for (List<InputItem> batch = queue.take(2); !batch.isEmpty(); batch = queue.take(2)) {
            for (String line : results.of(batch)) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }
}
