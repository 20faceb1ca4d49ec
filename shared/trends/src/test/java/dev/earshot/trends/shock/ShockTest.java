package dev.earshot.trends.shock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.spike.Spike;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ShockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant UNTIL = NOON.plus(Duration.ofMinutes(15));

    private static Spike spike(Instant start, double observed, double expected) {
        return new Spike(
                start,
                start,
                observed / 2,
                Optional.empty(),
                EpisodeState.OPEN,
                observed,
                expected,
                0.01,
                1e6,
                1);
    }

    private static List<PlatformSeries> series(int rising, int quiet, Instant start) {
        List<PlatformSeries> all = new ArrayList<>();
        for (int i = 0; i < rising + quiet; i++) {
            all.add(
                    new PlatformSeries(
                            "b" + i,
                            "x",
                            3,
                            i < rising ? Optional.of(spike(start, 100, 25)) : Optional.empty()));
        }
        return all;
    }

    @Test
    void mayBegin_halfOfWhatAShockTakes_holdsBackWhatCantWait() {
        assertThat(Shock.mayBegin(2, 4)).isFalse();
        assertThat(Shock.mayBegin(3, 4)).isTrue();
        // A shock over 60 brands takes 20.
        assertThat(Shock.mayBegin(9, 60)).isFalse();
        assertThat(Shock.mayBegin(10, 60)).isTrue();
    }

    @Test
    void least_ofBrands_isAThirdAndFourAtLeast() {
        assertThat(List.of(Shock.least(3), Shock.least(12), Shock.least(13), Shock.least(300)))
                .containsExactly(4, 4, 5, 100);
    }

    @Test
    void begins_fourOfTwelveTogether_addsThemUp() {
        Spike shock = Shock.begins(series(4, 8, NOON), UNTIL).orElseThrow();

        assertThat(shock.observed()).isEqualTo(400);
        assertThat(shock.expected()).isEqualTo(100);
        // Four of equal size with an independent error of .01 each: a quarter of it.
        assertThat(shock.relativeVariance()).isEqualTo(0.0025);
        // The mean over all twelve.
        assertThat(shock.evidence()).isEqualTo(4e6 / 12);
    }

    @Test
    void begins_threeOrOneAfterTheOther_isNothing() {
        assertThat(Shock.begins(series(3, 9, NOON), UNTIL)).isEmpty();
        assertThat(Shock.begins(series(4, 8, NOON.minus(Duration.ofHours(2))), UNTIL)).isEmpty();
    }

    @Test
    void isOver_whereFewerThanHalfStillRise_isTrue() {
        assertThat(Shock.isOver(series(2, 10, NOON))).isFalse();
        assertThat(Shock.isOver(series(1, 11, NOON))).isTrue();
    }

    private static EpisodeChange change(
            String brand, TrendKind kind, String key, Instant start, Instant at) {
        return new EpisodeChange(
                new EpisodeText(new WorkspaceId("acme"), brand, brand, kind, key)
                        .episode(spike(start, 100, 25)),
                at);
    }

    @Test
    void parts_ofAShock_areWhatRisesOnThePlatformWithItOrAfterIt() {
        EpisodeChange shock = change(Episode.ALL_BRANDS, TrendKind.PLATFORM, "x", NOON, UNTIL);
        EpisodeChange onX = change("a", TrendKind.PLATFORM, "x", NOON, UNTIL);
        EpisodeChange all = change("a", TrendKind.MENTIONS, "", NOON, UNTIL.plusSeconds(300));
        EpisodeChange elsewhere = change("b", TrendKind.PLATFORM, "reddit", NOON, UNTIL);
        EpisodeChange itself = change("b", TrendKind.MENTIONS, "", NOON, UNTIL);
        EpisodeChange complaints = change("a", TrendKind.COMPLAINT_SHARE, "", NOON, UNTIL);
        EpisodeChange earlier =
                change("c", TrendKind.PLATFORM, "x", NOON, UNTIL.minus(Duration.ofMinutes(5)));
        EpisodeChange later =
                change("d", TrendKind.PLATFORM, "x", NOON, UNTIL.plus(Duration.ofHours(2)));

        assertThat(
                        Shock.parts(
                                List.of(
                                        shock,
                                        onX,
                                        all,
                                        elsewhere,
                                        itself,
                                        complaints,
                                        earlier,
                                        later)))
                .containsExactlyInAnyOrder(onX.episode().id(), all.episode().id());
        assertThat(Shock.parts(List.of(onX, all))).isEmpty();
    }
}
