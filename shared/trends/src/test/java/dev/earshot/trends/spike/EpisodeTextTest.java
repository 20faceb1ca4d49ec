package dev.earshot.trends.spike;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class EpisodeTextTest {
    private static final Instant START = Instant.parse("2026-03-01T22:05:00Z");

    /** Of no variance, so that both ends of the interval are the ratio itself. */
    private static Spike spike(
            EpisodeState state, double observed, double expected, Optional<Instant> end) {
        return new Spike(START, START, 50, end, state, observed, expected, 0, 1e6, 3);
    }

    private static Episode episode(TrendKind kind, String key, Spike spike) {
        return new EpisodeText(new WorkspaceId("acme"), "nivaro", "Nivaro", kind, key)
                .episode(spike);
    }

    @ParameterizedTest
    @CsvSource({
        "MENTIONS, '', posts about Nivaro from",
        "COMPLAINT_SHARE, '', complaints among the posts about Nivaro from",
        "NEGATIVE_SHARE, '', negative posts among those about Nivaro from",
        "PRODUCT, Air, posts about Nivaro's Air from",
        "HASHTAG, fail, posts about Nivaro with #fail from",
        "LANGUAGE, de, posts about Nivaro in 'de' from",
        "PLATFORM, reddit, posts about Nivaro on reddit from",
        "TOPIC, cracked screen, posts about Nivaro on 'cracked screen' from",
    })
    void summary_eachKind_saysWhatRose(TrendKind kind, String key, String words) {
        Episode episode =
                episode(kind, key, spike(EpisodeState.OPEN, 1_234, 12.4, Optional.empty()));

        assertThat(episode.summary()).startsWith("1,234 " + words);
        assertThat(episode.kind()).isEqualTo(kind);
        assertThat(episode.key()).isEqualTo(key);
    }

    @Test
    void summary_open_saysThatItGoesOn() {
        assertThat(
                        episode(
                                        TrendKind.MENTIONS,
                                        "",
                                        spike(EpisodeState.OPEN, 60, 24, Optional.empty()))
                                .summary())
                .isEqualTo(
                        "60 posts about Nivaro from 1 Mar 22:05 where about 24 were usual: 2.5 times"
                                + " as many (95 %: 2.5 to 2.5); it goes on.");
    }

    @Test
    void summary_grew_saysThatItDoubled() {
        assertThat(
                        episode(
                                        TrendKind.MENTIONS,
                                        "",
                                        spike(EpisodeState.GREW, 60, 3, Optional.empty()))
                                .summary())
                .endsWith(
                        "about 3.0 were usual: 20 times as many (95 %: 20 to 20); it has doubled.");
    }

    @Test
    void summary_resolvedOnTheSameDay_givesTheEndsHourAlone() {
        assertThat(resolvedAfter(Duration.ofMinutes(50)))
                .contains("from 1 Mar 22:05 to 22:55 where")
                .endsWith("it is over.");
    }

    @Test
    void summary_resolvedOnTheNextDay_givesTheEndsDay() {
        assertThat(resolvedAfter(Duration.ofHours(3))).contains("from 1 Mar 22:05 to 2 Mar 01:05");
    }

    @Test
    void episode_ofASpike_keepsItsNumbersAndItsVersion() {
        Episode episode =
                episode(TrendKind.MENTIONS, "", spike(EpisodeState.OPEN, 60, 24, Optional.empty()));

        assertThat(episode.observed()).isEqualTo(60);
        assertThat(episode.expected()).isEqualTo(24);
        assertThat(episode.ratio().value()).isEqualTo(2.5);
        assertThat(episode.version()).isEqualTo(3);
        assertThat(episode.id())
                .isEqualTo(
                        Episode.idOf(
                                new WorkspaceId("acme"), "nivaro", TrendKind.MENTIONS, "", START));
    }

    private static String resolvedAfter(Duration length) {
        return episode(
                        TrendKind.MENTIONS,
                        "",
                        spike(EpisodeState.RESOLVED, 60, 24, Optional.of(START.plus(length))))
                .summary();
    }
}
