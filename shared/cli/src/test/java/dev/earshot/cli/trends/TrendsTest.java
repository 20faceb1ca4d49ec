package dev.earshot.cli.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

final class TrendsTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:02:53Z");
    private static final int DAY = 288;

    private record Run(int code, List<JsonNode> lines, String error) {
        List<JsonNode> buckets() {
            return lines.stream().filter(line -> line.has("time")).toList();
        }

        List<JsonNode> episodes() {
            return lines.stream().filter(line -> line.has("episode")).toList();
        }
    }

    @Test
    void table_withASpike_isOneLineABucketAndOneEpisode(@TempDir Path folder) throws IOException {
        Run run = trends(table(folder, "", 9 * DAY, -1));

        assertThat(run.code()).isZero();
        assertThat(run.buckets()).hasSize(10 * DAY);
        assertThat(run.buckets().getFirst().get("time").asText()).isEqualTo(BEGIN.toString());
        assertThat(run.buckets().getFirst().properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("time", "count", "expected", "evidence", "state", "alert");
        assertThat(run.buckets()).filteredOn(line -> line.get("alert").asBoolean()).hasSize(1);
        assertThat(run.episodes())
                .singleElement()
                .satisfies(
                        episode -> {
                            assertThat(episode.get("state").asText()).isEqualTo("resolved");
                            assertThat(episode.get("ratio").asDouble()).isBetween(3.0, 5.0);
                        });
        assertThat(run.lines().getLast().has("episode")).isTrue();
    }

    @Test
    void table_onlyAlertsWanted_isTheEpisodesAlone(@TempDir Path folder) throws IOException {
        Run run = trends(table(folder, "", 9 * DAY, -1), "--alerts");

        assertThat(run.lines()).hasSize(1).isEqualTo(run.episodes());
    }

    @Test
    void table_decisions_dependOnNothingThatComesLater(@TempDir Path folder) throws IOException {
        Run whole = trends(table(folder, "", 9 * DAY, -1));
        Path cut = folder.resolve("cut.csv");
        List<String> rows = Files.readAllLines(folder.resolve("counts.csv"));
        Files.write(cut, rows.subList(0, 1 + 9 * DAY + 5));

        Run begun = trends(cut.toString());

        assertThat(begun.buckets()).isEqualTo(whole.buckets().subList(0, 9 * DAY + 5));
    }

    @Test
    void table_brokenRowAndMissingHour_areSaidAndNoZeros(@TempDir Path folder) throws IOException {
        Run run = trends(table(folder, "2026-03-02 00:02:53;many\n", 9 * DAY, DAY));

        assertThat(run.code()).isZero();
        assertThat(run.error()).contains("left out 1", "line 2", "many");
        assertThat(run.buckets()).hasSize(10 * DAY);
        assertThat(run.buckets().subList(DAY, DAY + 12))
                .allSatisfy(line -> assertThat(line.get("count").isNull()).isTrue());
    }

    @Test
    void table_ofAFewRows_saysThatItCantJudge(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("few.csv");
        Files.writeString(file, "time;count\n2026-03-02T00:00:00Z;1\n2026-03-02T00:05:00Z;0\n");

        Run run = trends(file.toString());

        assertThat(run.lines()).hasSize(2);
        assertThat(run.error()).contains("too few posts to judge");
    }

    @Test
    void posts_ofAFile_areCountedAndTheirSpikeExplained(@TempDir Path folder) throws IOException {
        var random = new Random(3);
        var rows = new StringBuilder();
        int id = 0;
        for (int i = 0; i < 3 * DAY; i++) {
            boolean spike = i >= 2 * DAY + 100 && i < 2 * DAY + 112;
            int posts = 3 + random.nextInt(5) + (spike ? 40 : 0);
            for (int p = 0; p < posts; p++) {
                String text = spike && p >= 8 ? "I want a refund for mine" : "What a nice day";
                rows.append(
                        """
                        {"platform":"upload","id":"%d","text":"%s","createdAt":"%s","author":{"id":"u%d"}}
                        """
                                .formatted(id++, text, BEGIN.plusSeconds(i * 300L), id % 50));
            }
        }
        Path file = folder.resolve("posts.jsonl");
        Files.writeString(file, rows);

        Run run = trends(file.toString());

        assertThat(run.error()).isEmpty();
        assertThat(run.buckets()).hasSize(3 * DAY);
        assertThat(run.episodes())
                .singleElement()
                .satisfies(
                        episode -> {
                            assertThat(episode.get("why").asText()).contains("refund");
                            assertThat(episode.get("posts")).isNotEmpty();
                        });
    }

    @Test
    void posts_inWhichSevenAccountsBeginToUseAHashtag_endWithThatTopic(@TempDir Path folder)
            throws IOException {
        var random = new Random(3);
        var rows = new StringBuilder();
        for (int i = 0; i < DAY + 20; i++) {
            for (int p = 0; p < 6; p++) {
                var text = new StringBuilder();
                for (int w = 0; w < 7; w++) {
                    text.append("word").append(random.nextInt(60)).append(' ');
                }
                text.append(i == DAY + 10 ? "#recall" : "today");
                rows.append(
                        """
                        {"platform":"upload","id":"%d","text":"%s","createdAt":"%s","author":{"id":"u%d"}}
                        """
                                .formatted(
                                        10 * i + p,
                                        text,
                                        BEGIN.plusSeconds(i * 300L + p),
                                        10 * i + p));
            }
        }
        Path file = folder.resolve("posts.jsonl");
        Files.writeString(file, rows);

        Run run = trends(file.toString(), "--alerts");

        assertThat(run.lines())
                .singleElement()
                .satisfies(
                        topic -> {
                            assertThat(topic.get("label").asText()).isEqualTo("#recall");
                            assertThat(topic.get("authors").asLong()).isEqualTo(6);
                            assertThat(topic.get("posts").asLong()).isEqualTo(6);
                            assertThat(topic.get("examples")).hasSize(3);
                            assertThat(topic.get("state").asText()).isEqualTo("weak");
                        });
    }

    private static String table(Path folder, String first, int spike, int hole) throws IOException {
        var random = new Random(7);
        var rows = new StringBuilder("timestamp,value\n").append(first);
        for (int i = 0; i < 10 * DAY; i++) {
            long count = Math.round(20 + 4 * random.nextGaussian());
            boolean raised = i >= spike && i < spike + 12;
            if (hole < 0 || i < hole || i >= hole + 12) {
                rows.append(TIME.format(BEGIN.plusSeconds(i * 300L)))
                        .append(',')
                        .append(Math.max(0, raised ? 4 * count : count))
                        .append('\n');
            }
        }
        Path file = folder.resolve("counts.csv");
        Files.writeString(file, rows);
        return file.toString();
    }

    private static Run trends(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        int code =
                new CommandLine(
                                new Trends(
                                        new PrintStream(out, true, StandardCharsets.UTF_8),
                                        new PrintStream(error, true, StandardCharsets.UTF_8),
                                        () -> BEGIN))
                        .execute(arguments);
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return new Run(code, lines, error.toString(StandardCharsets.UTF_8));
    }
}
