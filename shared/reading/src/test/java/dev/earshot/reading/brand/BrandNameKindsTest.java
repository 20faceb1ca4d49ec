package dev.earshot.reading.brand;

import static dev.earshot.reading.brand.Brands.brand;
import static dev.earshot.reading.brand.Brands.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.brand.MentionRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** Each way of writing a name, tried on names of companies that exist and that do not. */
final class BrandNameKindsTest {
    private static String written(String pattern, String name) {
        String compact = name.replaceAll("[^\\p{L}\\p{N}]", "");
        return pattern.replace("{name}", name)
                .replace("{lower}", compact.toLowerCase(Locale.ROOT))
                .replace("{UPPER}", compact.toUpperCase(Locale.ROOT))
                .replace("{stretched}", name.charAt(0) + stretch(name))
                .replace("{digits}", compact.replace('o', '0').replace('e', '3').replace('i', '1'))
                .replace(
                        "{cyrillic}", compact.replace('o', 'о').replace('a', 'а').replace('e', 'е'))
                .replace("{spelled}", String.join(" ", compact.split("")))
                .replace("{bold}", bold(compact));
    }

    private static String stretch(String name) {
        String last = name.substring(name.length() - 1);
        return name.substring(1) + last + last + last;
    }

    private static String bold(String name) {
        var bold = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().forEach(c -> bold.appendCodePoint(0x1D41A + c - 'a'));
        return bold.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nivaro", "Talvix", "Brelka", "Quonda", "Zemtor", "Luvanta", "Korvella", "Ostrano",
                "Samsung", "Adidas", "Toyota", "Netflix", "Starbucks", "Lidl", "Nokia", "Zalando",
                "Lego", "Ikea", "Nissan", "Primark", "Heineken", "Spotify", "Revolut", "Danone"
            })
    void name_inEachWayOfWritingIt_isAttributed(String name) {
        BrandMatcher matcher = matcher(brand("b", name));

        for (String pattern :
                List.of(
                        "love my {name}",
                        "{UPPER} is down again",
                        "the {name}' engines",
                        "{name}'s new advert",
                        "_{name}_ is fine",
                        "{lower}_help never answers",
                        "#{lower}",
                        "#boycott{lower} now",
                        "#team{lower}",
                        "#{UPPER}FAIL",
                        "#{lower}sucks and #love{lower}",
                        "#my{lower}story",
                        "{stretched} please answer",
                        "I typed {cyrillic} here",
                        "{spelled} is what they call it",
                        "so {bold} it is")) {
            String text = written(pattern, name);
            assertThat(matcher.brands(text)).as(text).containsExactly("b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Nivaro,Nivaros",
        "Samsung,samsungs",
        "Netflix,netflixes",
        "Brelka,brelkas",
        "Toyota,TOYOTAS",
        "Ford,Fords",
        "Acme Phone,acme phones",
        "Zalando,zalandos"
    })
    void plural_isAttributed(String name, String plural) {
        assertThat(matcher(brand("b", name)).decisions(plural + " are everywhere"))
                .extracting(MentionDecision::rule)
                .containsExactly(MentionRule.PLURAL);
    }

    @ParameterizedTest
    @CsvSource({
        "Coca-Cola,cocacola",
        "Pizza Hut,pizzahut",
        "Ben & Jerry's,benandjerrys",
        "Burger King,BurgerKing",
        "Acme Phone,acmephone",
        "Häagen-Dazs,haagendazs",
        "KitKat,kit kat",
        "Pizza Hut,pizza_hut"
    })
    void words_writtenTogetherOrApart_areAttributed(String name, String variant) {
        assertThat(matcher(brand("b", name)).brands("i want " + variant + " now"))
                .containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({
        "Nivaro,N1varo",
        "Nivaro,Nivar0",
        "Samsung,$amsung",
        "Tesla,T3sla",
        "Nivaro,N.I.V.A.R.O",
        "Nivaro,Niiivaro",
        "Nokia,Νοκια",
        "Nivaro,ɴɪᴠᴀʀᴏ",
        "Nivaro,🅽🅸🆅🅰🆁🅾",
        "Nivaro,Ⓝⓘⓥⓐⓡⓞ",
        "Google,Gooooogle"
    })
    void disguisedName_isAttributed(String name, String variant) {
        assertThat(matcher(brand("b", name)).brands("so " + variant + " it is"))
                .containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({
        "삼성,삼성폰 최고",
        "삼성,삼성전자는 좋다",
        "카카오,카카오앱에서",
        "Яндекс,нет Яндекса",
        "Яндекс,с яндексом",
        "Nivaro,nivarodan aldım",
        "Nivaro,Nivarolla on uusi",
        "Samsung,a Samsungban hiszek",
        "أكمي,وبالأكمي",
        "ライン,ラインで送って"
    })
    void name_inflectedOrJoined_isAttributed(String name, String text) {
        assertThat(matcher(brand("b", name)).brands(text)).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({
        "Ford,#affordable",
        "Ford,#oxfordstreet",
        "Audi,#saudiarabia",
        "Audi,#claudia",
        "Nike,#dominikehrlich",
        "Lego,#allegory",
        "Sony,#masonyoung",
        "Aldi,#geraldine",
        "Uber,#OndoGuber",
        "Asus,#pegasus",
        "Asus,pegasus",
        "Nivar,#nivaroshop",
        "Dell,#modelling"
    })
    void hashtag_thatHoldsTheLettersByChance_isNotAttributed(String name, String tag) {
        assertThat(matcher(brand("b", name)).brands(tag + " today")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Notion,I have no notion of it,ORDINARY_WORD",
                "Lush,the lush green hills,ORDINARY_WORD",
                "Ford,we must ford the river,ORDINARY_WORD",
                "Slack,cut me some slack,ORDINARY_WORD",
                "Uber,uber cool jacket,ORDINARY_WORD",
                "Coke,doing coke in the bathroom,ORDINARY_WORD",
                "Yahoo!,yahoo! we won,ORDINARY_WORD",
                "Target,we missed the target,COMMON_WORD",
                "3M,we got 3M views,MEASURE",
                "3M,they raised $3M,MEASURE",
                "5G,5g of sugar,MEASURE",
                "O2,O2 levels in blood,MEASURE",
                "Apple,Fiona Apple is a genius,PERSON",
                "Ford,Harrison Ford is 80,PERSON",
                "Ford,harrison ford is 80,PERSON",
                "Shell,Shell Silverstein wrote it,PERSON",
                "Nivaro,Carlos Nivaro is my friend,PERSON",
                "Apple,she lives in Apple Valley,PLACE",
                "Ford,a grant of the Ford Foundation,PLACE",
                "Nivaro,Nivaro Street is closed,PLACE",
                "Apple,\"off to the Big Apple, at last\",LONGER_NAME",
                "Tide,Crimson Tide lost again,LONGER_NAME",
                "Shell,Ghost in the Shell is a good film,LONGER_NAME",
                "Delta,the Delta variant is here,ORDINARY_WORD"
            })
    void namesake_isNotAttributed_andSaysWhy(String name, String text, MentionRule rule) {
        assertThat(matcher(brand("b", name)).decisions(text))
                .extracting(MentionDecision::rule)
                .isNotEmpty()
                .allMatch(each -> each == rule || each == MentionRule.ORDINARY_WORD);
        assertThat(matcher(brand("b", name)).brands(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Notion,Notion is down",
        "Slack,slack is down again",
        "Lush,bought lush today",
        "Uber,my uber is late",
        "Yahoo!,yahoo mail is slow",
        "Yahoo!,I still use Yahoo",
        "Apple,Thanks Apple for another dead battery",
        "Ford,my ford broke down",
        "3M,3M makes the best tape",
        "Apple,waiting for Apple Inc to answer",
        "Google,Jordan Google it"
    })
    void dictionaryWord_usedAsName_isAttributed(String name, String text) {
        assertThat(matcher(brand("b", name)).brands(text)).containsExactly("b");
    }
}
