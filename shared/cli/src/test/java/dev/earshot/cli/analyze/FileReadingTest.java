package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

final class FileReadingTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"2\",\"text\":\"two\"}\n",
                "\n{\"id\":\"1\",\"text\":\"one\"}\r\n\r\n{\"id\":\"2\",\"text\":\"two\"}",
                "[{\"id\":\"1\",\"text\":\"one\"},{\"id\":\"2\",\"text\":\"two\"}]",
                "[\n"
                        + "  {\n"
                        + "    \"id\": \"1\",\n"
                        + "    \"text\": \"one\"\n"
                        + "  },\n"
                        + " {\"id\":\"2\",\"text\":\"two\"}]",
                "{\n  \"posts\": [\n    {\"id\":\"1\",\"text\":\"one\"},\n    {\"id\":\"2\",\n"
                        + "\"text\":\"two\"}\n  ]\n}",
                "{\"posts\":[{\"id\":\"1\",\"text\":\"one\"},{\"id\":\"2\",\"text\":\"two\"}]}",
                "\uFEFF{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"2\",\"text\":\"two\"}",
                "id,text\n1,one\n2,two\n",
                "id;text\n1;\"one\"\n2;two",
                "text\tid\none\t1\ntwo\t2\n",
            })
    void file_inAnyForm_givesItsPostsInOrder(String content) throws Exception {
        assertThat(texts(read("posts", content.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("1 one", "2 two");
        assertThat(texts(read("posts", gzip(content.getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("1 one", "2 two");
    }

    @Test
    void file_inUtf16_isRead() throws Exception {
        byte[] content =
                "\uFEFF{\"id\":\"1\",\"text\":\"naïve\"}\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(texts(read("posts", content))).containsExactly("1 naïve");
    }

    @Test
    void lines_brokenAmongGoodOnes_areRefusedInPlace() throws Exception {
        List<InputItem> items =
                read(
                        "posts",
                        ("oops\n"
                                        + "{\"id\":\"1\",\"text\":\"one\"}\n"
                                        + "{\"id\":\"2\",\"text\"\n"
                                        + "{\"id\":\"3\",\"text\":\"three\",\"createdAt\":\"never\"}\n"
                                        + "{\"id\":\"4\",\"text\":\"four\"}")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(items)
                .extracting(FileReadingTest::shown)
                .containsExactly(
                        "refused line 1",
                        "1 one",
                        "refused line 3: text",
                        "refused line 4: createdAt",
                        "4 four");
    }

    @Test
    void array_thatBreaksOff_givesWhatCameBefore() throws Exception {
        List<InputItem> items =
                read(
                        "posts",
                        "[{\"id\":\"1\",\"text\":\"one\"},{\"id\":\"2\","
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(items)
                .extracting(FileReadingTest::shown)
                .containsExactly("1 one", "refused [1]");
    }

    @Test
    void removal_keepsItsPlace() throws Exception {
        List<InputItem> items =
                read(
                        "posts",
                        "{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"1\",\"deleted\":true}\n"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(items).extracting(FileReadingTest::shown).containsExactly("1 one", "removed 1");
    }

    @Test
    void file_thatIsNoText_goesToTheImageReader() throws Exception {
        assertThat(read("a", new byte[] {(byte) 0xFF, (byte) 0xD8, 1}))
                .singleElement()
                .isInstanceOf(InputItem.Picture.class);
        assertThat(read("photo.JPG", "<html>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .isInstanceOf(InputItem.Picture.class);
    }

    @Test
    void file_empty_isRefused() throws Exception {
        assertThat(read("a", new byte[0]))
                .extracting(FileReadingTest::shown)
                .containsExactly("refused $");
    }

    @Test
    void file_ofAKindThatIsNotRead_isRefusedByItsName() throws Exception {
        assertThat(refusal("a", "Dear diary,\nnothing happened.\n")).contains("plain text");
        assertThat(refusal("a", "<!doctype html><html><body>429</body></html>"))
                .contains("web page");
        assertThat(refusal("a", "PK\3\4 xl/workbook.xml")).contains("CSV UTF-8");
    }

    private static String refusal(String name, String content) throws Exception {
        List<InputItem> items = read(name, content.getBytes(StandardCharsets.UTF_8));

        assertThat(items).hasSize(1);
        return ((InputItem.Refused) items.getFirst()).reason();
    }

    @Test
    void gzip_thatBreaksOff_givesWhatCameBeforeAndARefusal() throws Exception {
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"text ")
                    .append(i * 7919 % 977)
                    .append("\"}\n");
        }
        byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));

        List<InputItem> items = read("a", Arrays.copyOf(whole, whole.length / 2));

        assertThat(items.size()).isBetween(1_000, 4_900);
        assertThat(items.getLast()).isInstanceOf(InputItem.Refused.class);
    }

    private static List<InputItem> read(String name, byte[] content) throws Exception {
        var queue = new BatchQueue();
        try (InputFile input = new InputFile.Standard(new ByteArrayInputStream(content))) {
            new FileReading(
                            name,
                            Optional.empty(),
                            PostFiles.Hints.NONE,
                            note -> {},
                            new Pseudonymiser(new byte[32]),
                            queue,
                            NOW)
                    .read(input);
        }
        queue.end();
        List<InputItem> items = new ArrayList<>();
        for (List<InputItem> batch = queue.take(100); !batch.isEmpty(); batch = queue.take(100)) {
            items.addAll(batch);
        }
        return items;
    }

    private static List<String> texts(List<InputItem> items) {
        return items.stream().map(FileReadingTest::shown).toList();
    }

    private static String shown(InputItem item) {
        return switch (item) {
            case InputItem.Published each -> each.post().id().nativeId() + " " + each.post().text();
            case InputItem.Removed each -> "removed " + each.event().id().nativeId();
            case InputItem.Refused each -> "refused " + each.path();
            case InputItem.Video each -> "video " + each.file();
            case InputItem.Picture each -> "picture";
            case InputItem.Irrelevant each -> "irrelevant";
        };
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
