package dev.earshot.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

final class ExportTableTest {
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

    @Test
    void path_ofEachKind_namesTheBrand() {
        assertThat(ExportTable.POSTS.path("acme")).isEqualTo("/v1/brands/acme/posts");
        assertThat(ExportTable.CASES.path("acme")).endsWith("brand=acme");
    }
}
