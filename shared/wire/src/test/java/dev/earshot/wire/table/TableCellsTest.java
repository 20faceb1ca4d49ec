package dev.earshot.wire.table;

import static dev.earshot.wire.Files.onlyPost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** What stands in cells that is not what was posted: what spreadsheets and platforms put there. */
class TableCellsTest {
    @Test
    void idsDressedByASpreadsheet_areUndressedOrRefused() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "a.csv",
                        """
                        tweet_id,text,link
                        "=""1294030472427835393""\",a,
                        '1294030472427835394,b,
                        1294030472427835396.0,c,
                        1.2940304724278E+18,d,
                        1.2940304724278E+18,e,https://twitter.com/kim/status/1294030472427835399
                        1294030472427830000,f,
                        """);

        assertThat(outcome.posts())
                .extracting(post -> post.id().nativeId())
                .containsExactly(
                        "1294030472427835393",
                        "1294030472427835394",
                        "1294030472427835396",
                        "1294030472427835399");
        assertThat(outcome.refused()).hasSize(2).allMatch(each -> each.contains("rounded"));
    }

    @Test
    void post_cameByAddress_hasThePlatformsId() throws IOException {
        Post post =
                onlyPost(
                        "id,text,created_at,link\n1860000000000000030,a,2024-11-05,https://x.com/kim/status/1860000000000000030\n");

        assertThat(post.id()).hasToString("x:1860000000000000030");
    }

    @Test
    void placeholders_areNoPosts() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "a.csv",
                        """
                        id,body,author
                        1,[removed],kim
                        2,[deleted],[deleted]
                        3,"[ Removed by Reddit ]",kim
                        4,The kettle leaks,[deleted]
                        5,nan,kim
                        6,NULL,kim
                        7,#NAME?,kim
                        """);

        assertThat(outcome.onlyPost().text()).isEqualTo("The kettle leaks");
        assertThat(outcome.onlyPost().author()).isEmpty();
        assertThat(outcome.leftOut()).hasSize(6);
    }

    @Test
    void rowWithMoreCellsThanHeaders_isRefused() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "a.csv",
                        "id,text,likes\n1,Nice, but it leaks,5\n2,short\n3,\"fine\",4,,\n");

        assertThat(outcome.texts()).containsExactly("short", "fine");
        assertThat(outcome.refused())
                .singleElement()
                .asString()
                .contains("row 2", "4 cells under 3");
    }

    @Test
    void entitiesInCells_areUndoneOnce() throws IOException {
        assertThat(
                        Files.read(
                                        "a.csv",
                                        "id,text\n1,AT&amp;T &lt;/3\n2,don&#39;t\n3,&amp;amp;\n")
                                .texts())
                .containsExactly("AT&T </3", "don't", "&amp;");
    }
}
