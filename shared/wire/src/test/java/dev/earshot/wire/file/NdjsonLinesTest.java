package dev.earshot.wire.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.wire.file.NdjsonLines.Line;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class NdjsonLinesTest {
    private static List<Line> read(byte[] bytes, int limit) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader = new NdjsonLines(new ByteArrayInputStream(bytes), limit)) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void lines_withBlanksAndNoEndAtLast_keepTheirNumbers() throws IOException {
        assertThat(read(utf8("a\r\n\n  \nb"), 100))
                .containsExactly(new Line.Text(1, "a"), new Line.Text(4, "b"));
    }

    @Test
    void line_tooLong_isRefusedAndTheRestRead() throws IOException {
        List<Line> lines = read(utf8("a\n" + "x".repeat(300_000) + "\nb\n"), 1_000);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .isInstanceOfSatisfying(
                        Line.Refused.class,
                        refused -> {
                            assertThat(refused.number()).isEqualTo(2);
                            assertThat(refused.reason()).contains("300000").contains("1000");
                            assertThat(refused.head()).startsWith("xxx");
                        });
        assertThat(lines.get(2)).isEqualTo(new Line.Text(3, "b"));
    }

    @Test
    void line_exactlyAtLimit_isTaken() throws IOException {
        assertThat(read(utf8("x".repeat(10)), 10))
                .containsExactly(new Line.Text(1, "x".repeat(10)));
    }

    @Test
    void line_notUtf8_isRefusedAndTheRestRead() throws IOException {
        byte[] bytes = {'a', '\n', (byte) 0xC3, '(', '\n', 'b'};

        List<Line> lines = read(bytes, 100);

        assertThat(lines.get(1)).isInstanceOf(Line.Refused.class);
        assertThat(lines.get(2)).isEqualTo(new Line.Text(3, "b"));
    }

    @Test
    void file_withMark_isReadAsWhatTheMarkSays() throws IOException {
        String text = "{\"text\":\"\uD83D\uDE42 tea\"}\nb";
        List<Line> expected = read(utf8(text), 1_000);

        assertThat(read(utf8("\uFEFF" + text), 1_000)).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), 1_000))
                .isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE), 1_000))
                .isEqualTo(expected);
        assertThat(read(gzip(utf8("\uFEFF" + text)), 1_000)).isEqualTo(expected);
    }

    @Test
    void gzip_brokenOff_endsWithARefusal() throws IOException {
        byte[] whole = gzip(utf8("some line of text\n".repeat(50_000)));

        List<Line> lines = read(Arrays.copyOf(whole, whole.length / 2), 1_000);

        assertThat(lines.getLast()).isInstanceOf(Line.Refused.class);
        assertThat(lines.size()).isGreaterThan(1);
    }

    @Test
    void stream_withoutEnd_takesBoundedMemory() throws IOException {
        long[] left = {400L << 20};
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return left[0]-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        if (left[0] <= 0) {
                            return -1;
                        }
                        Arrays.fill(target, offset, offset + length, (byte) 'x');
                        left[0] -= length;
                        return length;
                    }
                };
        try (var lines = new NdjsonLines(endless)) {
            assertThat(lines.next()).isInstanceOf(Line.Refused.class);
            assertThat(lines.hasNext()).isFalse();
        }
    }
}
