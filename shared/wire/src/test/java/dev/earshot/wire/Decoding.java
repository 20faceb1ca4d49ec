package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Short ways to decode and to look at what came of it. */
public final class Decoding {
    public static final Instant SENT = Instant.parse("2026-05-01T12:00:00Z");
    public static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    public static final Pseudonymiser PSEUDONYMISER =
            new Pseudonymiser("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    private Decoding() {}

    static PostMessage message(Optional<String> source, String body) {
        return new PostMessage("m1", WORKSPACE, source, body, SENT);
    }

    /** Decodes with the format recognised. */
    static List<Decoded> decode(String body) {
        return new PostReader(PSEUDONYMISER).decode(message(Optional.empty(), body));
    }

    /** Decodes as the format of that name. */
    static List<Decoded> decode(String source, String body) {
        return new PostReader(PSEUDONYMISER).decode(message(Optional.of(source), body));
    }

    static List<Decoded> decodeFile(String body) {
        return new PostReader(PSEUDONYMISER, DecodeLimits.FILE)
                .decode(message(Optional.empty(), body));
    }

    /** The one post of a message that must hold nothing else. */
    public static Post onlyPost(List<Decoded> decoded) {
        assertThat(decoded).hasSize(1);
        return post(decoded.getFirst());
    }

    static Post post(Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Event.class);
        PostEvent event = ((Decoded.Event) decoded).event();
        assertThat(event).isInstanceOf(PostEvent.Published.class);
        return ((PostEvent.Published) event).post();
    }

    static PostEvent.Removed onlyRemoval(List<Decoded> decoded) {
        assertThat(decoded).hasSize(1);
        assertThat(decoded.getFirst()).isInstanceOf(Decoded.Event.class);
        PostEvent event = ((Decoded.Event) decoded.getFirst()).event();
        assertThat(event).isInstanceOf(PostEvent.Removed.class);
        return (PostEvent.Removed) event;
    }

    public static Decoded.Rejected onlyRejection(List<Decoded> decoded) {
        assertThat(decoded).hasSize(1);
        assertThat(decoded.getFirst()).isInstanceOf(Decoded.Rejected.class);
        return (Decoded.Rejected) decoded.getFirst();
    }

    /** All posts among the records. */
    public static List<Post> posts(List<Decoded> decoded) {
        return decoded.stream()
                .filter(Decoded.Event.class::isInstance)
                .map(d -> ((Decoded.Event) d).event())
                .filter(PostEvent.Published.class::isInstance)
                .map(e -> ((PostEvent.Published) e).post())
                .toList();
    }
}
