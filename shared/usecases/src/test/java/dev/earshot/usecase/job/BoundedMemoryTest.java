package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Files far larger than the heap of the process that reads them. */
@Timeout(300)
final class BoundedMemoryTest {
    /** A fetched part and a line of 8 MiB each, some chunks ahead, and the classes' own needs. */
    private static final int HEAP_MEGABYTES = 64;

    private static final int POSTS = 300_000;
    private static final int LONG_LINE = 200 << 20;

    @TempDir private Path folder = Path.of("");

    @Test
    void posts_compressedAndManyTimesTheHeap_areAllStored() throws Exception {
        Path file = folder.resolve("posts.ndjson.gz");
        long size;
        try (var counted = new Counted(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
                Writer out = new OutputStreamWriter(counted, StandardCharsets.UTF_8)) {
            var random = new Random(5);
            for (int i = 0; i < POSTS; i++) {
                out.write("{\"id\":\"" + i + "\",\"text\":\"" + words(random) + "\"}\n");
            }
            out.flush();
            size = counted.bytes;
        }

        assertThat(size).isGreaterThan((long) HEAP_MEGABYTES << 20);
        assertThat(read(file)).containsExactly("read " + POSTS + ", refused 0, stored " + POSTS);
    }

    @Test
    void posts_ofATableLargerThanTheHeap_areAllStored() throws Exception {
        Path file = folder.resolve("posts.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            var random = new Random(6);
            out.write("id,text,notes\n");
            for (int i = 0; i < POSTS; i++) {
                out.write(i + ",\"" + words(random) + ",\nand so on\"," + words(random) + "\n");
            }
        }

        assertThat(Files.size(file)).isGreaterThan((long) HEAP_MEGABYTES << 20);
        assertThat(read(file)).containsExactly("read " + POSTS + ", refused 0, stored " + POSTS);
    }

    @Test
    void line_manyTimesTheHeap_isParkedAndTheRestIsStored() throws Exception {
        Path file = folder.resolve("posts.ndjson");
        withOneLongRecord(
                file,
                "",
                "{\"id\":\"%d\",\"text\":\"a post\"}\n",
                "{\"id\":\"9\",\"text\":\"",
                "\"}\n");

        assertThat(read(file))
                .containsExactly(
                        "parked line 501: the line is "
                                + (LONG_LINE + 20)
                                + " bytes long; at most "
                                + (8 << 20)
                                + " are taken",
                        "read 1001, refused 1, stored 1000");
    }

    @Test
    void row_manyTimesTheHeap_isParkedAndTheRestIsStored() throws Exception {
        Path file = folder.resolve("posts.csv");
        withOneLongRecord(file, "id,text\n", "%d,a post\n", "9,", "\n");

        List<String> said = read(file);

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("parked row 502: the row is longer than ");
        assertThat(said.getLast()).isEqualTo("read 1001, refused 1, stored 1000");
    }

    @Test
    void itemOfAnArray_manyTimesTheHeap_isParkedAndTheRestIsStored() throws Exception {
        Path file = folder.resolve("posts.json");
        withOneLongRecord(
                file,
                "[",
                "{\"id\":\"%d\",\"text\":\"a post\"},\n",
                "{\"id\":\"9\",\"tags\":[1",
                ",[\"some\",22,33]",
                "]},\n");
        Files.writeString(
                file, "{\"id\":\"last\",\"text\":\"a post\"}]", StandardOpenOption.APPEND);

        assertThat(read(file))
                .containsExactly(
                        "parked [500]: the record is longer than " + (8 << 20) + " characters",
                        "read 1002, refused 1, stored 1001");
    }

    @Test
    void stringInAnArray_manyTimesTheHeap_isParkedAndTheRestIsStored() throws Exception {
        Path file = folder.resolve("posts.json");
        withOneLongRecord(
                file,
                "[",
                "{\"id\":\"%d\",\"text\":\"a post\"},\n",
                "{\"id\":\"9\",\"text\":\"",
                "some \\\"}]\\u005C, ",
                "\"},\n");
        Files.writeString(
                file, "{\"id\":\"last\",\"text\":\"a post\"}]", StandardOpenOption.APPEND);

        assertThat(read(file))
                .containsExactly(
                        "parked [500]: the record is longer than " + (8 << 20) + " characters",
                        "read 1002, refused 1, stored 1001");
    }

    /** 500 records, a long one, and 500 more. */
    private static void withOneLongRecord(
            Path file, String head, String record, String before, String after) throws IOException {
        withOneLongRecord(file, head, record, before, "x", after);
    }

    private static void withOneLongRecord(
            Path file, String head, String record, String before, String middle, String after)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int i = 0; i < 1_000; i++) {
                if (i == 500) {
                    out.write(before);
                    String piece = middle.repeat((1 << 20) / middle.length());
                    for (int k = 0; k < LONG_LINE >> 20; k++) {
                        out.write(piece);
                    }
                    out.write(after);
                }
                out.write(record.formatted(i));
            }
        }
    }

    private static String words(Random random) {
        var text = new StringBuilder();
        while (text.length() < 200) {
            text.append(Long.toString(random.nextLong() >>> 20, 36)).append(' ');
        }
        return text.toString();
    }

    /** What a worker with a small heap says of a file. */
    private static List<String> read(Path file) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP_MEGABYTES + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallWorker.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(child.waitFor()).as("exit status; it said %s", lines).isZero();
            return lines;
        } finally {
            child.destroyForcibly();
        }
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
