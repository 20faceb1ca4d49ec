package dev.earshot.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.RequestState;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.privacy.Right;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every {@link RequestStore} must do. Each test uses an empty store. */
public abstract class RequestStoreContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final AuthorRef ANN = new AuthorRef("0".repeat(32));

    /** The store under test, empty. */
    protected abstract RequestStore store();

    private static PersonRequest request(String id, Instant received, long version) {
        return new PersonRequest(
                WORKSPACE,
                id,
                Right.RECTIFICATION,
                Platform.BLUESKY,
                ErasureMark.of(ANN),
                Optional.of(ANN),
                List.of(new PostId(Platform.BLUESKY, "did:plc:a:1")),
                RequestState.IN_PROGRESS,
                received,
                received.plus(Duration.ofDays(31)),
                received,
                Optional.of("passport, \u00e9 🚀"),
                Optional.of("takes longer"),
                7,
                Optional.of("a\nb\n"),
                version);
    }

    @Test
    void request_put_isReadBackWhole() {
        RequestStore store = store();
        PersonRequest request = request("1", NOON, 1);

        assertThat(store.put(request)).isTrue();
        assertThat(store.find(WORKSPACE, "1")).contains(request);
        assertThat(store.find(WORKSPACE, "2")).isEmpty();
        assertThat(store.find(new WorkspaceId("acme2"), "1")).isEmpty();
    }

    @Test
    void request_anonymous_keepsNoPseudonym() {
        RequestStore store = store();
        store.put(request("1", NOON, 1));
        PersonRequest anonymous = request("1", NOON, 1).anonymous();

        assertThat(store.put(anonymous)).isTrue();
        assertThat(store.find(WORKSPACE, "1")).contains(anonymous);
        assertThat(anonymous.author()).isEmpty();
    }

    @Test
    void request_thatDoesNotFollowOnWhatIsThere_isRefused() {
        RequestStore store = store();
        store.put(request("1", NOON, 1));

        assertThat(store.put(request("1", NOON, 1))).isFalse();
        assertThat(store.put(request("1", NOON, 3))).isFalse();
        assertThat(store.put(request("1", NOON, 2))).isTrue();
        assertThat(store.put(request("1", NOON, 2))).isFalse();
    }

    @Test
    void list_isOfTheWorkspaceAndLatestFirst() {
        RequestStore store = store();
        store.put(request("1", NOON, 1));
        store.put(request("2", NOON.plusSeconds(1), 1));

        assertThat(store.list(WORKSPACE)).extracting(PersonRequest::id).containsExactly("2", "1");
        assertThat(store.list(new WorkspaceId("other"))).isEmpty();
    }
}
