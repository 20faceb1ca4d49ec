package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.reading.TextReader;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The text reader with and without the optional model for languages other than English. */
final class OtherLanguagesTest {
    private static final double ROUNDING = 1e-6;

    private static final Path MODELS =
            Path.of(System.getProperty("earshot.models", "models/target/assembled"));

    @BeforeEach
    void english() {
        Assumptions.assumeTrue(
                Files.exists(MODELS.resolve("text/model.pt")),
                MODELS + " holds no assembled text model: mvn -pl models package");
    }

    @Test
    void read_withoutTheModel_abstainsNamingTheLanguageAndTheWayToIt(@TempDir Path folder)
            throws IOException {
        Files.createDirectory(folder.resolve("text"));
        try (Stream<Path> files = Files.list(MODELS.resolve("text"))) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(
                        folder.resolve("text").resolve(file.getFileName()), file.toAbsolutePath());
            }
        }
        Reading reading =
                only(TextReaders.load(folder, Device.cpu()), "Me encanta esta cámara, es genial");

        assertThat(reading).isInstanceOf(Reading.Abstained.class);
        assertThat(reading.reason()).get().asString().contains("'es'", "./earshot languages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    positive | es | Me encanta mi nuevo teléfono, ¡es lo mejor que he comprado!
                    negative | es | El peor servicio que he visto, odio esta compañía
                    positive | de | Ich liebe dieses Handy, es ist wirklich großartig!
                    negative | de | So ein schlechter Service, ich bin total enttäuscht und wütend
                    positive | fr | J'adore ce téléphone, il est vraiment génial, merci !
                    negative | fr | Quel service horrible, je suis vraiment déçue et en colère
                    positive | it | Adoro questo telefono, è bellissimo, grazie mille!
                    negative | pt | Que serviço horrível, odeio esta empresa, nunca mais
                    positive | ar | أحب هذا الهاتف كثيرا، إنه رائع جدا شكرا لكم
                    """)
    void read_plainPost_readsItsSentiment(String expected, String language, String text) {
        Reading.Read read = (Reading.Read) only(installed(), text);

        assertThat(read.language()).isEqualTo(language);
        assertThat(read.analysis().sentiment().label().key()).isEqualTo(expected);
        assertThat(read.analysis().emotions()).isEmpty();
        assertThat(read.model().orElseThrow().name()).isEqualTo("text-multilingual");
    }

    @Test
    void read_languageWithoutEvidence_abstainsNamingIt() {
        Reading reading = only(installed(), "Jag älskar den här telefonen, den är så himla bra!");

        assertThat(reading.label()).isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(reading.reason()).get().asString().contains("'sv'").doesNotContain("earshot");
    }

    @Test
    void read_spanishPostAboutTwoBrands_readsEach() {
        String text = "Me encanta la cámara de Nimbo, pero la batería de Solaro es horrible";
        List<Target> targets = List.of(target(text, "Nimbo"), target(text, "Solaro"));

        Reading.Read read =
                (Reading.Read)
                        installed()
                                .read(List.of(new TextReader.Text(text, Optional.empty(), targets)))
                                .getFirst();

        assertThat(read.targets())
                .extracting(found -> found.sentiment().label().key())
                .containsExactly("positive", "negative");
    }

    @Test
    void explain_spanishPost_sumsToTheDifferenceFromTheBaseline() {
        TextExplanation explanation =
                installed()
                        .explain(
                                new TextReader.Text(
                                        "La batería es horrible y el servicio también",
                                        Optional.of("es")));

        var why = explanation.why().orElseThrow();
        double sum = why.words().stream().mapToDouble(word -> word.weight()).sum();
        assertThat(sum).isCloseTo(why.score() - why.baseline(), within(ROUNDING));
    }

    @Test
    void load_languagesOfTheSameWeights_shareTheirCalls() {
        TextReader plain = installed();
        List<List<LanguageText>> asked = new ArrayList<>();
        int[] wrapped = new int[1];
        TextReader watched =
                TextReaders.load(
                        MODELS,
                        Device.cpu(),
                        calls -> {
                            wrapped[0]++;
                            return texts -> {
                                asked.add(texts);
                                return calls.apply(texts);
                            };
                        });
        String spanish = "Me encanta mi nuevo teléfono, ¡es lo mejor que he comprado!";

        assertThat(wrapped[0]).isEqualTo(2);
        assertThat(only(watched, spanish)).isEqualTo(only(plain, spanish));
        assertThat(asked.getFirst()).extracting(LanguageText::text).containsExactly(spanish);
        assertThat(asked.getFirst().getFirst().language()).contains("es");
    }

    private static TextReader installed() {
        Assumptions.assumeTrue(
                TextReaders.readsOtherLanguages(MODELS),
                MODELS + " holds no model of other languages: ./earshot languages");
        return TextReaders.load(MODELS, Device.cpu());
    }

    private static Reading only(TextReader reader, String text) {
        return reader.read(List.of(new TextReader.Text(text, Optional.empty()))).getFirst();
    }

    private static Target target(String text, String name) {
        int start = text.indexOf(name);
        return new Target(name, start, start + name.length());
    }
}
