package dev.earshot.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.export.ExportFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class ExportTableTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void row_ofCase_hasACellForEachColumnAndNoFormula() throws IOException {
        String row =
                ExportTable.CASES.row(
                        new ObjectMapper()
                                .readTree(
                                        "{\"id\":\"c\",\"state\":\"new\",\"sure\":true,"
                                                + "\"priority\":{\"level\":\"high\",\"points\":50},"
                                                + "\"brands\":[\"acme\",\"b\"],"
                                                + "\"agent\":\"=1+1, \\\"x\\\"\"}"));

        assertThat(row).isEqualTo("c,new,,true,high,50,acme b,,,,,\"'=1+1, \"\"x\"\"\",,,,,,,,,,");
        assertThat(ExportTable.CASES.header().split(",", -1)).hasSize(22);
    }

    private static final List<String> POSTS =
            List.of(
                    "{\"platform\":\"x\",\"id\":\"1\",\"createdAt\":\"2026-03-04T05:06:07.123Z\","
                            + "\"language\":\"en\",\"sentiment\":{\"label\":\"positive\","
                            + "\"positive\":0.75},\"brands\":[\"acme\",\"b\"],"
                            + "\"hashtags\":[\"tea\"],\"engagement\":{\"likes\":3000000000}}",
                    "{\"platform\":\"x\",\"id\":\"=1+1 \u00fc\",\"brands\":[],"
                            + "\"createdAt\":\"2026-03-04T05:06:08Z\",\"analysedAt\":null}");

    private Path parquet(List<String> items) throws IOException {
        Path file = folder.resolve("posts.parquet");
        try (ExportFile out = ExportFile.open(ExportFormat.PARQUET, ExportTable.POSTS, file)) {
            for (String item : items) {
                out.write(new ObjectMapper().readTree(item));
            }
        }
        return file;
    }

    @Test
    void parquet_readByDuckDb_hasTypesAndValues() throws Exception {
        Path file = parquet(POSTS);

        assertThat(
                        Duck.query(
                                file,
                                "select column_name, column_type from (describe select * from FILE)"))
                .contains(
                        "id|VARCHAR",
                        "createdAt|TIMESTAMP WITH TIME ZONE",
                        "sentiment_positive|DOUBLE",
                        "engagement_likes|BIGINT");
        assertThat(
                        Duck.query(
                                file,
                                "select id, epoch_ms(createdAt), sentiment_positive, brands, hashtags,"
                                        + " engagement_likes, analysedAt from FILE"))
                .containsExactly(
                        "1|1772600767123|0.75|acme b|tea|3000000000|null",
                        "=1+1 \u00fc|1772600768000|null||null|null|null");
    }

    @Test
    void parquet_ofNothing_isAFileWithoutRows() throws Exception {
        assertThat(Duck.query(parquet(List.of()), "select count(*) from FILE"))
                .containsExactly("0");
    }
}
