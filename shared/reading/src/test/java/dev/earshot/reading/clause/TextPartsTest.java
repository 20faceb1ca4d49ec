package dev.earshot.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.TextSpan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class TextPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Love the camera, battery is awful | Love the camera, | battery is awful
                    en | Great screen. Terrible support.   | Great screen.    | Terrible support.
                    en | I love it but hate the price      | I love it        | hate the price
                    en | So pretty 😍 so slow 😡           | So pretty 😍     | so slow 😡
                    en | I love the design; I hate the fit | I love the design; | I hate the fit
                    en | Although it is late, I like it    | Although it is late, | I like it
                    es | Me encanta la foto pero la pila es horrible | Me encanta la foto | la pila es horrible
                    fr | Le plat est bon mais le service est nul | Le plat est bon | le service est nul
                    de | Das Bild ist gut, aber der Akku ist schlecht | Das Bild ist gut, | der Akku ist schlecht
                    it | Il cibo è buono ma il conto è alto | Il cibo è buono | il conto è alto
                    pt | Adoro a tela mas a bateria é ruim | Adoro a tela | a bateria é ruim
                    """)
    void of_twoClauses_areParted(String language, String text, String first, String second) {
        assertThat(TextParts.of(text, language))
                .extracting(part -> part.of(text))
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love this phone",
                "Great phone, thanks",
                "Nothing but praise for this team",
                "Slow but friendly",
                "Dr. Smith sold 3.5 million of them",
                "I haven't tried it yet",
            })
    void of_oneClause_staysWhole(String text) {
        assertThat(TextParts.of(text, "en")).hasSize(1);
    }

    @Test
    void of_noWords_hasNoParts() {
        assertThat(TextParts.of(" \n ", "en")).isEmpty();
    }

    @Test
    void of_manySentences_keepsTheRestTogether() {
        List<TextSpan> parts = TextParts.of("It is good. ".repeat(40), "en");

        assertThat(parts).hasSize(TextParts.MAX_PARTS);
        assertThat(parts.getLast().end()).isEqualTo(12 * 40 - 1);
    }
}
