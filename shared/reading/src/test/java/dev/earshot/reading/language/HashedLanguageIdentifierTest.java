package dev.earshot.reading.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.text.LanguageIdentifier.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;

final class HashedLanguageIdentifierTest {
    private static final HashedLanguageIdentifier IDENTIFIER = HashedLanguageIdentifier.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | I can't believe how bad the battery of this phone is
                    en    | @acme love it!! https://t.co/abc #AcmePhone
                    en    | RT @user: so excited for tomorrow's show
                    de    | Das Display ist leider schon wieder kaputt
                    fr    | La livraison était en retard et personne ne répond
                    es    | El servicio fue pésimo y nadie contestó
                    pt    | Adorei o celular novo, chegou muito rápido
                    it    | La batteria dura poco ma lo schermo è bellissimo
                    hi    | यह फ़ोन बहुत अच्छा है
                    hi-Latn | yaar ye phone to bilkul bakwas hai bhai
                    ja    | これは楽しいですね
                    zh    | 这个手机很好用
                    ko    | 안녕하세요 여러분
                    th    | สวัสดีครับ
                    ru    | Телефон отличный, всем советую
                    ar    | هذا الهاتف رائع جدا
                    tr    | Bu telefon gerçekten çok güzel
                    """)
    void identify_plainPost_findsItsLanguage(String tag, String text) {
        assertThat(IDENTIFIER.identify(text, Optional.empty()).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en  | i cant get over how good this is
                    en  | they still havent answered, im done
                    en  | yall dont even try to help
                    en  | u wont believe what the driver did
                    en  | thats why id never order there again
                    en  | didnt last a week smh
                    en  | 𝘐 𝘤𝘢𝘯𝘵 𝘣𝘦𝘭𝘪𝘦𝘷𝘦 𝘪𝘵, 𝘴𝘰 𝘩𝘢𝘱𝘱𝘺
                    en  | Ｗｏｒｓｔ ｓｅｒｖｉｃｅ ｅｖｅｒ
                    fr  | jai attendu deux heures et cest nul
                    it  | lho comprato ieri e non funziona
                    pcm | dis phone don spoil again, abeg make una fix am
                    pcm | wetin una dey do with my money sef
                    pcm | e no easy o, but we go dey alright
                    """)
    void identify_withoutApostrophesOrInStyledLetters_findsItsLanguage(String tag, String text) {
        assertThat(IDENTIFIER.identify(text, Optional.empty()).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "Zelnor > Quintra, und",
        "no cap, und",
        "u guys dont even listen, en",
        "nah sis, und",
        "muy caro, es",
        "qué asco, es",
        "wetin be this, pcm"
    })
    void identify_fewWords_areToldOnlyWhereTheyTellIt(String text, String tag) {
        assertThat(IDENTIFIER.identify(text, Optional.empty()).tag()).isEqualTo(tag);
    }

    /** Each is more probably Pidgin than English, but not by far. */
    @ParameterizedTest
    @CsvSource({
        "abeg which phone has good battery, pcm",
        "i sabi this brand well, pcm",
        "customer care wahala again, pcm",
        // The word alone does not make it Pidgin
        "the new update is wahala for my phone, en"
    })
    void identify_aWordOfPidgin_decidesWherePidginIsMoreProbable(String text, String tag) {
        assertThat(IDENTIFIER.identify(text, Optional.empty()).tag()).isEqualTo(tag);
    }

    @Test
    void identify_twoLetters_isWhatThePlatformStates() {
        assertThat(IDENTIFIER.identify("ok", Optional.empty())).isEqualTo(Language.UNDETERMINED);
        assertThat(IDENTIFIER.identify("no!", Optional.of("es-MX")).tag()).isEqualTo("es");
        assertThat(IDENTIFIER.identify("ok", Optional.of("tlh")).tag()).isEqualTo("und");
    }

    @Test
    void identify_noLetters_isUndetermined() {
        for (String text :
                new String[] {"", "   ", "123 !!!", "😂😂😂", "https://x.example", "@a"}) {
            assertThat(IDENTIFIER.identify(text, Optional.of("en")))
                    .as(text)
                    .isEqualTo(Language.UNDETERMINED);
        }
    }

    @Test
    void identify_shortNameAlone_dependsOnThePlatformsTag() {
        assertThat(IDENTIFIER.identify("Acme", Optional.empty()).tag()).isEqualTo("und");
        assertThat(IDENTIFIER.identify("Acme", Optional.of("en-GB")).tag()).isEqualTo("en");
    }

    @Test
    void identify_wrongTag_doesNotOverrideAClearText() {
        Language found =
                IDENTIFIER.identify(
                        "Das Display ist leider schon wieder kaputt gegangen", Optional.of("en"));
        assertThat(found.tag()).isEqualTo("de");
    }

    @Test
    void identify_unknownTag_isIgnored() {
        String text = "what a lovely day";
        assertThat(IDENTIFIER.identify(text, Optional.of("qme")))
                .isEqualTo(IDENTIFIER.identify(text, Optional.empty()));
    }

    @Test
    void identify_randomStrings_givesAConfidenceInRange() {
        Random dice = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = dice.nextInt(50); i > 0; i--) {
                text.append((char) dice.nextInt(0x10000));
            }
            Language found = IDENTIFIER.identify(text.toString(), Optional.empty());
            assertThat(found.confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void identify_tenMegabytes_readsOnlyTheBeginning() {
        assertThat(IDENTIFIER.identify("such a long post ".repeat(600_000), Optional.empty()).tag())
                .isEqualTo("en");
    }

    @Test
    void read_otherBytes_isRefused() {
        byte[] bytes = new byte[64];
        assertThatThrownBy(() -> HashedLanguageIdentifier.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not weights");
    }
}
