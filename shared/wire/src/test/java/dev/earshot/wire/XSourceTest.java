package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

class XSourceTest {
    private static final String DELETION =
            "{\"delete\":{\"tweet\":{\"id\":\"1866\",\"author_id\":\"7\"},"
                    + "\"event_at\":\"2026-03-01T09:00:00Z\"}}";
    private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

    private final PostReader reader =
            new PostReader(
                    new Pseudonymiser(
                            "a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @ValueSource(strings = {"x", "twitter", "x-v2", "twitter-v2", "x-compliance"})
    void decode_deletionUnderAnyNameOfX_isARemoval(String source) {
        for (String body : new String[] {DELETION, "{\"data\":" + DELETION + "}"}) {
            PostMessage message =
                    new PostMessage("m", new WorkspaceId("w"), Optional.of(source), body, SENT);

            assertThat(reader.decode(message))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Decoded.Event.class,
                            event ->
                                    assertThat(event.event())
                                            .isInstanceOf(PostEvent.Removed.class)
                                            .extracting(PostEvent::id)
                                            .isEqualTo(new PostId(Platform.X, "1866")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "twitter", "x-v2"})
    void decode_postUnderAnyNameOfX_isAPost(String source) {
        String body =
                "{\"data\":{\"id\":\"1866\",\"text\":\"Good morning\",\"author_id\":\"7\","
                        + "\"created_at\":\"2026-03-01T08:00:00.000Z\"}}";
        PostMessage message =
                new PostMessage("m", new WorkspaceId("w"), Optional.of(source), body, SENT);

        assertThat(reader.decode(message))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Event.class,
                        event -> assertThat(event.event()).isInstanceOf(PostEvent.Published.class));
    }
}
