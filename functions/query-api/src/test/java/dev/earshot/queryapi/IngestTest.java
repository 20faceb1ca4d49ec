package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.PostQueue;
import dev.earshot.queryapi.route.Ingest;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class IngestTest {
    private static final String GOOD = "{\"id\":\"1\",\"text\":\"fine\"}";
    private static final String GONE = "{\"id\":\"2\",\"deleted\":true}";
    private static final String BAD = "{\"id\":\"3 4\",\"text\":\"bad id\"}";
    private final World world = new World();

    @Test
    void posts_good_areQueuedAsTheyCame() {
        World.Reply reply = post("[" + GOOD + ", " + GONE + "]");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body())
                .isEqualTo("{\"accepted\":1,\"removed\":1,\"ignored\":0,\"rejected\":[]}");
        assertThat(world.queue.messages)
                .containsExactly(
                        new World.Queue.Message(
                                World.ACME, Optional.empty(), "[" + GOOD + ", " + GONE + "]"));
    }

    /** Or each of the pieces would be as large as the whole, and be read as long. */
    @Test
    void posts_inALargeEnvelope_areQueuedWithoutIt() {
        String posts =
                IntStream.range(0, 250)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"fine\"}")
                        .collect(Collectors.joining(","));
        World.Reply reply =
                post(
                        "{\"filler\":\""
                                + "a".repeat(250_000)
                                + "\",\"source\":\"earshot\",\"posts\":["
                                + posts
                                + "]}");

        assertThat(reply.text("accepted")).isEqualTo("250");
        assertThat(world.queue.messages).hasSize(3);
        assertThat(world.queue.messages)
                .allSatisfy(
                        message ->
                                assertThat(message.body())
                                        .startsWith("{\"source\":\"earshot\",\"posts\":[{")
                                        .hasSizeLessThan(5_000));
    }

    @Test
    void posts_someBad_areAnsweredWithThePathOfEachFault() {
        World.Reply reply = post(GOOD + "\n" + BAD + "\n");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("accepted")).isEqualTo("1");
        assertThat(reply.list("rejected")).hasSize(1);
        assertThat(reply.text("rejected.0.path")).contains("line 2").contains("id");
        assertThat(reply.text("rejected.0.reason")).contains("3 4");
        assertThat(world.queue.messages).hasSize(1);
    }

    @Test
    void posts_allBad_areRefusedAndParkedOnce() {
        World.Reply reply = post("[" + BAD + "]");
        post("[" + BAD + "]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("rejected.0.path")).isEqualTo("[0].id");
        assertThat(world.queue.messages).isEmpty();
        assertThat(world.parked.list(World.ACME, Optional.empty(), 10))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.source()).isEqualTo("http");
                            assertThat(item.reason()).contains("3 4");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void posts_emptyBody_areRefused(String body) {
        assertThat(post(body).status()).isEqualTo(400);
    }

    @Test
    void posts_noJson_areRefusedAndParked() {
        assertThat(post("hello").status()).isEqualTo(422);
        assertThat(world.parked.list(World.ACME, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void posts_moreThanTheLimit_areTooLarge() {
        assertThat(post(" ".repeat(Ingest.MAX_BODY_BYTES) + GOOD).status()).isEqualTo(413);
    }

    @Test
    void posts_source_isTakenFromQueryOrHeader() {
        world.ask("POST", "/v1/posts").query("source", "earshot").body(GOOD).send();
        world.ask("POST", "/v1/posts").header("X-Earshot-Source", "earshot").body(GOOD).send();

        assertThat(world.queue.messages)
                .extracting(World.Queue.Message::source)
                .containsExactly(Optional.of("earshot"), Optional.of("earshot"));
    }

    @Test
    void posts_unknownSource_areRefused() {
        World.Reply reply =
                world.ask("POST", "/v1/posts").query("source", "telepathy").body(GOOD).send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("rejected.0.reason")).contains("telepathy");
    }

    @Test
    void posts_base64Body_isDecoded() {
        String body = "{\"id\":\"1\",\"text\":\"schön 😀\"}";
        World.Reply reply =
                world.ask("POST", "/v1/posts")
                        .base64Body(
                                Base64.getEncoder()
                                        .encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                        .send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(world.queue.messages.getFirst().body()).isEqualTo(body);
    }

    @Test
    void posts_bodyNotUtf8_isRefused() {
        World.Reply reply =
                world.ask("POST", "/v1/posts")
                        .base64Body(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xC3}))
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("UTF-8");
    }

    @Test
    void posts_queueBroken_isUnavailableAndMayBeTriedAgain() {
        world.queue.broken = true;

        World.Reply reply = post(GOOD);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("retry-after")).contains("1");
    }

    @Test
    void posts_many_areCutIntoMessagesThatTheConsumerReadsWhole() {
        String posts =
                IntStream.range(0, 1_234)
                        .mapToObj(i -> "{\"id\":\"p" + i + "\", \"text\":\"a, ]} \\\" [{ \\\\\"}")
                        .collect(Collectors.joining(" ,\n "));
        for (String body :
                List.of(
                        "[" + posts + "]",
                        "{\"source\":\"earshot\",\"posts\": ["
                                + posts
                                + "], \"x\":{\"posts\":[1]}}",
                        posts.replace(" ,\n ", "\n\n"))) {
            world.queue.messages.clear();

            World.Reply reply = post(body);

            assertThat(reply.text("accepted")).isEqualTo("1234");
            assertThat(world.queue.messages).hasSize(13);
            assertThat(consumed())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_234).mapToObj(i -> "p" + i).toList());
        }
    }

    @Test
    void posts_long_areCutByBytes() {
        String text = "ä".repeat(20_000);
        String body =
                IntStream.range(0, 50)
                        .mapToObj(i -> "{\"id\":\"p" + i + "\",\"text\":\"" + text + "\"}")
                        .collect(Collectors.joining("\n"));

        assertThat(post(body).text("accepted")).isEqualTo("50");
        assertThat(world.queue.messages)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        m ->
                                assertThat(m.body().getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(PostQueue.MAX_BYTES));
        assertThat(consumed()).hasSize(50);
    }

    @Test
    void posts_oneObjectTooLargeToCut_isTooLarge() {
        String body =
                "{\"id\":\"1\",\"text\":\"t\",\"more\":\""
                        + "x".repeat(PostQueue.MAX_BYTES)
                        + "\"}";

        World.Reply reply = post(body);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("detail")).contains("part 1");
        assertThat(world.queue.messages).isEmpty();
    }

    @Test
    void posts_platformAnswerOverManyLinesTooLargeForAMessage_isNotCutBetweenItsLines() {
        String posts =
                IntStream.range(0, 101)
                        .mapToObj(i -> "{\"id\":\"" + (i + 1) + "\",\"text\":\"t\"}")
                        .collect(Collectors.joining(",\n"));

        World.Reply reply = post("{\n\"data\":[\n" + posts + "\n],\n\"includes\":{}\n}");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("detail")).contains("part 1 of the body has 101 records");
        assertThat(world.queue.messages).isEmpty();
    }

    @Test
    void posts_moreThanTenThousand_areTooMany() {
        String body = (GOOD + "\n").repeat(Ingest.MAX_RECORDS + 1);

        assertThat(post(body).status()).isEqualTo(413);
    }

    private World.Reply post(String body) {
        return world.ask("POST", "/v1/posts").body(body).send();
    }

    /** The ids that the queue's consumer reads from all messages. */
    private List<String> consumed() {
        PostReader reader =
                new PostReader(
                        new Pseudonymiser("0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
        List<String> ids = new ArrayList<>();
        for (World.Queue.Message message : world.queue.messages) {
            for (Decoded record :
                    reader.decode(
                            new PostMessage(
                                    "m",
                                    new WorkspaceId("acme"),
                                    message.source(),
                                    message.body(),
                                    World.NOW))) {
                ids.add(
                        record instanceof Decoded.Event event
                                ? event.event().id().nativeId()
                                : record.toString());
            }
        }
        return ids;
    }
}
