package dev.earshot.testkit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.Seen;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.collect.state.Walk;
import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every store of sources must do. */
public abstract class SourceStoreContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    /** A store with nothing in it. */
    protected abstract SourceStore store();

    private static SourceSpec source(String id) {
        return new SourceSpec(
                id,
                SourceKind.MASTODON_TAGS,
                List.of("nivaro", "oltena"),
                List.of("nivaro", "tea # kettle"),
                List.of("mastodon.example", "other.example"),
                Optional.of("own"),
                Duration.ofMinutes(7),
                Duration.ofHours(30),
                321,
                4_321,
                true,
                true);
    }

    private static Progress progress() {
        return new Progress(
                "query with\nlines = and \\ signs",
                Optional.of(NOW),
                Optional.of("cursor = 1\n2"),
                Optional.of(
                        new Walk(
                                Optional.of("page/2"),
                                NOW.minusSeconds(60),
                                NOW,
                                NOW.minusSeconds(30),
                                NOW,
                                3)),
                Seen.NONE.with(Map.of("a", 7L, "b", 8L), 0),
                Seen.NONE.with(Map.of("c", 9L), 0),
                Optional.of(NOW));
    }

    private static SourceStatus status(String error) {
        return new SourceStatus(
                NOW,
                Optional.of(NOW),
                Optional.of(NOW.minusSeconds(5)),
                LocalDate.of(2026, 3, 4),
                3,
                250,
                120,
                4,
                Optional.of(17L),
                Optional.of(60),
                2,
                Optional.of(error),
                List.of(new Gap(NOW.minusSeconds(90), NOW, "the list = short")));
    }

    @Test
    void source_put_isThere() {
        SourceStore store = store();
        store.put(WORKSPACE, source("b"));
        store.put(WORKSPACE, source("a"));
        assertThat(store.sources(WORKSPACE)).containsExactly(source("a"), source("b"));
        assertThat(store.source(WORKSPACE, "b")).contains(source("b"));
        assertThat(store.workspaces()).containsExactly(WORKSPACE);
    }

    @Test
    void source_ofAnotherWorkspace_isNotThere() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        assertThat(store.sources(OTHER)).isEmpty();
        assertThat(store.source(OTHER, "a")).isEmpty();
        assertThat(store.status(OTHER, "a")).isEqualTo(SourceStatus.NEW);
    }

    @Test
    void source_putAgain_isReplacedAndKeepsItsProgress() {
        SourceStore store = store();
        SourceSpec changed =
                SourceSpec.of("a", SourceKind.FEED, List.of("x"), List.of("https://f"));
        store.put(WORKSPACE, source("a"));
        assertThat(store.lease(WORKSPACE, "a", "h", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(store.save(WORKSPACE, "a", "h", status("e"), "s", progress())).isTrue();
        store.put(WORKSPACE, changed);
        assertThat(store.sources(WORKSPACE)).containsExactly(changed);
        assertThat(store.progress(WORKSPACE, "a")).containsOnlyKeys("s");
    }

    @Test
    void source_deleted_isGoneWithAllThatIsKnownOfIt() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        store.lease(WORKSPACE, "a", "h", NOW, NOW.plusSeconds(60));
        store.save(WORKSPACE, "a", "h", status("e"), "s", progress());
        assertThat(store.delete(WORKSPACE, "a")).isTrue();
        assertThat(store.delete(WORKSPACE, "a")).isFalse();
        assertThat(store.sources(WORKSPACE)).isEmpty();
        assertThat(store.progress(WORKSPACE, "a")).isEmpty();
        assertThat(store.status(WORKSPACE, "a")).isEqualTo(SourceStatus.NEW);
    }

    @Test
    void lease_held_isNotGivenTwice() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        assertThat(store.lease(WORKSPACE, "a", "one", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(store.lease(WORKSPACE, "a", "two", NOW.plusSeconds(59), NOW.plusSeconds(99)))
                .isFalse();
    }

    @Test
    void lease_overOrReleased_isGivenAgain() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        store.lease(WORKSPACE, "a", "one", NOW, NOW.plusSeconds(60));
        assertThat(store.lease(WORKSPACE, "a", "two", NOW.plusSeconds(60), NOW.plusSeconds(99)))
                .isTrue();
        assertThat(store.release(WORKSPACE, "a", "two", status("e"))).isTrue();
        assertThat(store.lease(WORKSPACE, "a", "three", NOW.plusSeconds(61), NOW.plusSeconds(99)))
                .isTrue();
    }

    @Test
    void save_withoutTheLease_keepsNothing() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        store.lease(WORKSPACE, "a", "one", NOW, NOW.plusSeconds(60));
        store.lease(WORKSPACE, "a", "two", NOW.plusSeconds(60), NOW.plusSeconds(99));
        assertThat(store.save(WORKSPACE, "a", "one", status("late"), "s", progress())).isFalse();
        assertThat(store.release(WORKSPACE, "a", "one", status("late"))).isFalse();
        assertThat(store.progress(WORKSPACE, "a")).isEmpty();
        assertThat(store.status(WORKSPACE, "a")).isEqualTo(SourceStatus.NEW);
    }

    @Test
    void save_withTheLease_keepsStatusAndProgress() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        store.lease(WORKSPACE, "a", "one", NOW, NOW.plusSeconds(60));
        assertThat(store.save(WORKSPACE, "a", "one", status("e"), "#tea on x", progress()))
                .isTrue();
        assertThat(store.status(WORKSPACE, "a")).isEqualTo(status("e"));
        assertThat(store.progress(WORKSPACE, "a")).isEqualTo(Map.of("#tea on x", progress()));
    }

    @Test
    void save_ofADeletedSource_isRefused() {
        SourceStore store = store();
        store.put(WORKSPACE, source("a"));
        store.lease(WORKSPACE, "a", "one", NOW, NOW.plusSeconds(60));
        store.delete(WORKSPACE, "a");
        assertThat(store.save(WORKSPACE, "a", "one", status("e"), "s", progress())).isFalse();
    }
}
