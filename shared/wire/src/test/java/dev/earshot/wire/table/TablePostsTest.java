package dev.earshot.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.wire.Decoding;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class TablePostsTest {
    /** Longest row in the test of many short ones. */
    private static final int ROW_LENGTH = 24;

    private static List<Decoded> read(String table) throws IOException {
        return read(table, StandardCharsets.UTF_8);
    }

    private static List<Decoded> read(String table, Charset charset) throws IOException {
        return Files.read("posts.csv", table.getBytes(charset)).decoded();
    }

    @Test
    void table_plain_givesItsPosts() throws IOException {
        Post post =
                Decoding.onlyPost(
                        read(
                                """
                                id,text,created_at,lang,author_id,public_metrics.like_count,platform
                                17,"He said ""no"",
                                twice",2026-01-02T03:04:05Z,en,7,12,x
                                """));

        assertThat(post.id().toString()).isEqualTo("x:17");
        assertThat(post.text()).isEqualTo("He said \"no\",\ntwice");
        assertThat(post.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(post.declaredLanguage()).contains("en");
        assertThat(post.author()).isPresent();
        assertThat(post.engagement().likes()).hasValue(12);
    }

    @Test
    void table_withOtherSeparators_isRecognised() throws IOException {
        for (String separator : List.of(";", "\t", "|")) {
            List<Decoded> decoded =
                    read(
                            String.join(separator, "id", "text")
                                    + "\n"
                                    + String.join(separator, "1", "one, two")
                                    + "\n");

            assertThat(Decoding.onlyPost(decoded).text()).isEqualTo("one, two");
        }
    }

    @Test
    void table_withMarks_isRead() throws IOException {
        String table = "\uFEFFid,text\n1,\u00e9t\u00e9\n";

        assertThat(Decoding.onlyPost(read(table)).text()).isEqualTo("\u00e9t\u00e9");
        assertThat(Decoding.onlyPost(read(table, StandardCharsets.UTF_16LE)).text())
                .isEqualTo("\u00e9t\u00e9");
    }

    @Test
    void table_ofBrandwatch_isReadBelowItsPreamble() throws IOException {
        Post post =
                Decoding.onlyPost(
                        read(
                                """
                                Report:,Bulk Mentions Download
                                Brand:,Acme
                                From:,Thu Jan 01 00:00:00 UTC 2026
                                To:,Fri Jan 02 00:00:00 UTC 2026
                                Label:,

                                Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Author,Full Text,Impressions
                                1,acme,2026-01-01 10:20:30.0,A title,short...,https://twitter.com/someone/status/1850000000000000700,twitter.com,neutral,twitter,en,someone,The full text,"1,234"
                                """));

        assertThat(post.text()).isEqualTo("A title\n\nThe full text");
        assertThat(post.id().toString()).isEqualTo("x:1850000000000000700");
        assertThat(post.createdAt()).isEqualTo("2026-01-01T10:20:30Z");
        assertThat(post.engagement().views()).hasValue(1234);
    }

    @Test
    void table_ofSprout_isReadWithItsDates() throws IOException {
        List<Decoded> decoded =
                read(
                        """
                        Date,Post ID,Network,Post Type,Profile,Post,Impressions,Likes
                        1/31/2026 3:04 pm,'1850000000000000701,X,Post,Acme,Hello there,"12,345",-
                        2/1/2026 15:04,1850000000000000702,Facebook,Post,Acme,Hello again,10,3
                        """);

        assertThat(Decoding.posts(decoded))
                .extracting(Post::createdAt)
                .containsExactly(
                        java.time.Instant.parse("2026-01-31T15:04:00Z"),
                        java.time.Instant.parse("2026-02-01T15:04:00Z"));
        assertThat(Decoding.posts(decoded).getFirst().engagement().likes()).isEmpty();
    }

    @Test
    void row_wrong_isRefusedWithRowAndColumn() throws IOException {
        List<Decoded> decoded =
                read(
                        """
                        id,Text,Created At,Likes
                        1,fine,2026-01-01,1
                        2,bad date,soon,1
                        3,bad count,2026-01-01,-5
                        1.85E+18,bad id,2026-01-01,1
                        5,fine again,2026-01-01,1
                        """);

        assertThat(Decoding.posts(decoded)).hasSize(3);
        assertThat(decoded.stream().filter(Decoded.Rejected.class::isInstance))
                .extracting(each -> ((Decoded.Rejected) each).path())
                .containsExactly("row 3: column 'Created At'", "row 5: column 'id'");
        assertThat(((Decoded.Rejected) decoded.get(1)).payload())
                .isEqualTo(
                        "{\"id\":\"2\",\"Text\":\"bad date\",\"Created"
                                + " At\":\"soon\",\"Likes\":\"1\"}");
    }

    @Test
    void row_withoutId_getsTheSameOneEachTime() throws IOException {
        String table = "text\nsame words\n";

        assertThat(Decoding.onlyPost(read(table)).id())
                .isEqualTo(Decoding.onlyPost(read(table)).id());
    }

    @Test
    void quote_leftOpen_endsWithARefusal() throws IOException {
        List<Decoded> decoded = read("id,text\n1,fine\n2,\"open\n" + "x\n".repeat(10));

        assertThat(Decoding.posts(decoded)).isNotEmpty();
        assertThat(decoded.getLast()).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void row_withTextBehindAClosingQuote_isRefusedAndTheRestIsRead() throws IOException {
        for (String cell :
                List.of(
                        "\"a\"b",
                        "\"a\" b",
                        "\"a\"b\"",
                        "\"a\" \"b\"",
                        "\"He said \"no\", \"yes\"\"",
                        "\"\"a\"\"",
                        "\"a\nb\"c",
                        "\"a\"\uFDD1")) {
            List<Decoded> decoded =
                    read(
                            "id,text,lang\n1,one,en\n2,"
                                    + cell
                                    + ",\"e,\n9,n\"\n\"3\",\"three\",en\n4,four,en\n");

            assertThat(Decoding.posts(decoded))
                    .as(cell)
                    .extracting(Post::text)
                    .containsExactly("one", "three", "four");
            assertThat(decoded.get(1))
                    .isInstanceOfSatisfying(
                            Decoded.Rejected.class,
                            refused -> {
                                assertThat(refused.path()).isEqualTo("row 3: column 'text'");
                                assertThat(refused.reason()).contains("closing quote", "twice");
                                assertThat(refused.payload()).contains("\"id\":\"2\"", "e,\\n9,n");
                            });
        }
    }

    @Test
    void row_withTextBehindAClosingQuote_isShownWhole() throws IOException {
        List<Decoded> decoded = read("id,text\n2,\"He said \"no\" to me\",\"x\"y");

        assertThat(Decoding.onlyRejection(decoded).payload())
                .isEqualTo(
                        "{\"id\":\"2\",\"text\":\"He said \\\"no\\\" to me\\\"\","
                                + "\"column 3\":\"x\\\"y\"}");
    }

    @Test
    void rowAboveTheHeader_withTextBehindAClosingQuote_isPassedOver() throws IOException {
        String table = "\"Report\" of;\"Acme\"!\nid;text;\"a\"b\n1;one, two;c\n";

        assertThat(Decoding.onlyPost(read(table)).text()).isEqualTo("one, two");
    }

    @Test
    void table_withoutTexts_isRefusedWithItsHeadersAndTheFlag() throws IOException {
        assertThat(Files.refusal("a.csv", "a,b\n1,2\n"))
                .contains("'a', 'b'", "--columns text=NAME");
    }

    @Test
    void row_farTooLong_isRefusedAndTheRestIsRead() throws IOException {
        String much = "x\"\"\n,".repeat(2 << 20);
        for (String row :
                List.of(
                        "2," + "x".repeat(5 << 20),
                        "2,\"" + much + "\",more",
                        "2," + "x,".repeat(10_000))) {
            List<Decoded> decoded = read("id,text\n1,one\n" + row + "\n3,\"th\"\"ree\"\n");

            assertThat(decoded).hasSize(3);
            assertThat(decoded.get(1))
                    .isInstanceOfSatisfying(
                            Decoded.Rejected.class,
                            refused -> {
                                assertThat(refused.path()).isEqualTo("row 3");
                                assertThat(refused.reason()).contains("longer");
                            });
            assertThat(Decoding.onlyPost(decoded.subList(2, 3)).text()).isEqualTo("th\"ree");
        }
    }

    @Test
    void row_cutAtAQuote_isRefusedAndTheRestIsRead() throws IOException {
        int cell = RowGuard.MAX_ROW_LENGTH / 16;
        String fifteen = ("\"" + "x".repeat(cell - 3) + "\",").repeat(15);
        for (String row :
                List.of(
                        "\"x\",".repeat(10_000),
                        "\"x\" ,".repeat(10_000),
                        fifteen + "\"" + "x".repeat(cell - 2) + "\",\"more\"",
                        fifteen + "\"" + "x".repeat(cell - 2) + "\"\"more\"",
                        fifteen + "\"" + "x".repeat(cell - 1) + "\",\"more\"",
                        fifteen + "\"" + "x".repeat(cell - 1) + "\"",
                        fifteen + "x".repeat(cell) + "\"more\",\"\"",
                        "\"".repeat(6 << 20),
                        "\"".repeat((6 << 20) + 2) + ",\"more\"",
                        "2,\"" + "\"\"".repeat(3 << 20) + "\",\"\n\"")) {
            List<Decoded> decoded =
                    read("\"id\",\"text\"\n\"1\",\"one\"\n" + row + "\n\"3\",\"three\"\n4,four\n");

            assertThat(decoded).hasSize(4);
            assertThat(Decoding.posts(decoded))
                    .extracting(Post::text)
                    .containsExactly("one", "three", "four");
            assertThat(decoded.get(1))
                    .isInstanceOfSatisfying(
                            Decoded.Rejected.class,
                            refused -> {
                                assertThat(refused.path()).isEqualTo("row 3");
                                assertThat(refused.reason()).contains("longer");
                            });
        }
    }

    @Test
    void guard_rowsOfAnyForm_cutsNoneButTheLongAndLosesNone() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String row = row(random);
            String table = "a,\"b\"\n" + row + "\r\n\"c\",d\n";
            List<List<String>> whole = cells(new StringReader(table));

            List<List<String>> cut = cells(new RowGuard(new StringReader(table), ',', ROW_LENGTH));

            assertThat(cut).as(row).hasSize(3);
            assertThat(cut.getFirst()).isEqualTo(whole.getFirst());
            assertThat(cut.getLast()).as(row).isEqualTo(whole.getLast());
            if (RowGuard.wasCut(cut.get(1))) {
                assertThat(cut.get(1).stream().mapToInt(String::length).sum())
                        .isLessThanOrEqualTo(ROW_LENGTH + 1);
                assertThat(row.length()).isGreaterThan(ROW_LENGTH / 4 - 1);
            } else {
                assertThat(cut).isEqualTo(whole);
                assertThat(row.length()).isLessThanOrEqualTo(ROW_LENGTH);
            }
        }
    }

    @Test
    void guard_textBehindClosingQuotes_spoilsNoOtherRow() throws IOException {
        var random = new Random(12);
        int loose = 0;
        for (int i = 0; i < 20_000; i++) {
            String row = row(random).replace("\" ", List.of("\"z", "\" z", "\"").get(i % 3));
            String table = "a,\"b\"\n" + row + "\r\n\"c\",d\n";

            List<List<String>> read = cells(new RowGuard(new StringReader(table), ',', ROW_LENGTH));

            assertThat(read).as(row).hasSize(3);
            assertThat(read.getFirst()).containsExactly("a", "b");
            assertThat(read.getLast()).as(row).containsExactly("c", "d");
            loose += RowGuard.looseCell(read.get(1)) >= 0 ? 1 : 0;
        }
        assertThat(loose).isGreaterThan(1_000);
    }

    /** A row of up to ten cells, quoted or not. */
    private static String row(Random random) {
        var row = new StringBuilder();
        for (int cells = 1 + random.nextInt(10); cells > 0; cells--) {
            int length = random.nextInt(8);
            if (random.nextBoolean()) {
                row.append('"');
                for (int i = 0; i < length; i++) {
                    row.append(List.of("\"\"", ",", "\n", "x").get(random.nextInt(4)));
                }
                row.append('"').append(" ".repeat(random.nextInt(2)));
            } else {
                row.append('x').append("\"x ".repeat(length / 3)).append("y".repeat(length % 3));
            }
            row.append(cells > 1 ? "," : "");
        }
        return row.toString();
    }

    private static List<List<String>> cells(Reader reader) throws IOException {
        var mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(reader)) {
            return rows.readAll().stream().map(List::of).toList();
        }
    }

    @Test
    void rows_withLooseQuotes_areNotTakenForOne() throws IOException {
        String rows = "screen of 5\" width\n".repeat(300_000);

        assertThat(read("text\n" + rows)).hasSize(300_000);
    }
}
