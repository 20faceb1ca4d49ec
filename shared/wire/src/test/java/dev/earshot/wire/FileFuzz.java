package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.wire.json.Excerpt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files of every kind, spoiled by a seeded generator: reading must not fail, every record is a
 * post, a refusal with place and reason, or left out with a reason, and no text holds U+FFFD.
 */
final class FileFuzz {
    private static final List<String> SPOILERS =
            List.of(
                    "\"",
                    "\n",
                    ",",
                    ";",
                    "\t",
                    "|",
                    "{",
                    "[",
                    "]",
                    "}",
                    "<",
                    ">",
                    "&#0;",
                    "\uFFFD",
                    "\uFDD0",
                    "\uFDD2",
                    "\0",
                    "=\"1\"",
                    "1.8E+18",
                    "03/04/2024",
                    "2024-02-30",
                    "[removed]",
                    "NULL",
                    "Total",
                    "text",
                    "title",
                    "9".repeat(400),
                    "Ã©",
                    "ð",
                    "]]>",
                    "<!ENTITY a \"b\">",
                    "window.YTD.tweets.part0 = [",
                    "\uD800",
                    "\r\n\r\n",
                    "#NAME?",
                    "https://x.com/a/status/",
                    "did:plc:",
                    "\u200E",
                    "null",
                    "-",
                    "0x",
                    "\uFEFF");

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    Charset.forName("windows-1252"),
                    Charset.forName("x-MacRoman"),
                    Charset.forName("Shift_JIS"));

    private FileFuzz() {}

    /** Names of the files that are spoiled, one of each kind. */
    static Set<String> kinds() {
        return seeds().keySet();
    }

    /** Spoils the file of a kind so many times. */
    static void run(String kind, int rounds) {
        String content = Objects.requireNonNull(seeds().get(kind));
        var random = new Random(kind.hashCode());
        for (int i = 0; i < rounds; i++) {
            check(kind, i, spoiled(kind, content, random));
        }
    }

    private static Map<String, String> seeds() {
        var seeds = new TreeMap<String, String>();
        seeds.put(
                "table.csv",
                """
                Report:,Mentions
                id,Title,text,created_at,lang,author_id,likes,url,network
                17,A title,"He said ""no"", twice",2026-01-02T03:04:05Z,en,7,"1,200",https://x.com/kim/status/1787000000000000001,X (Twitter)
                "=""1787000000000000002""\",,Größe – schön,03/25/2024,English,,1.2K,,Facebook Public
                18,,[removed],2024-01-01,en,,1,,
                Total,,,,,,3,,
                """);
        seeds.put(
                "semicolons.csv",
                "id;Beitrag;Datum;Uhrzeit;Gefällt mir\n1;Der Kessel;05.11.2024;14:03;3,1K\n2;Ist;06.11.2024;9:00;1.234\n");
        seeds.put(
                "tweets.js",
                "window.YTD.tweets.part0 = [ {\"tweet\": {\"id_str\": \"1580000000000000301\","
                        + " \"created_at\": \"Wed Oct 12 00:00:00 +0000 2022\", \"full_text\": \"tea"
                        + " &amp; t\u00e9\"}}, {\"tweet\": {\"id_str\": \"1580000000000000302\","
                        + " \"created_at\": \"Wed Oct 12 00:00:00 +0000 2022\", \"full_text\":"
                        + " \"more\"}} ]");
        seeds.put(
                "outbox.json",
                "{\"orderedItems\":[{\"type\":\"Create\",\"actor\":\"https://m.example/users/kim\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"object\":{\"id\":\"https://m.example/users/kim/statuses/111\",\"type\":\"Note\",\"published\":\"2024-11-05T10:00:00Z\",\"content\":\"<p>a&amp;b</p>\"}},{\"type\":\"Announce\",\"object\":\"x\"}]}");
        seeds.put(
                "result.json",
                "{\"name\":\"Tea\",\"type\":\"public_channel\",\"id\":9,\"messages\":[{\"id\":1,\"type\":\"service\"},{\"id\":2,\"type\":\"message\",\"date_unixtime\":\"1730800800\",\"from_id\":\"channel9\",\"text\":[\"a\",{\"type\":\"bold\",\"text\":\"b\"}]}]}");
        seeds.put(
                "posts_1.json",
                "[{\"media\":[{\"uri\":\"1.jpg\",\"creation_timestamp\":1730800800,\"title\":\"Caf\u00c3\u00a9\"}]},{\"timestamp\":1730800800,\"data\":[{\"post\":\"a\"}],\"title\":\"b\"}]");
        seeds.put(
                "user_data.json",
                "{\"Comment\":{\"Comments\":{\"CommentsList\":[{\"date\":\"2024-11-05 10:00:00\",\"comment\":\"a\"}]}},\"Video\":{\"Videos\":{\"VideoList\":[{\"Date\":\"2024-11-05 10:00:00\",\"Link\":\"https://www.tiktok.com/@a/video/7\",\"Title\":\"b\"}]}}}");
        seeds.put(
                "items.json",
                "[{\"cid\":\"U1\",\"text\":\"a\",\"time_parsed\":1730800800.1,\"author\":\"@k\",\"votes\":\"1.2K\",\"heart\":false},{\"url\":\"https://twitter.com/kim/status/1860000000000000102\",\"date\":\"2024-11-05T10:00:00+00:00\",\"rawContent\":\"b\",\"id\":1860000000000000102,\"user\":{\"username\":\"kim\"},\"likeCount\":3}]");
        seeds.put(
                "feed.xml",
                "<?xml version=\"1.0\"?><rss><channel><title>t</title><item><title>a</title><description>&lt;p&gt;b&amp;amp;c&lt;/p&gt;</description><pubDate>Tue, 05 Nov 2024 10:00:00 GMT</pubDate><guid>g</guid></item><item><title>d</title></item></channel></rss>");
        return seeds;
    }

    private static byte[] spoiled(String name, String content, Random random) {
        String text = content;
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text =
                    switch (random.nextInt(4)) {
                        case 0 -> text.substring(0, Math.max(1, at));
                        case 1 -> text.substring(0, at) + text.substring(end) + " ";
                        case 2 ->
                                text.substring(0, at)
                                        + text.substring(random.nextInt(text.length()))
                                        + " ";
                        default ->
                                text.substring(0, at)
                                        + SPOILERS.get(random.nextInt(SPOILERS.size()))
                                        + text.substring(end);
                    };
        }
        byte[] bytes = text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
        for (int n = random.nextInt(4); n > 1 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(10) == 0 ? zipped(name, bytes, random) : bytes;
    }

    private static byte[] zipped(String name, byte[] content, Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("data/" + name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        byte[] whole = bytes.toByteArray();
        if (random.nextBoolean()) {
            whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return whole;
    }

    private static void check(String name, int round, byte[] bytes) {
        String what = name + " " + round;
        Files.Outcome outcome;
        try {
            outcome = Files.read(name, bytes);
        } catch (java.io.UncheckedIOException | IOException e) {
            // A spoilt archive breaks off while it is read; callers report it as unreadable.
            boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
            assertThat(zip).as(what + ": " + e).isTrue();
            return;
        } catch (RuntimeException | StackOverflowError e) {
            fail(
                    what
                            + " threw on: "
                            + Excerpt.of(new String(bytes, StandardCharsets.UTF_8), 2_000),
                    e);
            return;
        }
        assertThat(outcome.description().isPresent())
                .as(what)
                .isNotEqualTo(!outcome.refusal().isBlank());
        for (Decoded each : outcome.decoded()) {
            switch (each) {
                case Decoded.Rejected(String path, String reason, String payload) -> {
                    assertThat(path).as(what).isNotBlank();
                    assertThat(reason).as(what).isNotBlank().hasSizeLessThan(1_000);
                }
                case Decoded.Irrelevant(String reason) -> assertThat(reason).as(what).isNotBlank();
                case Decoded.Event _, Decoded.AuthorGone _, Decoded.AuthorBack _ -> {}
            }
        }
        Decoding.posts(outcome.decoded())
                .forEach(
                        post -> {
                            assertThat(post.text())
                                    .as(what)
                                    .doesNotContain("\uFFFD", "\uFDD2", "\0");
                            assertThat(post.createdAt()).as(what).isNotNull();
                        });
    }
}
