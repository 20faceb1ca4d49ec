package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PostFileTest {
    private static final String ONE = "{\"id\":\"1\",\"text\":\"one [}, \\\"\\\\\"}";
    private static final String TWO = "{\"id\":\"2\",\"text\":\"two\",\"tags\":[[],{\"a\":\"]\"}]}";

    private static List<Decoded> read(String array) throws IOException {
        return rows(array, PostFiles.Position.START).stream()
                .flatMap(row -> row.decoded().stream())
                .toList();
    }

    private static List<PostFiles.Row> rows(String array, PostFiles.Position from)
            throws IOException {
        var request =
                new PostFiles.Request(
                        "posts.json", Decoding.WORKSPACE, Optional.empty(), Decoding.SENT, from);
        byte[] bytes = array.getBytes(StandardCharsets.UTF_8);
        var limits = new DecodeLimits(1 << 16, 100, 128);
        var rows = new ArrayList<PostFiles.Row>();
        try (PostFiles.Reader reader =
                ((PostFiles.Opening.Opened)
                                new PostFile(Decoding.PSEUDONYMISER, limits)
                                        .open(at -> new ByteArrayInputStream(bytes), request))
                        .reader()) {
            for (Optional<PostFiles.Row> row = reader.next();
                    row.isPresent();
                    row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static Decoded.Rejected spoiltAlone(String item) throws IOException {
        List<Decoded> decoded = read("[" + ONE + ",\n" + item + ",\n" + TWO + "]\n");

        assertThat(decoded).hasSize(3);
        assertThat(Decoding.posts(decoded))
                .extracting(Post::text)
                .containsExactly("one [}, \"\\", "two");
        return (Decoded.Rejected) decoded.get(1);
    }

    @Test
    void array_whole_givesItsPosts() throws IOException {
        for (String array :
                List.of(
                        "[" + ONE + "," + TWO + "]",
                        "\n [ " + ONE + " \n,\t" + TWO + " ,\r\n ] behind it",
                        "[\n\t" + ONE.replace(":", " :\n") + ",\n" + TWO + "\n]")) {
            assertThat(Decoding.posts(read(array)))
                    .extracting(Post::text)
                    .containsExactly("one [}, \"\\", "two");
        }
        assertThat(read("[ ]")).isEmpty();
    }

    @Test
    void string_farTooLong_isRefusedAndTheRestIsRead() throws IOException {
        for (String much :
                List.of("x", "\\u0041", "\\\"", "\\\\", "\\\"}],{", "\u00e9\n", "\ud83d\ude00")) {
            String text = much.repeat((30 << 20) / much.length());

            assertThat(spoiltAlone("{\"id\":\"9\",\"text\":\"" + text + "\"}"))
                    .isEqualTo(
                            new Decoded.Rejected(
                                    "[1]", "the record is longer than 65536 characters", ""));
        }
    }

    @Test
    void otherParts_farTooLong_areRefusedAndTheRestIsRead() throws IOException {
        String much = "1".repeat(2 << 20);
        for (String item :
                List.of(
                        "{\"" + much + "\":1}",
                        "{\"id\":" + much + "}",
                        much,
                        "[".repeat(1 << 20) + "]".repeat(1 << 20),
                        "{\"id\":[" + "1,".repeat(1 << 20) + "1]}")) {
            assertThat(spoiltAlone(item).reason()).contains("longer than 65536 characters");
        }
    }

    @Test
    void item_noJson_isRefusedAndTheRestIsRead() throws IOException {
        for (String item : List.of("{\"id\":tru}", "{'id':1}", "", "1 2", "{\"id\":01}}", "nul")) {
            Decoded.Rejected refused = spoiltAlone(item);

            assertThat(refused.path()).startsWith("[1]");
            assertThat(refused.reason()).isNotBlank();
        }
    }

    @Test
    void array_brokenOff_givesWhatIsWholeAndARefusal() throws IOException {
        for (String rest : List.of("", ",", ",{\"id\":\"3", ",{\"id\":\"3\"", ",[[1],2")) {
            List<Decoded> decoded = read("[" + ONE + "," + TWO + rest);

            assertThat(Decoding.posts(decoded)).hasSize(2);
            assertThat(decoded).hasSize(3);
            assertThat(((Decoded.Rejected) decoded.getLast()).path()).isEqualTo("[2]");
            assertThat(((Decoded.Rejected) decoded.getLast()).reason()).contains("breaks off");
        }
    }

    @Test
    void array_goneOnWith_leavesOutWhatIsDone() throws IOException {
        String array = "[" + ONE + ",\"" + "x".repeat(1 << 17) + "\"," + TWO + "]";
        List<PostFiles.Row> rows = rows(array, PostFiles.Position.START);

        for (int done = 0; done < rows.size(); done++) {
            assertThat(rows(array, rows.get(done).after()))
                    .isEqualTo(rows.subList(done + 1, rows.size()));
        }
    }
}
