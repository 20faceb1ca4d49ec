package dev.earshot.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

class TextRepairTest {
    private static final List<String> TEXTS =
            List.of(
                    "I don’t like the Café Nivaro 😡",
                    "Größe schön, für 5 € – „toll“",
                    "¿Por qué? ¡Mañana!",
                    "Très déçu… c’est nul",
                    "このスマホは最悪",
                    "Очень плохой телефон");

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "x-MacRoman", "IBM437"})
    void text_decodedTwice_isRepaired(String wrong) {
        for (String text : TEXTS) {
            String spoilt =
                    new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(wrong));

            assertThat(TextRepair.decodedOnce(spoilt))
                    .as(spoilt)
                    .contains(new TextRepair.Repaired(text, true));
        }
    }

    @Test
    void text_decodedThrice_isRepaired() {
        String once = misread("Café Nivaro");

        assertThat(TextRepair.decodedOnce(misread(once)).orElseThrow().text())
                .isEqualTo("Café Nivaro");
    }

    @Test
    void text_ofWindows1252_isRepairedWhereNoByteWasDropped() {
        assertThat(TextRepair.decodedOnce("itâ€™s awful"))
                .contains(new TextRepair.Repaired("it’s awful", true));
        assertThat(TextRepair.decodedOnce("CafÃ© is lovely â¤ï¸"))
                .contains(new TextRepair.Repaired("Café is lovely â¤ï¸", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "Café",
                "naïve Größe",
                "Ã",
                "ÂNGELA É TOP",
                "Не понравилось",
                "最悪です",
                "😡😡",
                "Ärger über Œuvre",
                "CAFÉ ÀÉÎ",
                "5 £ – ok",
            })
    void text_thatIsRight_isLeftAlone(String text) {
        assertThat(TextRepair.decodedOnce(text)).as(text).isEmpty();
    }

    @Test
    void references_areUndoneOnce() {
        assertThat(TextRepair.unescaped("AT&amp;T &lt;3 don&#39;t &#x1F600; &nbsp;&eacute;"))
                .isEqualTo("AT&T <3 don't \uD83D\uDE00 \u00A0é");
        assertThat(TextRepair.unescaped("&amp;amp; &amp;lt;")).isEqualTo("&amp; &lt;");
        assertThat(TextRepair.unescaped("R&D; &bogus; a & b &#0; ?a=1&copy=2"))
                .isEqualTo("R&D; &bogus; a & b &#0; ?a=1&copy=2");
    }

    private static String misread(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
