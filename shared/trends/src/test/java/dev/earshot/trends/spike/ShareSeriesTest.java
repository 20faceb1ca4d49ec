package dev.earshot.trends.spike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

final class ShareSeriesTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAY = 288;

    @Test
    void add_fourTimesTheShare_isFoundWithinThreeBuckets() {
        assertThat(firstAlert(0.4, 1)).isBetween(0, 2);
    }

    @Test
    void add_tenTimesThePostsWithTheirUsualShare_tellsNobody() {
        assertThat(firstAlert(0.1, 10)).isEqualTo(-1);
    }

    @Test
    void add_happyBurstOfTenTimesThePosts_tellsNobody() {
        assertThat(firstAlert(0.01, 10)).isEqualTo(-1);
    }

    @Test
    void add_bucketWithoutPosts_saysNothing() {
        var series = new ShareSeries(FIVE_MINUTES);
        double share = series.share();

        series.add(MONDAY, 0, 0);

        assertThat(series.share()).isEqualTo(share);
        assertThat(((ShareSeries) Series.decode(series.encoded())).share()).isEqualTo(share);
        assertThat(series.encoded()).hasSizeLessThan(1_024);
    }

    /** Five days of 20 posts a bucket, one in ten a complaint; then an hour of another kind. */
    private static int firstAlert(double share, int times) {
        var random = new Random(11);
        var series = new ShareSeries(FIVE_MINUTES);
        int begin = 5 * DAY;
        for (int i = 0; i < begin + 12; i++) {
            int posts = i < begin ? 20 : 20 * times;
            double p = i < begin ? 0.1 : share;
            int hits = 0;
            for (int post = 0; post < posts; post++) {
                hits += random.nextDouble() < p ? 1 : 0;
            }
            if (series.add(MONDAY.plus(FIVE_MINUTES.multipliedBy(i)), hits, posts).alert()) {
                return i - begin;
            }
        }
        return -1;
    }
}
