package dev.earshot.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>one</p><p>two</p> | one\\n\\ntwo",
                "a<br>b<br/>c<BR />d | a\\nb\\nc\\nd",
                "a &amp; b &lt;3 &#39;q&#x27; &nbsp;! | a & b <3 'q'  !",
                "1 < 2 &amp 3 &unknown; | 1 < 2 &amp 3 &unknown;",
                "&amp;lt; | &lt;",
                "&#0xD800; &#55296; | &#0xD800; \uFFFD",
                "<a href=\"x\"><span class=\"invisible\">https://</span>x.org</a> | https://x.org",
                "seen<span class=\"invisible\">un<span>se</span>en</span> seen | seen seen",
                "a<!-- <p> -->b<script>evil()</script>c<style>p{}</style>d | abcd",
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
}
