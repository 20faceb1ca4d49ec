package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.WordAttribution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Comparator;
import java.util.List;

final class ExplainerTest {
    private final Explainer explainer = new Explainer(new WordModel());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "awful",
                "I love it",
                "love it, great, brilliant, but the price is awful and the rest is terrible",
                "the the the the the the the the the the the the the the great",
            })
    void explain_anyText_weightsSumToTheDifference(String text) {
        Attribution why = explainer.explain(text);

        assertThat(why.words().stream().mapToDouble(WordAttribution::weight).sum())
                .isCloseTo(why.score() - why.baseline(), within(1e-9));
    }

    @Test
    void explain_oneTellingWord_ranksItFirstWithItsPlace() {
        String text = "  The delivery,  sadly, was really awful this time round and late too";
        WordAttribution first =
                explainer.explain(text).words().stream()
                        .max(Comparator.comparingDouble(WordAttribution::weight))
                        .orElseThrow();

        assertThat(first.word()).isEqualTo("awful");
        assertThat(text.substring(first.start(), first.end())).isEqualTo("awful");
    }

    @Test
    void explain_wordsThatStandInForEachOther_bothCount() {
        Attribution why = explainer.explain("love it great thing");

        assertThat(why.drivers()).extracting(WordAttribution::word).contains("love", "great");
        assertThat(why.drivers().get(1).weight()).isGreaterThan(0.05);
    }

    @Test
    void explain_lossesThatPointTheWayOfTheWhole_weighsWordsAsTheyAreMissed() {
        String text = "The awful delivery, hate it, terrible, and one great thing";
        TextModel model = new WordModel();
        List<WordAttribution> words = explainer.explain(text).words();
        List<Double> missed =
                words.stream()
                        .map(word -> text.substring(0, word.start()) + text.substring(word.end()))
                        .map(rest -> negative(model, text) - negative(model, rest))
                        .toList();
        double factor = words.get(1).weight() / missed.get(1);

        assertThat(factor).isPositive();
        for (int i = 0; i < words.size(); i++) {
            assertThat(words.get(i).weight()).isCloseTo(factor * missed.get(i), within(1e-9));
        }
    }

    private static double negative(TextModel model, String text) {
        return model.analyse(List.of(text)).getFirst().sentiment().negative();
    }

    @Test
    void explain_twice_isTheSame() {
        String text = "a b c d e f g h great j k l m awful o p q";

        assertThat(explainer.explain(text)).isEqualTo(explainer.explain(text));
    }

    @Test
    void explain_veryLongText_takesItsEndAsOneWord() {
        Attribution why = explainer.explain("word ".repeat(300) + "great");

        assertThat(why.words()).hasSize(Explainer.MAX_WORDS);
        assertThat(why.words().getLast().word()).endsWith("great");
    }
}
