package dev.earshot.wire.table;

import static dev.earshot.wire.Files.onlyPost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostFiles;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** How the dates of a table are read, and when they are asked about instead. */
class TableDatesTest {
    @Test
    void dates_thatProveTheirOrder_areReadInIt() throws IOException {
        Files.Outcome days = Files.read("a.csv", "text,date\na,03/04/2024\nb,25/04/2024\n");
        Files.Outcome months =
                Files.read("a.csv", "text,date\na,03/04/2024 9:00 PM\nb,04/25/2024 9:00 PM\n");

        assertThat(days.posts().getFirst().createdAt()).isEqualTo("2024-04-03T00:00:00Z");
        assertThat(days.described().dates()).get().asString().contains("dmy", "25/04/2024");
        assertThat(months.posts().getFirst().createdAt()).isEqualTo("2024-03-04T21:00:00Z");
    }

    @Test
    void dates_thatProveNothing_areAskedAbout() throws IOException {
        String table = "text,date\na,03/04/2024\nb,05/06/2024\n";

        assertThat(Files.refusal("a.csv", table)).contains("03/04/2024", "--dates dmy");
        assertThat(
                        Files.read(
                                        "a.csv",
                                        table.getBytes(StandardCharsets.UTF_8),
                                        new PostFiles.Hints(Map.of(), Optional.of("mdy")))
                                .posts()
                                .getFirst()
                                .createdAt())
                .isEqualTo("2024-03-04T00:00:00Z");
    }

    @Test
    void dates_thatWouldLieInTheFuture_proveTheOtherOrder() throws IOException {
        assertThat(onlyPost("text,date\na,04/12/2026\n").createdAt())
                .isEqualTo("2026-04-12T00:00:00Z");
    }

    @Test
    void dateColumn_ofAnUnknownName_isNeverDatedNow() throws IOException {
        assertThat(Files.refusal("a.csv", "id,text,moment\n1,a,2024-11-05\n2,b,2024-11-06\n"))
                .contains("'moment'", "--columns time=NAME");
        Files.Outcome said = Files.read("a.csv", "id,text,when_posted\n1,a,2024-11-05\n");
        assertThat(said.onlyPost().createdAt()).isEqualTo("2024-11-05T00:00:00Z");
        assertThat(said.described().notes()).singleElement().asString().contains("'when_posted'");
        assertThat(Files.read("a.csv", "id,text\n1,a\n").described().notes())
                .singleElement()
                .asString()
                .contains("time of the import");
    }

    @Test
    void dateOfAnImpossibleDay_isRefused() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "a.csv",
                        "text,date\na,2024-02-30\nb,2024-02-29\nc,\nd,45601.5\ne,45601.5833\n");

        assertThat(outcome.posts())
                .extracting(post -> post.createdAt().toString())
                .containsExactly(
                        "2024-02-29T00:00:00Z", "2024-11-05T12:00:00Z", "2024-11-05T14:00:00Z");
        assertThat(outcome.refused())
                .hasSize(2)
                .first()
                .asString()
                .contains("row 2: column 'date'", "2024-02-30");
    }

    @Test
    void dateAndClock_inTwoColumns_areJoined() throws IOException {
        assertThat(onlyPost("Text,Date,Hour\na,2024-11-05,14:07\n").createdAt())
                .isEqualTo("2024-11-05T14:07:00Z");
    }
}
