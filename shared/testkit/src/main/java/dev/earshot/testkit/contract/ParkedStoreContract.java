package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every {@link ParkedStore} must do. Each test uses an empty store. */
public abstract class ParkedStoreContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** The store under test, empty. */
    protected abstract ParkedStore store();

    @Test
    void record_parked_isReadBackWithItsPayload() {
        ParkedStore store = store();
        Parked parked = parked("a/b #1?", NOON.plusNanos(1_000), "{\"broken\": \u00e9 🚀");
        store.park(parked);

        assertThat(store.get(WORKSPACE, parked.id())).contains(parked);
        assertThat(store.get(WORKSPACE, "unknown")).isEmpty();
        assertThat(store.get(new WorkspaceId("acme2"), parked.id())).isEmpty();
    }

    @Test
    void record_parkedAgain_keepsTheLatestAlone() {
        ParkedStore store = store();
        store.park(parked("1", NOON, "first"));
        store.park(parked("1", NOON.plusSeconds(5), "second"));

        assertThat(store.get(WORKSPACE, "1")).contains(parked("1", NOON.plusSeconds(5), "second"));
        assertThat(store.list(WORKSPACE, Optional.empty(), 10))
                .containsExactly(parked("1", NOON.plusSeconds(5), ""));
    }

    @Test
    void list_pages_areNewestFirstWithoutPayload() {
        ParkedStore store = store();
        for (int i = 0; i < 7; i++) {
            store.park(parked("id" + i, NOON.plusSeconds(i / 2), "payload"));
        }
        var all = new ArrayList<Parked>();
        List<Parked> page = store.list(WORKSPACE, Optional.empty(), 3);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            all.addAll(page);
            page = store.list(WORKSPACE, Optional.of(page.getLast()), 3);
        }

        assertThat(all)
                .extracting(Parked::id)
                .containsExactly("id6", "id5", "id4", "id3", "id2", "id1", "id0");
        assertThat(all).allSatisfy(parked -> assertThat(parked.payload()).isEmpty());
    }

    @Test
    void payload_large_isKept() {
        ParkedStore store = store();
        String payload = "x".repeat(1_000_000);
        store.park(parked("large", NOON, payload));

        assertThat(store.get(WORKSPACE, "large").orElseThrow().payload()).isEqualTo(payload);
    }

    private static Parked parked(String id, Instant at, String payload) {
        return new Parked(id, WORKSPACE, "sqs", "data[3].id", "id must not be blank", at, payload);
    }
}
