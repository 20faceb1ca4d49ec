package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.behaviour.BehaviourSuite;
import dev.earshot.evaluation.bias.BiasGate;
import dev.earshot.evaluation.bias.BiasReport;
import dev.earshot.evaluation.bias.LanguageReader;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.language.HashedLanguageIdentifier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** Holds the released text models to what their {@code limits.json} promise. */
final class ReleasedModelTest {
    private static final int CASES = 60;

    private static final Path MODELS =
            Path.of(System.getProperty("earshot.models", "models/target/assembled"));
    private static final Path LIMITS = limits("text");
    private static final Path OTHER_LIMITS = limits("text-multilingual");

    private static @Nullable TextReader loaded;

    @BeforeAll
    static void load() {
        Assumptions.assumeTrue(
                Files.exists(MODELS.resolve("text/model.pt")),
                MODELS + " holds no assembled text model: mvn -pl models package");
        loaded = TextReaders.load(MODELS, ComputeDevice.CPU);
    }

    private static Path limits(String model) {
        return Path.of(System.getProperty("earshot.root", "."), "models", model, "limits.json");
    }

    private static TextReader reader() {
        if (loaded == null) {
            throw new IllegalStateException("not loaded");
        }
        return loaded;
    }

    @Test
    void behaviour_ofTheReleasedModel_isNoWorseThanStated() throws IOException {
        BehaviourReport report =
                BehaviourReport.of(BehaviourSuite.make(CASES, TextEvaluation.SEED), reader());
        assertThat(ReleaseLimits.read(LIMITS).beyond(report))
                .as("behaviour rows beyond " + LIMITS)
                .isEmpty();
    }

    @Test
    void bias_ofTheReleasedModel_isNoWiderThanStated() throws IOException {
        ReleaseLimits limits = ReleaseLimits.read(LIMITS);
        BiasReport english = bias().where(language -> language.equals("en"));
        assertThat(english.rows()).as("languages that are read").isNotEmpty();
        assertThat(english.beyond(limits.gaps()))
                .as("gaps wider than " + LIMITS + " states")
                .isEmpty();
    }

    @Test
    void bias_ofTheModelOfOtherLanguages_isNoWiderThanStated() throws IOException {
        Assumptions.assumeTrue(
                TextReaders.readsOtherLanguages(MODELS),
                "Spanish, German and French sentences are not read: ./earshot languages");
        BiasReport others = bias().where(language -> !language.equals("en"));
        assertThat(others.rows()).extracting(BiasReport.Row::language).contains("es", "de", "fr");
        assertThat(others.beyond(ReleaseLimits.read(OTHER_LIMITS).gaps()))
                .as("gaps wider than " + OTHER_LIMITS + " states")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "de", "fr", "it", "pt", "ar"})
    void negation_inOtherLanguages_failsNoMoreOftenThanStated(String language) throws IOException {
        Assumptions.assumeTrue(
                TextReaders.readsOtherLanguages(MODELS),
                "no model of other languages is installed: ./earshot languages");
        BehaviourReport report =
                BehaviourReport.of(
                        BehaviourSuite.in(language, CASES, TextEvaluation.SEED),
                        reader(),
                        language);
        assertThat(ReleaseLimits.read(OTHER_LIMITS).beyond(report))
                .as("behaviour rows beyond " + OTHER_LIMITS)
                .isEmpty();
    }

    @Tag("data")
    @Test
    void figures_ofSourcesLeftOut_areNoWorseThanStated() throws IOException {
        Path data =
                DataFolder.part(
                        Path.of(System.getProperty("earshot.data", "../shared/data")), "text");
        Assumptions.assumeTrue(Files.isDirectory(data), "there is no data at " + data);
        try (PyTorchTextModel model =
                PyTorchTextModel.load(MODELS.resolve("text"), ComputeDevice.CPU)) {
            TextReport report =
                    new TextEvaluation(
                                    reader(),
                                    model,
                                    HashedLanguageIdentifier.load(),
                                    data,
                                    LIMITS.resolveSibling("training").resolve("targets.tsv"),
                                    step -> {})
                            .run(EnumSet.of(TextEvaluation.Part.SOURCES), List.of());
            ReleaseLimits limits = ReleaseLimits.read(LIMITS);
            assertThat(limits.figures()).as("figures that " + LIMITS + " bounds").isNotEmpty();
            assertThat(limits.beyond(report.checks())).as("figures beyond " + LIMITS).isEmpty();
        }
    }

    private static BiasReport bias() {
        return new BiasGate(2, TextEvaluation.SEED).measure(LanguageReader.of(reader()));
    }
}
