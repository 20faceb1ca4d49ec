package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.wire.json.Excerpt;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every real payload where the folder of optional data is there; else skips, saying so. */
@Tag("data")
class FixturesTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("earshot.data", "absent"), "fixtures");

    /**
     * Posts and removals in each family: those of X, Reddit, Mastodon and Jetstream as counted by a
     * separate script, the others as looked through by hand.
     */
    private static final Map<String, List<Integer>> EVENTS =
            Map.ofEntries(
                    Map.entry("bluesky_atproto_MIT", List.of(4, 0)),
                    Map.entry("bluesky_jetstream_MIT_Apache2", List.of(18, 1)),
                    Map.entry("instagram_graph_restfb_MIT", List.of(9, 0)),
                    // 58 statuses, and 6 rules of a server that look like our own short form.
                    Map.entry("mastodon_bigbone_MIT", List.of(64, 1)),
                    Map.entry("meta_graph_python-facebook_Apache2", List.of(192, 0)),
                    Map.entry("meta_webhooks_restfb_MIT", List.of(29, 6)),
                    Map.entry("reddit_praw_BSD2", List.of(1562, 19)),
                    Map.entry("x_v1_twitter-ruby_MIT", List.of(596, 1)),
                    Map.entry("x_v1_twitter4j_Apache2", List.of(42, 1)),
                    Map.entry("x_v2_pytwitter_MIT", List.of(71, 0)),
                    Map.entry("x_v2_twarc-csv_MIT", List.of(904, 2)),
                    Map.entry("youtube_v3_python-youtube_MIT", List.of(53, 0)));

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
            assertThat(Decoding.posts(decoded))
                    .as(file.toString())
                    .allSatisfy(post -> assertThat(platforms(file)).contains(post.id().platform()));
            if (decoded.stream().allMatch(Decoded.Rejected.class::isInstance)) {
                row[5]++;
            }
            if (Boolean.getBoolean("earshot.verbose")) {
                describe(file, decoded);
            }
        }
        System.out.printf(
                "%-34s %6s %6s %8s %10s %8s %14s%n",
                "fixtures",
                "files",
                "posts",
                "removals",
                "irrelevant",
                "rejected",
                "files refused");
        table.forEach(
                (family, n) ->
                        System.out.printf(
                                "%-34s %6d %6d %8d %10d %8d %14d%n",
                                family, n[0], n[1], n[2], n[3], n[4], n[5]));
        assertThat(table)
                .allSatisfy(
                        (family, n) ->
                                assertThat(List.of(n[1], n[2]))
                                        .as("posts and removals of " + family)
                                        .isEqualTo(EVENTS.getOrDefault(family, List.of(0, 0))));
    }

    private static List<Platform> platforms(Path file) {
        String family = FIXTURES.relativize(file).getName(0).toString();
        String prefix = family.substring(0, Math.max(family.indexOf('_'), 0));
        return switch (prefix) {
            case "meta", "instagram" -> List.of(Platform.FACEBOOK, Platform.INSTAGRAM);
            case "mastodon" -> List.of(Platform.MASTODON, Platform.UPLOAD);
            default -> Platform.of(prefix).stream().toList();
        };
    }

    private static void describe(Path file, List<Decoded> decoded) {
        var kinds = new TreeMap<String, Integer>();
        for (Decoded each : decoded) {
            String what =
                    switch (each) {
                        case Decoded.Event(PostEvent.Published p) ->
                                "post " + p.id().platform().key();
                        case Decoded.Event(PostEvent.Removed r) ->
                                "removal " + r.id().platform().key();
                        case Decoded.AuthorGone gone -> "author gone";
                        case Decoded.AuthorBack back -> "author back";
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
            case Decoded.AuthorGone gone -> 2;
            case Decoded.AuthorBack back -> 3;
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
        assertThat(posts).hasSize(904);
        assertThat(posts.stream().map(Post::id).distinct()).hasSize(903);
    }

    @Test
    void jetstreamFiles_decoded_holdTheKnownEvents() throws IOException {
        List<Decoded> decoded =
                decode(FIXTURES.resolve("bluesky_jetstream_MIT_Apache2/corpus/expected_v1.jsonl"));

        assertThat(decoded).hasSize(152);
        assertThat(Decoding.posts(decoded)).hasSize(17);
        assertThat(decoded.stream().filter(each -> kind(each) == 2)).hasSize(1);
        assertThat(decoded.stream().filter(each -> kind(each) == 4)).isEmpty();
    }

    @Test
    void editedPost_beforeAndAfter_isOnePostWithGrowingRevision() throws IOException {
        Post before =
                Decoding.posts(decode(FIXTURES.resolve("x_v2_twarc-csv_MIT/edited_before.jsonl")))
                        .getFirst();
        Post after =
                Decoding.posts(decode(FIXTURES.resolve("x_v2_twarc-csv_MIT/edited_after.jsonl")))
                        .getFirst();

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.revision()).isGreaterThan(before.revision());
    }

    @Test
    void everyFile_spoiled_isStillAccountedFor() throws IOException {
        Random random = new Random(11);
        for (Path file : files("")) {
            String body = Files.readString(file);
            for (int i = 0; i < 3 && !body.isEmpty(); i++) {
                int at = random.nextInt(body.length());
                String cut = random.nextBoolean() ? body.substring(0, at) : body.substring(at);
                String changed =
                        body.substring(0, at)
                                + "[]{}\",:0n\\ ".charAt(random.nextInt(11))
                                + body.substring(at + 1);
                assertThat(Decoding.decodeFile(cut)).as(file.toString()).isNotEmpty();
                assertThat(Decoding.decodeFile(changed)).as(file.toString()).isNotEmpty();
            }
        }
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
