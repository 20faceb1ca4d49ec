package dev.earshot.trends.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Buckets that are looked at before they are over. */
final class LookTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 9 * 288;

    /** Nine days at about 20 posts a bucket, of which the last half hour is calm. */
    private static CountSeries usual() {
        var series = new CountSeries(FIVE_MINUTES);
        List<Double> counts = CountSeriesTest.counts(DAYS, 0, 0, 1);
        for (int i = 0; i < DAYS; i++) {
            series.add(time(i), i < DAYS - 6 ? counts.get(i) : 15);
        }
        return series;
    }

    @Test
    void look_aHundredPostsInAMinuteOfFour_beginsAnEpisodeOfThatBucket() {
        CountSeries series = usual();

        Look look = series.look(List.of(new Glimpse(time(DAYS), 0.2, 100, 100)));

        Spike spike = look.spike().orElseThrow();
        assertThat(look.leans()).isTrue();
        assertThat(spike.state()).isEqualTo(EpisodeState.OPEN);
        assertThat(spike.start()).isEqualTo(time(DAYS));
        assertThat(spike.observed()).isEqualTo(100);
        // The usual 20 a bucket are some 4 in a minute at this hour.
        assertThat(spike.expected()).isBetween(2.0, 8.0);
    }

    @Test
    void look_atWhateverThereIs_changesNothing() {
        CountSeries series = usual();
        byte[] before = series.encoded();

        series.look(List.of(new Glimpse(time(DAYS), 0.2, 100, 100)));
        series.look(List.of(new Glimpse(time(DAYS), 1, 21, 21)));

        assertThat(series.encoded()).isEqualTo(before);
    }

    @Test
    void look_theSamePostsInMoreTime_areNotTold() {
        CountSeries series = usual();

        assertThat(series.look(List.of(new Glimpse(time(DAYS), 0.2, 80, 80))).spike()).isPresent();
        Look over = series.look(List.of(new Glimpse(time(DAYS), 1, 80, 80)));

        assertThat(over.spike()).isEmpty();
        assertThatThrownBy(() -> series.begin(over)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void look_aRiseThatBeganBeforeTheBucket_addsUpBoth() {
        CountSeries series = usual();
        var over = new Glimpse(time(DAYS), 1, 60, 60);
        var runs = new Glimpse(time(DAYS + 1), 0.4, 90, 90);

        assertThat(series.look(List.of(over)).spike()).isEmpty();
        Spike spike = series.look(List.of(over, runs)).spike().orElseThrow();

        assertThat(spike.start()).isEqualTo(time(DAYS));
        assertThat(spike.observed()).isEqualTo(150);
    }

    @Test
    void begin_thenTheWholeBucket_isOneEpisodeToldOnceWithWhatTheBucketHeld() {
        CountSeries series = usual();
        series.begin(series.look(List.of(new Glimpse(time(DAYS), 0.2, 100, 100))));

        List<Spike> changes = new ArrayList<>();
        Optional<Spike> first = Optional.empty();
        for (int i = 0; i < 100; i++) {
            series = (CountSeries) Series.decode(series.encoded());
            BucketVerdict verdict = series.add(time(DAYS + i), i < 3 ? 300.0 : 20.0);
            assertThat(verdict.alert()).as("bucket %d", i).isFalse();
            verdict.change().ifPresent(changes::add);
            first = i == 0 ? series.current() : first;
        }

        assertThat(first.orElseThrow().observed()).isEqualTo(300);
        assertThat(changes).extracting(Spike::state).containsExactly(EpisodeState.RESOLVED);
        assertThat(changes.getFirst().start()).isEqualTo(time(DAYS));
        assertThat(changes.getFirst().observed()).isEqualTo(900);
        assertThat(changes.getFirst().version()).isEqualTo(2);
    }

    @Test
    void begin_postsThatAreDeletedBeforeTheBucketIsOver_endIt() {
        CountSeries series = usual();
        series.begin(series.look(List.of(new Glimpse(time(DAYS), 0.2, 100, 100))));

        List<Spike> changes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            series.add(time(DAYS + i), i == 0 ? 2.0 : 20.0).change().ifPresent(changes::add);
        }

        assertThat(changes).extracting(Spike::state).containsExactly(EpisodeState.RESOLVED);
        assertThat(changes.getFirst().start()).isEqualTo(time(DAYS));
        assertThat(changes.getFirst().ratio()).isLessThan(1);
    }

    @Test
    void begin_anEpisodeOfTheLaterBucket_keepsItsBeginning() {
        CountSeries series = usual();
        List<Glimpse> glimpses =
                List.of(
                        new Glimpse(time(DAYS), 1, 4, 4),
                        new Glimpse(time(DAYS + 1), 0.4, 150, 150));
        Spike told = series.look(glimpses).spike().orElseThrow();
        series.begin(series.look(glimpses));

        // Late posts of the bucket before are history, and don't move what was told.
        series.add(time(DAYS), 40);
        series.add(time(DAYS + 1), 170);

        assertThat(series.current().orElseThrow().start()).isEqualTo(told.start());
    }

    @Test
    void look_complaintsBeyondTheirShare_beginAndHappyPostsDoNot() {
        var series = new ShareSeries(FIVE_MINUTES);
        var random = new Random(7);
        for (int i = 0; i < DAYS; i++) {
            double posts = 20.0 + random.nextInt(9);
            double hits = random.doubles((long) posts).filter(x -> x < 0.1).count();
            series.add(time(i), hits, posts);
        }

        assertThat(series.look(List.of(new Glimpse(time(DAYS), 0.2, 24, 30))).spike()).isPresent();
        assertThat(series.look(List.of(new Glimpse(time(DAYS), 0.2, 80, 800))).leans()).isFalse();
    }

    @Test
    void glimpse_ofNoPart_isRefused() {
        assertThatThrownBy(() -> new Glimpse(MONDAY, 0, 1, 1))
                .hasMessage("part must lie in (0, 1], got 0.0");
    }

    private static Instant time(int bucket) {
        return MONDAY.plus(FIVE_MINUTES.multipliedBy(bucket));
    }
}
