package dev.earshot.wire.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>one</p><p>two</p> | one\\n\\ntwo",
                "a<br>b<br/>c<BR />d | a\\nb\\nc\\nd",
                "a &amp; b &lt;3 &#39;q&#x27; &nbsp;! | a & b <3 'q'  !",
                "1 < 2 &amp 3 &unknown; AT&T | 1 < 2 & 3 &unknown; AT&T",
                "I <3 this, a < b > c <- d | I <3 this, a < b > c <- d",
                "x <été> y | x <été> y",
                "&amp;lt; | &lt;",
                "&euro;5 &hearts; &#150; &#x1F600; &#xD83D;&#xDE00; | €5 \u2665 \u2013 \uD83D\uDE00"
                        + " \uD83D\uDE00",
                "<a href=\"x\"><span class=\"invisible\">https://</span>x.org</a> | https://x.org",
                "seen<span class=\"invisible\">un<span>se</span>en</span> seen | seen seen",
                "a<!-- <p> -->b<script>evil()</script>c<style>p{}</style>d | abcd",
                "a<SCRIPT>evil('</b>')</SCRIPT>b<Style>p{}</STYLE>c | abc",
                "<a title=\"1 > 0\" href='<p>'>x</a> | x",
                "<ul><li>x</li><li>y</li></ul> | x\\ny",
                "broken <a href | broken",
                "<b | ",
            })
    void text_ofMarkup_readsAsSeen(String html, String expected) {
        assertThat(Html.text(html))
                .isEqualTo(expected == null ? "" : expected.replace("\\n", "\n"));
    }

    @Test
    void text_ofHugeUnclosedTags_isReadInOnePass() {
        assertThat(Html.text("<a ".repeat(200_000))).isEmpty();
        assertThat(Html.text("&".repeat(200_000))).hasSize(200_000);
        assertThat(Html.text(" ".repeat(200_000) + "x")).isEqualTo("x");
        assertThat(Html.text("<p>".repeat(100_000) + "x")).isEqualTo("x");
    }

    @Test
    void text_ofTagsOpenInEveryParagraph_takesNoMoreMemoryThanTheTags() {
        String attributes =
                IntStream.range(0, 500).mapToObj(i -> " a" + i).collect(Collectors.joining());
        String open =
                IntStream.range(0, 12)
                        .mapToObj(i -> "<b x" + i + attributes + ">")
                        .collect(Collectors.joining());

        String text = Html.text("<p>" + open + "<p>x".repeat(200_000));

        assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(200_000);
    }

    @Test
    void text_withNul_keepsItSoThatTheRecordIsRefused() {
        assertThat(Html.text("<p>a\0b</p>")).isEqualTo("a\0b");
    }

    @Test
    void text_ofFieldTooLongToBeParsed_isRefused() {
        var field = new Field("content", new Json.Str("<br>".repeat(Html.MAX_LENGTH / 4) + "x"));

        assertThatThrownBy(() -> Html.text(field))
                .isInstanceOf(BadField.class)
                .hasMessageContaining("must be at most 1048576 characters of HTML, got 1048577");
    }
}
