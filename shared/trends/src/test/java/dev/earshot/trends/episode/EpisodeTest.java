package dev.earshot.trends.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class EpisodeTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void idOf_sameSeriesAndStart_isTheSame() {
        assertThat(Episode.idOf(WORKSPACE, "nivaro", TrendKind.MENTIONS, "", NOON))
                .isEqualTo(Episode.idOf(WORKSPACE, "nivaro", TrendKind.MENTIONS, "", NOON))
                .isNotEqualTo(Episode.idOf(WORKSPACE, "nivaro", TrendKind.HASHTAG, "", NOON))
                .startsWith("ep_")
                .hasSize(24);
    }

    @Test
    void constructor_resolvedWithoutEnd_isRefused() {
        assertThatThrownBy(() -> episode(Optional.empty(), EpisodeState.RESOLVED))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("end must be there exactly when resolved");
    }

    @Test
    void changeId_sameStateAndVersion_isTheSame() {
        Episode open = episode(Optional.empty(), EpisodeState.OPEN);

        assertThat(new EpisodeChange(open, NOON).id()).isEqualTo(open.id() + ".open.1");
    }

    @Test
    void kindOf_key_returnsTheKind() {
        assertThat(TrendKind.of("complaint_share")).contains(TrendKind.COMPLAINT_SHARE);
        assertThat(TrendKind.of("complaints")).isEmpty();
        assertThat(EpisodeState.of("grew")).contains(EpisodeState.GREW);
    }

    @Test
    void constructor_peakBeforeTheStart_isRefused() {
        Episode open = episode(Optional.empty(), EpisodeState.OPEN);

        assertThatThrownBy(() -> moved(open, NOON.minusSeconds(1), 1))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("peak must not lie before 2026-03-01T12:00:00Z");
        assertThatThrownBy(() -> moved(open, NOON, 0))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("version must be 1 or more, got 0");
    }

    @Test
    void change_beforeTheStart_isRefused() {
        Episode open = episode(Optional.empty(), EpisodeState.OPEN);

        assertThatThrownBy(() -> new EpisodeChange(open, NOON.minusSeconds(1)))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("at must not lie before the start");
    }

    @Test
    void isShare_ofComplaintsAndNegativePostsAlone_isTrue() {
        assertThat(TrendKind.values())
                .filteredOn(TrendKind::isShare)
                .containsExactly(TrendKind.COMPLAINT_SHARE, TrendKind.NEGATIVE_SHARE);
    }

    private static Episode moved(Episode episode, Instant peak, long version) {
        return new Episode(
                episode.workspace(),
                episode.brand(),
                episode.id(),
                episode.kind(),
                episode.key(),
                episode.start(),
                peak,
                episode.end(),
                episode.state(),
                episode.observed(),
                episode.expected(),
                episode.ratio(),
                episode.evidence(),
                episode.summary(),
                episode.explanation(),
                version);
    }

    private static Episode episode(Optional<Instant> end, EpisodeState state) {
        return new Episode(
                WORKSPACE,
                "nivaro",
                Episode.idOf(WORKSPACE, "nivaro", TrendKind.MENTIONS, "", NOON),
                TrendKind.MENTIONS,
                "",
                NOON,
                NOON,
                end,
                state,
                40,
                10,
                new Episode.Ratio(4, new Interval(2.9, 5.4)),
                1e6,
                "4 times the usual posts.",
                Explanation.NONE,
                1);
    }
}
