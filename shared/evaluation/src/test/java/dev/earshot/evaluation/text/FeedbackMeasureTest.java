package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.evaluation.report.Figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class FeedbackMeasureTest {
    private static final String ITEM =
            """
            {"id":"%d","platform":"x","said":{"sentiment":"%s","brands":{}},\
            "shown":{"sentiment":"%s","brands":{}},"language":"%s",\
            "model":{"name":"text","revision":"7"},"at":"2026-03-04T12:00:00Z","by":"k"}
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void of_corrections_countsDisagreementsOverallAndByKind() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            lines.append(ITEM.formatted(i, "negative", i < 2 ? "negative" : "neutral", "en"));
        }
        for (int i = 6; i < 8; i++) {
            lines.append(ITEM.formatted(i, "mixed", "positive", "es"));
        }

        assertThat(FeedbackMeasure.of(file(lines.toString())))
                .extracting(Figure::name, Figure::count, Figure::value)
                .containsExactly(
                        tuple("feedback: people disagree", 8, 75.0),
                        tuple("feedback: people disagree, language en", 6, 100 * (4 / 6.0)),
                        tuple("feedback: people disagree, model text 7", 8, 75.0));
    }

    @Test
    void of_brandsOfAPage_countsEachLabel() throws IOException {
        String page =
                """
                {"items":[{"id":"1","said":{"brands":{"acme":"negative","zenith":"neutral"}},\
                "shown":{"sentiment":"mixed","brands":{"acme":"positive","zenith":"neutral"}},\
                "language":"en"}]}
                """;

        assertThat(FeedbackMeasure.of(file(page)))
                .singleElement()
                .satisfies(
                        all -> {
                            assertThat(all.count()).isEqualTo(2);
                            assertThat(all.value()).isEqualTo(50);
                        });
    }

    @Test
    void of_somethingElse_namesTheLine() {
        assertThatThrownBy(() -> FeedbackMeasure.of(file("\n{\"said\":{}}\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("lacks said or shown");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("feedback.ndjson"), content);
    }
}
