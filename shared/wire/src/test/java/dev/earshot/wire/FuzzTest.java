package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.wire.file.NdjsonLines;
import dev.earshot.wire.json.Excerpt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid payloads, spoiled by a seeded generator: nothing may escape, and nothing may be lost. */
@Timeout(300)
class FuzzTest {
    private static final int ROUNDS = 400;
    private static final List<String> SOURCES =
            List.of(
                    "x-v2",
                    "x-v1",
                    "twitter",
                    "bluesky",
                    "mastodon",
                    "reddit",
                    "youtube",
                    "facebook",
                    "instagram",
                    "earshot",
                    "meta-webhook",
                    "x-compliance");
    private static final List<String> SPOILERS =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e999999999",
                    "1e-99999999999",
                    "0e99999999999",
                    "9".repeat(5_000),
                    "0.1",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"a/b c\"",
                    "[]",
                    "{}",
                    "[[[[[[]]]]]]",
                    "{\"id\":{\"id\":{}}}",
                    "\"+275760-09-13T00:00:00Z\"",
                    "-9223372036854775808",
                    "\"" + "x".repeat(2_000) + "\"",
                    "[".repeat(300) + "]".repeat(300),
                    "\"at://did:plc:x/app.bsky.feed.post/a b\"",
                    "\"\\uFFFF\\n\\u2028\"");

    @Test
    void decode_spoiledBytes_neverThrows() {
        for (String name : Payloads.ALL) {
            Random random = new Random(name.hashCode());
            for (int i = 0; i < ROUNDS; i++) {
                check(name + " bytes " + i, random, spoiledBytes(Payloads.text(name), random));
            }
        }
    }

    @Test
    void decode_spoiledValues_neverThrows() {
        for (String name : Payloads.ALL) {
            Random random = new Random(31L * name.hashCode());
            for (int i = 0; i < ROUNDS; i++) {
                check(name + " values " + i, random, spoiledValues(Payloads.text(name), random));
            }
        }
    }

    @Test
    void decode_valuesAfterEveryName_neverThrows() {
        for (String name : Payloads.ALL) {
            String body = Payloads.text(name);
            Random random = new Random(7);
            for (int at = body.indexOf(':'); at >= 0; at = body.indexOf(':', at + 1)) {
                String spoiler = SPOILERS.get(random.nextInt(SPOILERS.size()));
                int end = valueEnd(body, at + 1);
                check(
                        name + " at " + at,
                        random,
                        body.substring(0, at + 1) + spoiler + body.substring(end));
            }
        }
    }

    @Test
    void decode_validPayloadWithOneLineSpoiled_keepsTheOthers() {
        for (String name : List.of("x-compliance.ndjson", "bluesky-jetstream.ndjson")) {
            List<String> lines = Payloads.text(name).lines().toList();
            int whole = Decoding.decode(Payloads.text(name)).size();
            for (int i = 0; i < lines.size(); i++) {
                var spoiled = new ArrayList<>(lines);
                spoiled.set(i, lines.get(i).substring(0, lines.get(i).length() - 3));
                List<Decoded> decoded = Decoding.decode(String.join("\n", spoiled));

                assertThat(decoded).hasSize(whole);
                assertThat(decoded.get(i)).isInstanceOf(Decoded.Rejected.class);
                assertThat(decoded.stream().filter(Decoded.Rejected.class::isInstance)).hasSize(1);
            }
        }
    }

    @Test
    void files_ofSpoiledBytes_areReadToTheirEnd() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes =
                    Payloads.text(Payloads.ALL.get(i % Payloads.ALL.size()))
                            .getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(20); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (var lines = new NdjsonLines(new ByteArrayInputStream(bytes), 500)) {
                lines.forEachRemaining(line -> assertThat(line.number()).isPositive());
            }
            assertThat(Files.read("posts.csv", bytes)).isNotNull();
        }
    }

    private static void check(String what, Random random, String body) {
        List<Decoded> decoded;
        try {
            decoded =
                    random.nextBoolean()
                            ? Decoding.decode(body)
                            : Decoding.decode(SOURCES.get(random.nextInt(SOURCES.size())), body);
        } catch (RuntimeException | StackOverflowError e) {
            fail(what + " threw on: " + Excerpt.of(body, 3_000), e);
            return;
        }
        assertThat(decoded).as(what).isNotEmpty();
        for (Decoded each : decoded) {
            if (each instanceof Decoded.Rejected rejected) {
                assertThat(rejected.path()).as(what).isNotBlank();
                assertThat(rejected.reason()).as(what).isNotBlank().hasSizeLessThan(1_000);
            }
        }
    }

    private static String spoiledBytes(String body, Random random) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(4)) {
            case 0 -> {
                return body.substring(0, random.nextInt(body.length()));
            }
            case 1 -> {
                int from = random.nextInt(body.length());
                int to = from + random.nextInt(Math.min(80, body.length() - from));
                return body.substring(0, from) + body.substring(to);
            }
            case 2 -> {
                int at = random.nextInt(body.length());
                return body.substring(0, at) + body.substring(random.nextInt(body.length()));
            }
            default -> {
                for (int n = 1 + random.nextInt(8); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static String spoiledValues(String body, Random random) {
        String spoiled = body;
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = spoiled.indexOf(':', random.nextInt(spoiled.length()));
            if (at >= 0) {
                spoiled =
                        spoiled.substring(0, at + 1)
                                + SPOILERS.get(random.nextInt(SPOILERS.size()))
                                + spoiled.substring(valueEnd(spoiled, at + 1));
            }
        }
        return spoiled;
    }

    /** Where a value ends, well enough that most of what is spoiled is still JSON. */
    private static int valueEnd(String body, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (c == ',' && depth == 0) {
                return i;
            }
        }
        return body.length();
    }
}
