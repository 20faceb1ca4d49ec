package dev.earshot.reading.brand;

import static dev.earshot.reading.brand.Brands.brand;
import static dev.earshot.reading.brand.Brands.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Mention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class BrandMatcherMarkupTest {
    private static final Brand ACME =
            new Brand(
                    "acme",
                    "Acme",
                    List.of("Acme Phone", "acme.com"),
                    List.of("@acme", "AcmeHelp"),
                    List.of("#teamacme"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#acme", "#AcmePhone", "#acmephone", "#ACMEPHONE", "#acme_phone", "#LoveAcme",
                "#LoveAcmePhone", "#love_acme", "#Acme2026", "＃acme", "#teamacme", "#TeamAcme",
                "#acmephones", "#loveacme", "#ACMEfail", "ich mag #Acme.", "看#Acme手机", "#Acmé"
            })
    void hashtag_holdingName_isAttributed(String text) {
        assertThat(matcher(ACME).brands(text)).containsExactly("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#Acmeist", "foo#acme1x", "# acmex", "#placement"})
    void hashtag_holdingNameInsideSegment_isNotAttributed(String text) {
        assertThat(matcher(ACME).brands(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme hello",
                "thanks @ACME!",
                "cc @acmehelp.",
                "(@acme)",
                "关注@acme",
                "@acme@example.social",
                "@acme.bsky.social",
                "@acme는",
                "@acme's"
            })
    void handle_registered_isAttributed(String text) {
        assertThat(matcher(ACME).mentions(text))
                .extracting(Mention::kind)
                .containsExactly(Mention.Kind.HANDLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acmefan",
                "@acme_",
                "@the-acme",
                "info@acme.com",
                "me+acme@mail.example",
                "https://example.com/acme",
                "see www.example.com/acme/phone",
                "t.co/acme",
                "http://acme.example.com/",
                "https://notacme.com/"
            })
    void handleOrAddress_thatOnlyContainsName_isNotAttributed(String text) {
        assertThat(matcher(ACME).brands(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.com/x?y",
                "http://shop.acme.com",
                "www.acme.com",
                "acme.com/x"
            })
    void url_onHostThatIsRegistered_isAttributed(String text) {
        assertThat(matcher(ACME).brands(text)).containsExactly("acme");
    }

    @Test
    void hashtag_mention_spansTheMatchedSegments() {
        assertThat(matcher(ACME).mentions("so #LoveAcmePhone and #acme"))
                .containsExactly(
                        new Mention("acme", 8, 17, Mention.Kind.HASHTAG),
                        new Mention("acme", 22, 27, Mention.Kind.HASHTAG));
    }

    @Test
    void name_afterUrl_isStillFound() {
        assertThat(matcher(ACME).mentions("https://example.com/acme,acme Acme!"))
                .containsExactly(new Mention("acme", 30, 34, Mention.Kind.NAME));
    }

    @Test
    void alias_thatIsHandleOrTag_isTreatedAsSuch() {
        BrandMatcher matcher = matcher(brand("b", "Initrode", "@initrode_uk", "#initpower"));

        assertThat(matcher.brands("@initrode_uk")).containsExactly("b");
        assertThat(matcher.brands("initpower")).isEmpty();
        assertThat(matcher.brands("#InitPower")).containsExactly("b");
    }
}
