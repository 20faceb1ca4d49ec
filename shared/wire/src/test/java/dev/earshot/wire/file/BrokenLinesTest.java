package dev.earshot.wire.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Files of JSON lines of which most are broken, and what only looks like such. */
class BrokenLinesTest {
    private static String post(int number) {
        return "{\"platform\":\"mastodon\",\"id\":\""
                + number
                + "\",\"created_at\":\"2026-03-04T12:00:00Z\",\"text\":\"tea "
                + number
                + "\"}";
    }

    private static List<String> refusedLines(Files.Outcome outcome) {
        return outcome.refused().stream().map(each -> each.substring(0, 6)).toList();
    }

    @Test
    void wholeLine_beforeBrokenOnes_isReadAndEachBrokenOneTold() throws IOException {
        for (int cut : List.of(1, 30, 60, post(1).length() - 1)) {
            List<String> lines = new ArrayList<>(List.of(post(1)));
            for (int i = 2; i <= 5; i++) {
                lines.add(post(i).substring(0, cut));
            }
            var read = Files.read("posts.jsonl", String.join("\n", lines));
            assertThat(read.texts()).as("cut at %d", cut).containsExactly("tea 1");
            assertThat(refusedLines(read)).containsExactly("line 2", "line 3", "line 4", "line 5");
        }
    }

    @Test
    void wholeLine_behindBrokenOnes_isReadToo() throws IOException {
        var read =
                Files.read(
                        "posts.jsonl",
                        post(1).substring(0, 40)
                                + "\n"
                                + post(2).substring(0, 50)
                                + "\n"
                                + post(3).substring(0, 20)
                                + "\n"
                                + post(4));
        assertThat(read.texts()).containsExactly("tea 4");
        assertThat(read.refused().getFirst())
                .as("the place is that in the file, once")
                .contains("line 1: ", "at column 41")
                .doesNotContain("at line");
    }

    @Test
    void linesOfAnArrayThatWasCutUp_areReadWithoutTheirCommas() throws IOException {
        var read =
                Files.read("posts.jsonl", post(1) + ",\n" + post(2) + ", \r\n" + post(3) + ",\n");
        assertThat(read.texts()).containsExactly("tea 1", "tea 2", "tea 3");
    }

    @Test
    void documentOfManyLines_staysADocument() throws IOException {
        String one =
                "{\"id\":\"1\",\"text\":\"tea\",\"created_at\":\"2026-03-04T12:00:00Z\",\"author_id\":\"1\"}";
        String other = one.replace("\"id\":\"1\"", "\"id\":\"2\"");
        for (String document :
                List.of(
                        "{\"data\":[\n" + one + ",\n" + other + "\n]}",
                        "{\n \"data\":\n[\n" + one + "\n,\n" + other + "\n]\n}",
                        "{\"meta\":{\"count\":2},\n\"data\":[" + one + ",\n" + other + "]}")) {
            assertThat(Files.read("page.json", document).texts())
                    .as(document)
                    .containsExactly("tea", "tea");
        }
    }

    @Test
    void valuesOneAfterAnother_areRefusedWithTheWayOn() throws IOException {
        String pretty = post(1).replace(",", ",\n").replace("{", "{\n");
        for (String file : List.of(post(1) + post(2), pretty + "\n" + pretty)) {
            assertThat(Files.read("posts.json", file).refused())
                    .singleElement()
                    .asString()
                    .contains("put each value on a line of its own");
        }
    }
}
