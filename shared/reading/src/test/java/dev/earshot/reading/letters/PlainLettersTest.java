package dev.earshot.reading.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainLettersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    𝐍𝐨𝐭 𝐰𝐨𝐫𝐭𝐡 𝐢𝐭        | Not worth it
                    𝓈𝓊𝒸𝒽 𝒶 𝓂ℯ𝓈𝓈           | such a mess
                    ℍ𝕒𝕣𝕕𝕝𝕪 𝕨𝕠𝕣𝕜𝕤         | Hardly works
                    𝚟𝚎𝚛𝚜𝚒𝚘𝚗 𝟸              | version 2
                    Ｎｅｖｅｒ ａｇａｉｎ       | Never again
                    ⓢⓞ Ⓖⓞⓞⓓ               | so Good
                    🅱🅴🆂🆃 🄴🅅🄴🅁              | BEST EVER
                    ᴠᴇʀʏ ʜᴀᴘᴘʏ            | very happy
                    """)
    void fold_styledLetters_arePlain(String styled, String plain) {
        assertThat(PlainLetters.fold(styled)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tеrriblе sеrvicе  | terrible service
                    Νever buy thιs    | Never buy this
                    Ноrrible          | Horrible
                    """)
    void fold_lookAlikesWithinLatinWords_arePlain(String dressed, String plain) {
        assertThat(PlainLetters.fold(dressed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    w0rst ever, us3l3ss!   | worst ever, useless!
                    what a sc4m.           | what a scam.
                    "TR4SH"                | "TRaSH"
                    I l1ke it, 1ove it     | I like it, love it
                    it 5ucks, di$gu$ting   | it sucks, disgusting
                    """)
    void fold_digitsInWordsOfFeeling_areLetters(String dressed, String plain) {
        assertThat(PlainLetters.fold(dressed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the G3 and the x1c, 4K at 60fps",
                "paid $50 on 3 May, room b12",
                "@s1ck told me",
                "see c00l.example",
                "мы купили телефон и рады",
                "iPhoneом доволен",
                "α and β are letters",
                "Ich mag das Fahrrad, l'été à Paris",
                "🅱 positive, 🅿 here",
                "日本語とカメラ"
            })
    void fold_namesNumbersAndOtherScripts_stay(String text) {
        assertThat(PlainLetters.fold(text)).isEqualTo(text);
    }

    @Test
    void fold_codePoints_keepsTheirNumber() {
        int[] points = "𝐍о g00d 🅱🅴".codePoints().toArray();

        assertThat(PlainLetters.fold(points)).hasSameSizeAs(points);
    }
}
