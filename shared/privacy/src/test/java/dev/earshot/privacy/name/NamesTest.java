package dev.earshot.privacy.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class NamesTest {
    private static final Names NAMES = Names.builtIn();

    private static List<String> names(String text) {
        return NAMES.find(text).stream().map(s -> text.substring(s.start(), s.end())).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "I spoke to Margaret Thistlewood yesterday, Margaret Thistlewood",
        "De monteur Sjoerd van der Heijden was top, Sjoerd van der Heijden",
        "mi vecino Iñaki Goikoetxea lo vio, Iñaki Goikoetxea",
        "Mit freundlichen Grüßen: Hannelore Gschwendtner, Hannelore Gschwendtner",
        "我叫李建国。, 李建国",
        "店員の田中さんが親切, 田中",
        "김민수 씨 감사합니다, 김민수"
    })
    void find_aNameInItsLanguage_isFoundWhole(String text, String name) {
        assertThat(names(text)).contains(name);
    }

    @Test
    void find_aPossessive_leavesTheLetterS() {
        assertThat(names("It was Margaret Thistlewood's idea"))
                .containsExactly("Margaret Thistlewood");
    }

    @Test
    void find_wordsAndPlaces_areLeft() {
        assertThat(names("Good morning London, the train to Berlin is late again")).isEmpty();
        assertThat(names("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lunch at Margaret Thistlewood & Sons again",
                "Die Hannelore Schneider GmbH liefert nicht",
                "we wrote to Johnson Inc. twice",
                "Hansen, Schmidt and Johnson sent another letter"
            })
    void find_aFirmCalledAfterPeople_isLeft(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void find_peopleInARow_areFound() {
        assertThat(names("with Hannah, Benjamin and Olivia at the beach"))
                .contains("Hannah", "Olivia");
    }

    @Test
    void find_anUnknownWordThatBeginsASentence_isLeft() {
        assertThat(names("Then it died in my hand. Refund, please. Awful.")).isEmpty();
    }

    @Test
    void model_weightsOfAnotherLength_areRefused() {
        assertThatThrownBy(() -> new NameModel(new byte[7])).hasMessageContaining("got 7");
    }

    @Test
    void training_onAFewPosts_learnsThem() {
        var post =
                new NameTraining.Labelled(
                        "ask Zzyzx for help", List.of(new int[] {4, 9}), List.of());
        byte[] weights = new NameTraining().train(java.util.Collections.nCopies(30, post));
        assertThat(Names.with(new NameModel(weights)).find("ask Zzyzx for help"))
                .singleElement()
                .satisfies(span -> assertThat(span.start()).isEqualTo(4));
    }
}
