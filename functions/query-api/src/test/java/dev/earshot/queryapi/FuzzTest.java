package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** Whatever is asked, the answer is an answer: never a failure of the function's own. */
class FuzzTest {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "");
    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/v1/health",
                    "/v1/models",
                    "/v1/openapi.json",
                    "/v1/brands",
                    "/v1/brands/",
                    "/v1/brands/acme",
                    "/v1/brands/acme/posts",
                    "/v1/brands/acme/summary",
                    "/v1/brands/acme/timeline",
                    "/v1/posts",
                    "/v1/posts/x/",
                    "/v1/posts/bluesky/",
                    "/v1/media/",
                    "/v1/uploads",
                    "/v1/parked",
                    "/v1/parked/");
    private static final List<String> NAMES =
            List.of("from", "to", "cursor", "limit", "bucket", "sentiment", "source", "x");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "0",
                    "-1",
                    "2147483648",
                    "2026-03-01",
                    "2026-03-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00+18:00",
                    "minute",
                    "day",
                    "negative",
                    "NaN",
                    "a b",
                    "%",
                    "%zz",
                    "../..",
                    "\u0000",
                    "\uD83D",
                    "😀",
                    "null",
                    "media/acme",
                    "at://x/y/z",
                    "'; DROP TABLE",
                    "#",
                    "AAAA",
                    "é".repeat(3_000));
    private static final List<String> BODIES =
            List.of(
                    "",
                    "{",
                    "[]",
                    "{}",
                    "null",
                    "[{}]",
                    "\u0000",
                    "\uFEFF{}",
                    "{\"posts\":[]}",
                    "{\"posts\":[{}],\"posts\":7}",
                    "{\"name\":\"A\"}",
                    "{\"name\":\"\uD83D\"}",
                    "{\"name\":\"A\",\"aliases\":[null]}",
                    "{\"bytes\":1e400}",
                    "{\"id\":\"1\",\"text\":\"t\"}",
                    "{\"id\":\"1\",\"text\":\"t\"}\n\n{\"id\":",
                    "[".repeat(10_000),
                    "{\"a\":".repeat(3_000),
                    "\"" + "\\u0000".repeat(500) + "\"");

    @Test
    void request_ofAnyKind_isAnswered() {
        var random = new Random(13);
        World world = new World();
        world.with(World.ACME, Brand.named("acme", "Acme")).with(Posts.post("17"));
        for (int i = 0; i < 6_000; i++) {
            String path =
                    pick(random, PATHS) + (random.nextInt(3) == 0 ? pick(random, VALUES) : "");
            World.Ask ask = world.ask(pick(random, METHODS), path);
            for (int n = random.nextInt(3); n > 0; n--) {
                ask.query(pick(random, NAMES), pick(random, VALUES));
            }
            if (random.nextInt(10) == 0) {
                ask.base64Body(pick(random, VALUES));
            } else {
                ask.body(pick(random, BODIES));
            }
            if (random.nextInt(10) == 0) {
                ask.header("If-None-Match", pick(random, VALUES));
            }

            World.Reply reply = ask.send();

            assertThat(reply.status())
                    .as("%d: %s -> %s", i, path, reply.body())
                    .isBetween(200, 499);
        }
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
