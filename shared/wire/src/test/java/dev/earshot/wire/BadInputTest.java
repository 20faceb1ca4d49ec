package dev.earshot.wire;

import static dev.earshot.wire.Decoding.decode;
import static dev.earshot.wire.Decoding.onlyRejection;
import static dev.earshot.wire.Decoding.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostDecoder.Decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whatever is wrong, the record is refused with its place and its reason, and the rest is read. */
class BadInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"1\",\"text\":\"a\\u0000b\"} | text | NUL",
                "{\"id\":\"1\",\"text\":\"a\\ud800b\"} | text | lone surrogate",
                "{\"id\":\"1\",\"text\":\"\\udc00\"} | text | U+DC00",
                "{\"id\":\"a/b\",\"text\":\"t\"} | id | slash",
                "{\"id\":\"\",\"text\":\"t\"} | id | must be an id",
                "{\"id\":\" \",\"text\":\"t\"} | id | blank",
                "{\"id\":7.5,\"text\":\"t\"} | id | must be an id",
                "{\"id\":{\"a\":1},\"text\":\"t\"} | id | must be an id",
                "{\"id\":\"1\",\"text\":7} | text | must be a string",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":\"+275760-09-13T00:00:00Z\"} |"
                        + " createdAt | between 1990 and 2100",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":8640000000000000} | createdAt | between"
                        + " 1990 and 2100",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":1e-99999999999} | createdAt | between 1990"
                        + " and 2100",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":0e99999999999} | createdAt | between 1990"
                        + " and 2100",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":\"yesterday\"} | createdAt | must be a"
                        + " time",
                "{\"id\":\"1\",\"text\":\"t\",\"createdAt\":1e400} | createdAt | between 1990 and"
                        + " 2100",
                "{\"id\":\"1\",\"text\":\"t\",\"platform\":\"myspace\"} | platform | must be one of"
                        + " x,",
                "{\"id\":\"1\",\"text\":\"t\",\"id\":\"2\"} | id | given twice",
                "{\"id\":\"1\",\"text\":\"t\",\"media\":[{\"kind\":\"smell\",\"id\":\"x\"}]} |"
                        + " media[0].kind | must be image",
                "{\"id\":\"1\",\"text\":\"t\",\"media\":{}} | media | must be an array",
                "{\"data\":[{\"id\":\"1\",\"text\":\"t\",\"author_id\":\"2\",\"created_at\":\"x\"}]}"
                        + " | data[0].created_at | must be a time",
                "not json at all | $ | is not JSON",
                "{\"id\":\"1\" | id | is not JSON",
                "7 | $ | must be a post",
                "{} | id | is missing",
            })
    void record_withFault_isRefusedWithPathAndReason(String body, String path, String reason) {
        Decoded.Rejected rejected = onlyRejection(decode(body));

        assertThat(rejected.path()).isEqualTo(path);
        assertThat(rejected.reason()).contains(reason);
        assertThat(rejected.payload())
                .isEqualTo(
                        body.startsWith("{\"data") ? body.substring(9, body.length() - 2) : body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void body_empty_isRefused(String body) {
        assertThat(onlyRejection(decode(body)).reason()).contains("no JSON value");
    }

    @Test
    void body_longerThanLimit_isRefusedUnread() {
        String body = "{\"id\":\"1\",\"text\":\"" + "x".repeat(10 << 20) + "\"}";

        Decoded.Rejected rejected = onlyRejection(decode(body));

        assertThat(rejected.reason()).contains("at most 1048576");
        assertThat(rejected.payload()).isSameAs(body);
    }

    @Test
    void text_longerThanAnyPlatformAllows_isRefused() {
        assertThat(onlyRejection(decode("{\"id\":\"1\",\"text\":\"" + "x".repeat(100_001) + "\"}")))
                .satisfies(rejected -> assertThat(rejected.path()).isEqualTo("text"))
                .satisfies(rejected -> assertThat(rejected.reason()).contains("100000"));
    }

    @Test
    void posts_beyondLimit_areRefusedAsOne() {
        String body =
                IntStream.range(0, 103)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"t\"}")
                        .collect(Collectors.joining(",", "{\"posts\":[", "]}"));

        List<Decoded> decoded = decode(body);

        assertThat(posts(decoded)).hasSize(100);
        assertThat(decoded).hasSize(101);
        assertThat(decoded.getLast())
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rest -> {
                            assertThat(rest.path()).isEqualTo("posts[100]");
                            assertThat(rest.reason()).contains("3 of the records");
                            assertThat(rest.payload()).isEqualTo(body);
                        });
    }

    @Test
    void lines_beyondLimit_areRefusedAsOne() {
        String body =
                IntStream.range(0, 102)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"t\"}")
                        .collect(Collectors.joining("\n"));

        List<Decoded> decoded = decode(body);

        assertThat(posts(decoded)).hasSize(100);
        assertThat(decoded).hasSize(101);
        assertThat(((Decoded.Rejected) decoded.getLast()).path()).isEqualTo("line 101");
        assertThat(((Decoded.Rejected) decoded.getLast()).payload())
                .isEqualTo("{\"id\":\"100\",\"text\":\"t\"}\n{\"id\":\"101\",\"text\":\"t\"}");
    }

    @Test
    void array_ofManyNumbers_fillsNoStore() {
        List<Decoded> decoded = decode("[" + "1,".repeat(200_000) + "1]");

        assertThat(decoded).hasSize(101);
        assertThat(decoded.stream().mapToLong(d -> ((Decoded.Rejected) d).payload().length()).sum())
                .isLessThan(1 << 20);
    }

    @Test
    void oneOfMany_wrong_isRefusedAndTheRestRead() {
        List<Decoded> decoded =
                decode(
                        "{\"posts\":[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":5},"
                                + "{\"id\":\"3\",\"text\":\"c\"}]}");

        assertThat(posts(decoded)).hasSize(2);
        assertThat(decoded.get(1))
                .isEqualTo(
                        new Decoded.Rejected(
                                "posts[1].text",
                                "must be a string, got 5",
                                "{\"id\":\"2\",\"text\":5}"));
    }

    @Test
    void oneOfMany_withNameTwice_isRefusedAndTheRestRead() {
        List<Decoded> decoded =
                decode(
                        "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"b\",\"x\":{\"y\":1,\"y\":2}}]");

        assertThat(posts(decoded)).hasSize(1);
        assertThat(((Decoded.Rejected) decoded.get(1)).path()).isEqualTo("[1].x.y");
    }

    @Test
    void name_thatIsNoWord_isQuotedInThePath() {
        Decoded.Rejected rejected =
                onlyRejection(decode("{\"id\":\"1\",\"text\":\"t\",\" \":{\"a\":1,\"a\":2}}"));

        assertThat(rejected.path()).isEqualTo("[' '].a");
    }

    @Test
    void flaw_outsideEveryRecord_refusesTheWhole() {
        assertThat(
                        onlyRejection(
                                        decode(
                                                "{\"posts\":[{\"id\":\"1\",\"text\":\"a\"}],\"posts\":[]}"))
                                .path())
                .isEqualTo("posts");
    }

    @Test
    void nested_deeperThanLimit_refusesItsRecordOnly() {
        String deep = "[".repeat(500) + "]".repeat(500);
        List<Decoded> decoded =
                decode(
                        "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"b\",\"x\":"
                                + deep
                                + "}]");

        assertThat(posts(decoded)).hasSize(1);
        assertThat(((Decoded.Rejected) decoded.get(1)).reason()).contains("deeper than 128");
    }

    @Test
    void nested_absurdlyDeep_isRefusedWhole() {
        assertThat(onlyRejection(decode("[".repeat(900_000))).reason()).contains("depth");
    }

    @Test
    void number_ofAbsurdLength_refusesItsRecordOnly() {
        List<Decoded> decoded =
                decode(
                        "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"b\",\"n\":"
                                + "9".repeat(100_000)
                                + "}]");

        assertThat(posts(decoded)).hasSize(1);
        assertThat(((Decoded.Rejected) decoded.get(1)).path()).isEqualTo("[1].n");
    }

    @Test
    void line_broken_isRefusedAndTheRestRead() {
        List<Decoded> decoded =
                decode(
                        """
                        {"id":"1","text":"a"}
                        {"id":"2","te

                        {"id":"3","text":7}
                        {"id":"4","text":"d"}
                        """);

        assertThat(posts(decoded)).hasSize(2);
        assertThat(((Decoded.Rejected) decoded.get(1)).path()).startsWith("line 2");
        assertThat(((Decoded.Rejected) decoded.get(2)).path()).isEqualTo("line 4: text");
    }

    @Test
    void document_brokenOff_isRefusedWholeAndNothingHalfRead() {
        String body = Payloads.text("x-v2.json");

        assertThat(onlyRejection(decode(body.substring(0, body.length() / 2))).payload())
                .hasSize(body.length() / 2);
    }

    @Test
    void source_unknown_isRefused() {
        assertThat(onlyRejection(decode("friendster", "{\"id\":\"1\",\"text\":\"a\"}")).path())
                .isEqualTo("source");
    }

    @Test
    void envelope_withSource_readsItsPostsInThatFormat() {
        assertThat(
                        Decoding.onlyPost(
                                        decode(
                                                "{\"source\":\"x-v2\",\"posts\":["
                                                        + "{\"id\":\"1\",\"text\":\"a\"}]}"))
                                .id()
                                .toString())
                .isEqualTo("x:1");
    }

    @Test
    void state_sentTwice_hasTheSameDigestWhateverItsCounts() {
        var one =
                Decoding.onlyPost(
                        decode("{\"id\":\"1\",\"text\":\"a\",\"engagement\":{\"likes\":1}}"));
        var two =
                Decoding.onlyPost(
                        decode("{\"text\":\"a\",\"id\":\"1\",\"engagement\":{\"likes\":2}}"));
        var other = Decoding.onlyPost(decode("{\"id\":\"1\",\"text\":\"b\"}"));

        assertThat(one.revision().sameStateAs(two.revision())).isTrue();
        assertThat(one.revision().sameStateAs(other.revision())).isFalse();
    }

    @Test
    void id_of64Bits_isKeptToTheLastDigit() {
        assertThat(
                        Decoding.onlyPost(decode("{\"id\":9223372036854775807,\"text\":\"a\"}"))
                                .id()
                                .nativeId())
                .isEqualTo("9223372036854775807");
    }
}
