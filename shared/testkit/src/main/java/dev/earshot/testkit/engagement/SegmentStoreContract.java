package dev.earshot.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentRule;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.engagement.segment.SegmentStore.Kept;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every {@link SegmentStore} must do. Each test uses an empty one. */
public abstract class SegmentStoreContract {
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** The store under test. */
    protected abstract SegmentStore store();

    private static Segment full(String id) {
        return new Segment(
                id,
                "Tea lovers",
                "acme",
                new SegmentRule(
                        List.of("#Tea", "kettle"),
                        Optional.of(SentimentLabel.POSITIVE),
                        Optional.of("en"),
                        Optional.of(Platform.X),
                        3,
                        10));
    }

    private static Segment plain(String id) {
        return new Segment(
                id,
                "German",
                "acme",
                new SegmentRule(
                        List.of(), Optional.empty(), Optional.of("de"), Optional.empty(), 1, 0));
    }

    @Test
    void segment_added_isReadAsItWasAdded() {
        assertThat(store().add(Posts.WORKSPACE, full("tea"))).isTrue();
        assertThat(store().add(Posts.WORKSPACE, plain("de"))).isTrue();
        assertThat(store().add(Posts.WORKSPACE, plain("tea"))).isFalse();

        assertThat(store().segments(Posts.WORKSPACE, NOON))
                .containsExactly(new Kept(plain("de"), false), new Kept(full("tea"), false));
        assertThat(store().segments(OTHER, NOON)).isEmpty();
    }

    @Test
    void segment_deleted_isRememberedForTheDay() {
        store().add(Posts.WORKSPACE, full("tea"));

        assertThat(store().delete(OTHER, "tea", NOON)).isFalse();
        assertThat(store().delete(Posts.WORKSPACE, "tea", NOON)).isTrue();
        assertThat(store().delete(Posts.WORKSPACE, "tea", NOON)).isFalse();
        assertThat(store().segments(Posts.WORKSPACE, NOON))
                .containsExactly(new Kept(full("tea"), true));
        assertThat(store().segments(Posts.WORKSPACE, NOON.plusMillis(1))).isEmpty();
        assertThat(store().add(Posts.WORKSPACE, plain("tea"))).isFalse();
    }
}
