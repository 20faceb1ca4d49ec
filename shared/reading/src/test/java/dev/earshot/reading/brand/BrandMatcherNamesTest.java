package dev.earshot.reading.brand;

import static dev.earshot.reading.brand.Brands.brand;
import static dev.earshot.reading.brand.Brands.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Mention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class BrandMatcherNamesTest {
    private static final Brand ACME = brand("acme", "Acme", "Acme Phone");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "Acme            | love my acme",
                "Acme            | ACME!!!",
                "Acme            | Acme's new phone",
                "Acme            | Acme’s new phone",
                "Acme            | Acme'nin yeni telefonu",
                "Acme            | (acme)",
                "Acme            | acme_fan",
                "Acme            | _acme_",
                "Acme            | \u200Facme\u200F",
                "Acme            | ＡＣＭＥ in full width",
                "Acme            | 𝐀𝐜𝐦𝐞 in mathematical letters",
                "Acme            | Ac\u00ADme with a soft hyphen",
                "Acme            | Acme™ and Acme®",
                "Acme            | Äcmé with accents it does not have",
                "Acme            | A\u0308cme\u0301 decomposed",
                "Acme Phone      | the acme  phone",
                "Acme Phone      | the acme-phone",
                "Acme Phone      | the acme – phone",
                "Café Nero       | at CAFE NERO",
                "Cafe Nero       | bei Café Nero",
                "Strauß          | STRAUSS ist da",
                "STRAUSS         | bei Strauß",
                "İstikbal        | istikbal koltuk",
                "istikbal        | İSTİKBAL",
                "ΟΔΟΣ            | η οδός μας",
                "οδος            | ΟΔΟΣ",
                "Ørsted          | orsted wind",
                "Łabędź          | labedz",
                "McDonald's      | mcdonalds again",
                "McDonald’s      | McDonald's again",
                "Marks & Spencer | at marks and spencer",
                "AT&T            | at&t is down",
                "C++             | I like C++.",
                "Yahoo!          | use yahoo! now",
                "Яндекс          | в яндексе? нет: ЯНДЕКС",
                "iPhone          | купил iPhoneом",
                "小米            | 我喜欢小米手机",
                "Acme            | 我爱Acme手机",
                "スタバ          | 今日はスタバに行った",
                "ガスト          | ｶﾞｽﾄで昼ごはん",
                "แกร็บ           | สั่งแกร็บมา",
                "삼성            | 삼성이 최고",
                "삼성            | 삼성에서는 안 판다",
                "갤럭시          | 갤럭시가 좋아요",
                "Acme            | Acme는 좋다",
                "أكمي            | هاتف اكمي جديد",
                "أكمي            | اشتريت من الأكمي",
                "أكمي            | وبأكمي نثق",
                "أَكْمِي            | أكمي",
                "אקמי            | באקמי ולאקמי",
                "टाटा            | टाटा की गाड़ी",
                "🍏              | eating 🍏 today",
            })
    void text_namesBrand_isAttributed(String name, String text) {
        BrandMatcher matcher = matcher(brand("b", name));

        assertThat(matcher.brands(text)).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "Acme   | acmeist poetry",
                "Acme   | xacme",
                "Acme   | acme5",
                "나이   | 나이키 신발",
                "ライン | オンライン授業",
                "삼성   | 새삼성 이야기",
                "コーヒ | コーヒーを飲む",
                "か     | が",
                "कि     | का",
                "แม     | แม่",
                "أكمي   | مأكمي",
                "小米   | 小麦米",
                "οδος   | μέθοδος",
            })
    void text_hasLettersAroundName_isNotAttributed(String name, String text) {
        BrandMatcher matcher = matcher(brand("b", name));

        assertThat(matcher.brands(text)).isEmpty();
    }

    @Test
    void mentions_afterCharactersThatFoldToMore_haveRawOffsets() {
        String text = "ﬃ ½ Straße 👩‍👩‍👧 e\u0301 Ac\u00ADmé  Phone!";

        List<Mention> mentions = matcher(ACME).mentions(text);

        assertThat(mentions).hasSize(1);
        Mention mention = mentions.getFirst();
        assertThat(text.substring(mention.start(), mention.end())).isEqualTo("Ac\u00ADmé  Phone");
        assertThat(mention.kind()).isEqualTo(Mention.Kind.NAME);
    }

    @Test
    void mentions_ofNestedNames_keepTheLongestAlone() {
        BrandMatcher matcher = matcher(ACME, brand("acme-bank", "Acme Bank"));

        assertThat(matcher.brands("Acme Bank raised fees")).containsExactly("acme-bank");
        assertThat(matcher.brands("Acme Bank sued Acme")).containsExactly("acme", "acme-bank");
    }

    @Test
    void mentions_ofNameThatTwoBrandsShare_countForBoth() {
        BrandMatcher matcher = matcher(ACME, brand("acme-uk", "Acme"));

        assertThat(matcher.brands("acme")).containsExactly("acme", "acme-uk");
    }

    @Test
    void mention_ofProduct_isOneOfTheBrand() {
        var brand =
                new Brand(
                        "acme",
                        "Acme",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Zephyr 9"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(matcher(brand).mentions("my zephyr 9 died"))
                .containsExactly(new Mention("acme", 3, 11, Mention.Kind.PRODUCT));
    }

    @Test
    void competitor_namedPlainly_isWatchedUnderItsId() {
        var brand =
                new Brand(
                        "acme",
                        "Acme",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Globex Corp", "other"),
                        List.of(),
                        List.of(),
                        List.of());
        BrandMatcher matcher = matcher(brand, brand("other", "Otherwise Ltd"));

        assertThat(matcher.brands("Acme or globex corp or otherwise ltd?"))
                .containsExactly("acme", "globex-corp", "other");
    }

    @Test
    void text_withLoneSurrogatesAndNul_isRead() {
        assertThat(matcher(ACME).brands("\uD800acme\uDC00 \0 acme\0")).containsExactly("acme");
    }

    @Test
    void catalogue_withoutBrands_findsNothing() {
        assertThat(BrandMatcher.of(BrandCatalogue.EMPTY).brands("Acme")).isEmpty();
    }
}
