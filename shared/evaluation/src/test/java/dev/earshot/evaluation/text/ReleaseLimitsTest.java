package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.behaviour.BehaviourReport.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ReleaseLimitsTest {
    private static final String STATED =
            """
            {"statedGaps": {"gender": {"meanSentiment": 0.05, "falsePositives": 0.04}},
             "behaviourFailures": {"one typo": 5}}
            """;

    @TempDir private Path folder = Path.of("");

    private ReleaseLimits limits(String json) throws IOException {
        return ReleaseLimits.read(Files.writeString(folder.resolve("limits.json"), json));
    }

    private static BehaviourReport failing(String row, int failed) {
        return new BehaviourReport(
                List.of(new Row(row, "INV", 100, failed, List.of(), List.of("an example"))));
    }

    @Test
    void beyond_rowWithinItsLimit_isNothing() throws IOException {
        assertThat(limits(STATED).beyond(failing("one typo", 5))).isEmpty();
    }

    @Test
    void beyond_rowThatGotWorse_namesRowRateLimitAndAnExample() throws IOException {
        assertThat(limits(STATED).beyond(failing("one typo", 9)))
                .singleElement()
                .asString()
                .contains("one typo", "9.0 %", "at most 5.0 %", "an example");
    }

    @Test
    void beyond_rowWithoutALimit_isReported() throws IOException {
        assertThat(limits(STATED).beyond(failing("new row", 0)))
                .singleElement()
                .asString()
                .contains("no limit", "new row");
    }

    @Test
    void read_fileWithoutGaps_isRefusedByName() {
        assertThatThrownBy(() -> limits("{\"behaviourFailures\": {\"a\": 1}}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("states no statedGaps");
    }
}
