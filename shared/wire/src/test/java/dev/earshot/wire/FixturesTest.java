package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every real payload where the folder of optional data is there; else skips, saying so. */
class FixturesTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("earshot.data", "absent"), "fixtures");

    @BeforeAll
    static void folderMustBeThere() {
        Assumptions.assumeTrue(
                Files.isDirectory(FIXTURES), () -> "SKIPPED: no fixtures at " + FIXTURES);
    }

    @Test
    void everyFile_decoded_isAccountedFor() throws IOException {
        Map<String, int[]> table = new TreeMap<>();
        for (Path file : files("")) {
            List<Decoded> decoded = decode(file);
            assertThat(decoded).as(file.toString()).isNotEmpty();
            int[] row =
                    table.computeIfAbsent(
                            FIXTURES.relativize(file).getName(0).toString(), k -> new int[6]);
            row[0]++;
            for (Decoded each : decoded) {
                row[kind(each)]++;
            }
            if (decoded.stream().allMatch(Decoded.Rejected.class::isInstance)) {
                row[5]++;
            }
            if (Boolean.getBoolean("earshot.verbose")) {
                describe(file, decoded);
            }
        }
        System.out.printf(
                "%-34s %6s %6s %8s %10s %8s %14s%n",
                "fixtures", "files", "posts", "removals", "irrelevant", "rejected", "files refused");
        table.forEach(
                (family, n) ->
                        System.out.printf(
                                "%-34s %6d %6d %8d %10d %8d %14d%n",
                                family, n[0], n[1], n[2], n[3], n[4], n[5]));
    }

    private static void describe(Path file, List<Decoded> decoded) {
        var kinds = new TreeMap<String, Integer>();
        for (Decoded each : decoded) {
            String what =
                    switch (each) {
                        case Decoded.Event(PostEvent.Published p) -> "post " + p.id().platform().key();
                        case Decoded.Event(PostEvent.Removed r) -> "removal " + r.id().platform().key();
                        case Decoded.Irrelevant i -> "irrelevant: " + i.what();
                        case Decoded.Rejected r ->
                                "REJECTED " + r.path() + ": " + Excerpt.of(r.reason(), 150);
                    };
            kinds.merge(what, 1, Integer::sum);
        }
        System.out.println("## " + FIXTURES.relativize(file));
        kinds.entrySet().stream()
                .limit(12)
                .forEach(e -> System.out.println("     " + e.getValue() + " x " + e.getKey()));
    }

    private static int kind(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Event(PostEvent.Published published) -> 1;
            case Decoded.Event(PostEvent.Removed removed) -> 2;
            case Decoded.Irrelevant irrelevant -> 3;
            case Decoded.Rejected rejected -> 4;
        };
    }

    @Test
    void twarcFiles_decoded_holdTheKnownNumberOfPosts() throws IOException {
        var posts = new ArrayList<Post>();
        for (Path file : files("x_v2_twarc-csv_MIT")) {
            posts.addAll(Decoding.posts(decode(file)));
        }
        System.out.println(posts.size() + " " + posts.stream().map(Post::id).distinct().count());
        assertThat(posts).hasSizeGreaterThan(600);
    }

    static List<Decoded> decode(Path file) throws IOException {
        return Decoding.decodeFile(Files.readString(file));
    }

    static List<Path> files(String folder) throws IOException {
        try (Stream<Path> walk = Files.walk(FIXTURES.resolve(folder))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
