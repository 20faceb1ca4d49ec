package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextExplanation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class TextReaderTest {
    private final TextReader reader =
            new TextReader(
                    new WordModel(),
                    (text, declared) -> new Language(declared.orElse("en"), 0.9),
                    Set.of("en"));

    @Test
    void read_bothPoles_isMixedWithItsParts() {
        Reading.Read read =
                (Reading.Read)
                        only(
                                "I love the great brilliant camera but the battery is awful"
                                        + " terrible",
                                "en");

        assertThat(read.label()).isEqualTo(SentimentLabel.MIXED);
        assertThat(read.parts())
                .extracting(p -> p.sentiment().label().key())
                .containsExactly("positive", "negative");
    }

    @Test
    void read_polesThatAreNoSureOnes_keepsTheirPartsAndIsNotMixed() {
        Reading.Read read =
                (Reading.Read) only("I love the great camera but the battery is awful", "en");

        assertThat(read.mixed()).isFalse();
        assertThat(read.parts()).hasSize(2);
    }

    @Test
    void read_unsureWhole_abstainsAndKeepsItsProbabilities() {
        Reading.Read read = (Reading.Read) only("the parcel came on a Tuesday", "en");

        assertThat(read.label()).isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(read.reason())
                .get()
                .asString()
                .matches("not sure enough \\(0\\.\\d\\d < 0\\.60\\)");
        assertThat(read.analysis().sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void read_languageOfNoModel_abstainsWithoutProbabilities() {
        assertThat(only("love", "tlh")).isInstanceOf(Reading.Abstained.class);
    }

    @Test
    void read_languageOfNoModel_namesItAndHowToHaveMore() {
        TextReader extensible =
                new TextReader(
                        List.of(new TextReader.LanguageModel(new WordModel(), Set.of("en"))),
                        (text, declared) -> new Language("hi-Latn", 0.9),
                        Optional.of("install the other model"));

        Reading reading =
                extensible.read(List.of(new TextReader.Text("accha", Optional.empty()))).getFirst();

        assertThat(reading.reason())
                .get()
                .asString()
                .contains("'hi-Latn'", "only en", "install the other model");
    }

    @Test
    void versions_modelOfSeveralLanguages_isNamedOnce() {
        var model = new WordModel();
        TextReader several =
                new TextReader(
                        List.of(
                                new TextReader.LanguageModel(model, Set.of("es")),
                                new TextReader.LanguageModel(model, Set.of("fr"))),
                        (text, declared) -> new Language("es", 0.9));

        assertThat(several.versions()).containsExactly(model.version());
    }

    @Test
    void explain_languageOfNoModel_hasNoWords() {
        TextExplanation explanation =
                reader.explain(new TextReader.Text("love", Optional.of("tlh")));

        assertThat(explanation.why()).isEmpty();
        assertThat(explanation.reading().reason()).isPresent();
    }

    private Reading only(String text, String language) {
        return reader.read(List.of(new TextReader.Text(text, Optional.of(language)))).getFirst();
    }
}
