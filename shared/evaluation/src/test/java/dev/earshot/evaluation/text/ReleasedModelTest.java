package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.earshot.core.text.TextReader;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.behaviour.BehaviourSuite;
import dev.earshot.evaluation.bias.BiasGate;
import dev.earshot.evaluation.bias.BiasReport;
import dev.earshot.evaluation.bias.LanguageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Holds the released text model to what {@code models/text/limits.json} promises. */
final class ReleasedModelTest {
    private static final int CASES = 60;

    private static final Path MODELS =
            Path.of(System.getProperty("earshot.models", "models/target/assembled"));
    private static final Path LIMITS =
            Path.of(System.getProperty("earshot.root", "."), "models/text/limits.json");

    private static @Nullable TextReader loaded;

    @BeforeAll
    static void load() {
        Assumptions.assumeTrue(
                Files.exists(MODELS.resolve("text/model.pt")),
                MODELS + " holds no assembled text model: mvn -pl models package");
        loaded = TextReaders.load(MODELS, Device.cpu());
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
                BehaviourReport.of(
                        BehaviourSuite.make(CASES, TextEvaluation.SEED), reader());
        assertThat(ReleaseLimits.read(LIMITS).beyond(report))
                .as("behaviour rows beyond " + LIMITS)
                .isEmpty();
    }

    @Test
    void bias_ofTheReleasedModel_isNoWiderThanStated() throws IOException {
        ReleaseLimits limits = ReleaseLimits.read(LIMITS);
        BiasReport report =
                new BiasGate(2, TextEvaluation.SEED).measure(LanguageReader.of(reader()));
        assertThat(report.rows()).as("languages that are read").isNotEmpty();
        assertThat(report.beyond(limits.gaps()))
                .as("gaps wider than " + LIMITS + " states")
                .isEmpty();
    }
}
