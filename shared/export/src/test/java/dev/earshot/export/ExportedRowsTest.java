package dev.earshot.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.text.Intent;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.view.CaseView;
import dev.earshot.influence.score.RankedAuthor;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.wire.api.JsonWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Each kind of row in each format, read back by others. */
final class ExportedRowsTest {
    private static final Instant HOUR = Instant.parse("2026-03-04T05:00:00Z");

    @TempDir private Path folder = Path.of("");

    private <R> Path file(ExportRows.Opening<R> opening, ExportFormat format, List<R> rows)
            throws IOException {
        Path file = folder.resolve("rows." + format.key());
        try (ExportRows<R> out = opening.open(format, file)) {
            for (R row : rows) {
                out.write(row);
            }
        }
        return file;
    }

    private static Case complaint() {
        PostAnalysis post =
                Posts.post("1")
                        .about("acme")
                        .with(Posts.wanting(Intent.COMPLAINT, .9, true))
                        .analysis();
        var conversation = new Conversation(post.id(), post.createdAt(), HOUR);
        CaseFile file =
                CaseFile.of(
                                CaseId.of(conversation),
                                List.of(post.with(post.context().with(conversation))),
                                Map.of(),
                                Map.of())
                        .orElseThrow();
        return Case.of(file, CaseSettings.STANDARD, Set.of()).orElseThrow();
    }

    private static CountDelta counted() {
        return new CountDelta(
                "acme",
                HOUR,
                new WindowCounts(
                        Map.of(
                                "posts", 5L,
                                "own", 1L,
                                "sentiment/negative", 3L,
                                "sentiment/abstain", 2L,
                                "intent/complaint", 3L,
                                "language/de", 1L,
                                "language/en", 4L,
                                "hashtag/=cmd", 2L,
                                "irony/yes", 1L)));
    }

    private static RankedAuthor ranked() {
        return new RankedAuthor(
                3,
                new ScoredAuthor(
                        ScoreStoreContract.score(Posts.author(1), "acme", 60, HOUR),
                        OptionalLong.of(1_200),
                        List.of()));
    }

    @Test
    void cases_asLines_areWhatTheApiLists() throws Exception {
        Case each = complaint();
        Path file = file(ExportedRows::cases, ExportFormat.NDJSON, List.of(each));

        assertThat(tree(Files.readString(file)))
                .isEqualTo(tree(new JsonWriter().write(CaseView.listed(each))));
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    @Test
    void cases_asParquet_haveTypes() throws Exception {
        Path file = file(ExportedRows::cases, ExportFormat.PARQUET, List.of(complaint()));

        assertThat(
                        Duck.query(
                                file,
                                "select state, kind, sure, priority_level, typeof(priority_points),"
                                        + " brands, typeof(openedAt), epoch_ms(openedAt) from FILE"))
                .containsExactly(
                        "new|complaint|true|high|BIGINT|acme|TIMESTAMP WITH TIME ZONE|"
                                + HOUR.toEpochMilli());
    }

    @Test
    void counts_asParquet_addUp() throws Exception {
        Path file = file(ExportedRows::counts, ExportFormat.PARQUET, List.of(counted(), counted()));

        assertThat(
                        Duck.query(
                                file,
                                "select sum(posts), sum(own), sum(sentiment_negative),"
                                        + " sum(sentiment_positive), sum(intent_complaint), sum(ironic),"
                                        + " min(language), min(epoch_ms(start)) from FILE"))
                .containsExactly("10|2|6|0|6|2|de=1 en=4|" + HOUR.toEpochMilli());
    }

    @Test
    void counts_asATable_holdNoFormula() throws Exception {
        List<String> lines =
                Files.readAllLines(
                        file(ExportedRows::counts, ExportFormat.CSV, List.of(counted())));

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("\uFEFFbrand,start,posts,own,reposts,sentiment.negative,")
                .endsWith(",platform,language,product,hashtag");
        assertThat(lines.getLast())
                .startsWith("acme,2026-03-04T05:00:00Z,5,1,0,3,")
                .endsWith(",de=1 en=4,,'=cmd=2");
    }

    @Test
    void scores_asParquet_haveIntervalsAndParts() throws Exception {
        Path file = file(ExportedRows::scores, ExportFormat.PARQUET, List.of(ranked()));

        assertThat(
                        Duck.query(
                                file,
                                "select rank, author, followers, score, interval_0, interval_1,"
                                        + " components_engagement, caveats from FILE"))
                .containsExactly(
                        "3|" + Posts.author(1).pseudonym() + "|1200|60.0|30.0|90.0|60.0|a caveat");
    }
}
