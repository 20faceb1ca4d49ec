package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Opening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to read a file that is in memory. */
public final class Files {
    private Files() {}

    /** The post of a table that holds one. */
    public static Post onlyPost(String table) throws IOException {
        return read("export.csv", table).onlyPost();
    }

    /** What came of a file: its description and its records, or why it was refused. */
    public record Outcome(
            Optional<PostFiles.Description> description, List<Decoded> decoded, String refusal) {
        public PostFiles.Description described() {
            return description.orElseThrow(() -> new AssertionError("refused: " + refusal));
        }

        public List<Post> posts() {
            assertThat(refusal).isEmpty();
            return Decoding.posts(decoded);
        }

        public Post onlyPost() {
            assertThat(posts()).as(decoded.toString()).hasSize(1);
            return posts().getFirst();
        }

        public List<String> texts() {
            return posts().stream().map(Post::text).toList();
        }

        /** Paths and reasons of what was refused. */
        public List<String> refused() {
            return decoded.stream()
                    .filter(Decoded.Rejected.class::isInstance)
                    .map(Decoded.Rejected.class::cast)
                    .map(each -> each.path() + ": " + each.reason())
                    .toList();
        }

        /** Reasons of what was left out. */
        public List<String> leftOut() {
            return decoded.stream()
                    .filter(Decoded.Irrelevant.class::isInstance)
                    .map(each -> ((Decoded.Irrelevant) each).what())
                    .toList();
        }
    }

    public static Outcome read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Outcome read(String name, byte[] content) throws IOException {
        return read(name, content, PostFiles.Hints.NONE);
    }

    public static Outcome read(String name, byte[] content, PostFiles.Hints hints)
            throws IOException {
        var request =
                new PostFiles.Request(
                        name,
                        Decoding.WORKSPACE,
                        Optional.empty(),
                        Decoding.SENT,
                        PostFiles.Position.START,
                        hints);
        PostFiles.Source source =
                offset -> {
                    var in = new ByteArrayInputStream(content);
                    in.skipNBytes(offset);
                    return in;
                };
        return switch (new PostFile(Decoding.PSEUDONYMISER, DecodeLimits.FILE)
                .open(source, request)) {
            case Opening.Refused refused ->
                    new Outcome(Optional.empty(), List.of(), refused.reason());
            case Opening.Opened opened -> {
                var decoded = new ArrayList<Decoded>();
                try (PostFiles.Reader reader = opened.reader()) {
                    for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                        decoded.addAll(row.get().decoded());
                    }
                }
                yield new Outcome(Optional.of(opened.description()), List.copyOf(decoded), "");
            }
        };
    }

    /** Why a file is refused. */
    public static String refusal(String name, String content) throws IOException {
        Outcome outcome = read(name, content);
        assertThat(outcome.description()).isEmpty();
        return outcome.refusal();
    }

    /** What a user says about columns. */
    public static PostFiles.Hints columns(String... fieldsAndHeaders) {
        var columns = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fieldsAndHeaders.length; i += 2) {
            columns.put(fieldsAndHeaders[i], fieldsAndHeaders[i + 1]);
        }
        return new PostFiles.Hints(Map.copyOf(columns), Optional.empty());
    }
}
