package dev.earshot.testkit.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.view.SavedView;
import dev.earshot.core.view.ViewStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** What every {@link ViewStore} must do. Each test uses an empty store. */
public abstract class ViewStoreContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");

    /** The store under test; the same in one test. */
    protected abstract ViewStore store();

    private static SavedView view(String id, long version) {
        return new SavedView(
                id, "Monday " + version, "#/overview?range=7d", "key-0123456789ab", NOON, version);
    }

    @Test
    void put_viewsOfTwoWorkspaces_areReadById() {
        assertThat(store().put(ACME, view("monday", 1))).isTrue();
        assertThat(store().put(ACME, view("late", 1))).isTrue();
        assertThat(store().put(new WorkspaceId("rival"), view("monday", 1))).isTrue();

        assertThat(store().all(ACME)).containsExactly(view("late", 1), view("monday", 1));
    }

    @Test
    void put_onAnotherStateThanWasSeen_changesNothing() {
        assertThat(store().put(ACME, view("monday", 2))).isFalse();
        store().put(ACME, view("monday", 1));
        assertThat(store().put(ACME, view("monday", 1))).isFalse();
        assertThat(store().put(ACME, view("monday", 2))).isTrue();
        assertThat(store().put(ACME, view("monday", 2))).isFalse();

        assertThat(store().all(ACME)).containsExactly(view("monday", 2));
    }

    @Test
    void deleted_view_isGoneAndMayComeAgain() {
        store().put(ACME, view("monday", 1));

        assertThat(store().delete(ACME, "monday")).isTrue();
        assertThat(store().delete(ACME, "monday")).isFalse();
        assertThat(store().all(ACME)).isEmpty();
        assertThat(store().put(ACME, view("monday", 1))).isTrue();
    }
}
