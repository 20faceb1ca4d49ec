package dev.earshot.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

class DpiaTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new CommandLine(
                        new Dpia(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"))))
                .execute(arguments);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void markdown_ofTheTemplatesDefaults_statesWhatIsReallySet() {
        assertThat(run("--platform", "x,bluesky")).isZero();
        assertThat(text())
                .contains("Texts 30 days, results 400 days, counts 800 days", "masked before")
                .doesNotContain("Against these settings");
    }

    @Test
    void markdown_withAnotherParameter_followsIt() {
        run("--platform", "x", "--set", "TextRetentionDays=7", "--set", "PersonalData=refuse");
        assertThat(text()).contains("Texts 7 days", "read and not stored");
    }

    @Test
    void retention_beyondAPlatformsDuty_isRefusedWithItsSource() {
        assertThat(run("--platform", "youtube")).isEqualTo(1);
        assertThat(text()).contains("youtube: results are kept for 400 days", "III.E.4");
    }

    @Test
    void json_hasTheShapeThatTheToolImports() throws Exception {
        run("--json", "--platform", "x");
        JsonNode root = new ObjectMapper().readTree(text());
        assertThat(root.fieldNames())
                .toIterable()
                .containsExactly("pia", "answers", "measures", "evaluations", "comments");
        assertThat(root.path("answers"))
                .isNotEmpty()
                .allSatisfy(
                        answer -> {
                            assertThat(answer.path("reference_to").asText())
                                    .matches("[12][0-9]{2}");
                            assertThat(answer.at("/data/text").asText()).isNotBlank();
                            assertThat(answer.at("/data/list").isArray()).isTrue();
                        });
    }

    @Test
    void notice_saysWhatIsReadHowLongAndWhatOneMayAsk() {
        run("--notice", "--platform", "x,mastodon");
        assertThat(text()).contains("mastodon, x", "texts 30 days", "object", "erased");
    }

    @Test
    void platform_thatIsNone_isRefused() {
        assertThat(run("--platform", "myspace")).isNotZero();
    }
}
