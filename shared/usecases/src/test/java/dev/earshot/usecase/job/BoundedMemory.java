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

/** Reads files that are larger than the heap of the reading process. */
@Timeout(1_800)
abstract class BoundedMemory {
    private final Scale scale;

    BoundedMemory(Scale scale) {
        this.scale = scale;
    }

    /**
     * Sizes of the heap and of the files.
     *
     * @param heapMegabytes room for a fetched part and a record, some chunks ahead, and the classes
     * @param maxBytes of a fetched part and of a record
     * @param posts of a file that is larger than the heap
     * @param words length of a note beside each post's text
     * @param longRecordMegabytes a record larger than the heap
     */
    record Scale(int heapMegabytes, int maxBytes, int posts, int words, int longRecordMegabytes) {}

    @TempDir private Path folder = Path.of("");

    @Test
    void posts_compressedAndManyTimesTheHeap_areAllStored() throws Exception {
        Path file = folder.resolve("posts.ndjson.gz");
        long size;
        try (var counted = new Counted(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
                Writer out = new OutputStreamWriter(counted, StandardCharsets.UTF_8)) {
            var words = new Words(5);
            for (int i = 0; i < scale.posts(); i++) {
                out.write(
                        "{\"id\":\""
                                + i
                                + "\",\"text\":\"a post\",\"note\":\""
                                + words.next(scale.words())
                                + "\"}\n");
            }
            out.flush();
            size = counted.bytes;
        }

        assertThat(size).isGreaterThan((long) scale.heapMegabytes() << 20);
        assertThat(read(file))
                .containsExactly("read " + scale.posts() + ", refused 0, stored " + scale.posts());
    }

    @Test
    void posts_ofATableLargerThanTheHeap_areAllStored() throws Exception {
        Path file = folder.resolve("posts.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            var words = new Words(6);
            out.write("id,text,notes\n");
            for (int i = 0; i < scale.posts(); i++) {
                out.write(i + ",\"a post,\nand so on\"," + words.next(scale.words()) + "\n");
            }
        }

        assertThat(Files.size(file)).isGreaterThan((long) scale.heapMegabytes() << 20);
        assertThat(read(file))
                .containsExactly("read " + scale.posts() + ", refused 0, stored " + scale.posts());
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
                                + ((scale.longRecordMegabytes() << 20) + 20)
                                + " bytes long; at most "
                                + scale.maxBytes()
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
                        "parked [500]: the record is longer than "
                                + scale.maxBytes()
                                + " characters",
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
                        "parked [500]: the record is longer than "
                                + scale.maxBytes()
                                + " characters",
                        "read 1002, refused 1, stored 1001");
    }

    /** 500 records, a long one, and 500 more. */
    private void withOneLongRecord(
            Path file, String head, String record, String before, String after) throws IOException {
        withOneLongRecord(file, head, record, before, "x", after);
    }

    private void withOneLongRecord(
            Path file, String head, String record, String before, String middle, String after)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int i = 0; i < 1_000; i++) {
                if (i == 500) {
                    out.write(before);
                    String piece = middle.repeat((1 << 20) / middle.length());
                    for (int k = 0; k < scale.longRecordMegabytes(); k++) {
                        out.write(piece);
                    }
                    out.write(after);
                }
                out.write(record.formatted(i));
            }
        }
    }

    /** Pieces of one long random text, which is almost incompressible. For one thread. */
    private static final class Words {
        private static final int LENGTH = 1 << 20;

        private final Random random;
        private final String text;

        Words(int seed) {
            random = new Random(seed);
            var built = new StringBuilder();
            while (built.length() < LENGTH) {
                built.append(Long.toString(random.nextLong() >>> 20, 36)).append(' ');
            }
            text = built.toString();
        }

        String next(int length) {
            int from = random.nextInt(LENGTH - length);
            return text.substring(from, from + length);
        }
    }

    /** Output of a worker with a small heap for a file. */
    private List<String> read(Path file) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + scale.heapMegabytes() + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallWorker.class.getName(),
                                file.toString(),
                                String.valueOf(scale.maxBytes()))
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
