package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextExplanation;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
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
    void read_facesWithoutWords_areRead() {
        TextReader untold =
                new TextReader(
                        new WordModel(), (text, declared) -> Language.UNDETERMINED, Set.of("en"));

        assertThat(untold.read(texts(":(", "@acme :D", "<3", "10/10")))
                .allMatch(reading -> reading instanceof Reading.Read);
        assertThat(untold.read(texts("...", "@acme", "https://x.example", "#1 !!")))
                .allMatch(reading -> reading instanceof Reading.Abstained);
    }

    @Test
    void read_languageThatIsHardlyTold_isReadUnlessThePlatformStatesIt() {
        TextReader doubtful =
                new TextReader(
                        new WordModel(), (text, declared) -> new Language("pl", 0.4), Set.of("en"));

        assertThat(doubtful.read(texts("slaps"))).allMatch(Reading.Read.class::isInstance);
        assertThat(doubtful.read(List.of(new TextReader.Text("slaps", Optional.of("pl")))))
                .allMatch(Reading.Abstained.class::isInstance);
        assertThat(doubtful.read(texts("да"))).allMatch(Reading.Abstained.class::isInstance);
    }

    @Test
    void read_shortTextOfAnAuthorWhoWritesOtherwise_followsTheOtherTexts() {
        TextReader two =
                new TextReader(
                        List.of(
                                new TextReader.LanguageModel(new WordModel(), Set.of("en")),
                                new TextReader.LanguageModel(new WordModel(), Set.of("es"))),
                        (text, declared) ->
                                text.equals("no")
                                        ? new Language(declared.orElse("und"), 0.4)
                                        : new Language(text.startsWith("me") ? "es" : "en", 0.9));

        assertThat(
                        two.read(
                                List.of(
                                        by("one", "no"),
                                        by("one", "me gusta la cámara"),
                                        by("two", "no"),
                                        by("two", "the camera came"),
                                        by("three", "no"))))
                .extracting(Reading::language)
                .containsExactly("es", "es", "en", "en", "und");
    }

    private static TextReader.Text by(String author, String text) {
        return new TextReader.Text(text, Optional.empty(), List.of(), Optional.of(author));
    }

    private static List<TextReader.Text> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> new TextReader.Text(text, Optional.empty()))
                .toList();
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
