package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void of_minutesInTwoHours_fillsTheGapsWithZero() {
        TimeRange range = new TimeRange(START, START.plusSeconds(4 * 3600));

        Timeline timeline =
                Timeline.of(
                        "acme",
                        Bucket.HOUR,
                        range,
                        List.of(delta("00:00"), delta("00:59"), delta("03:00")));

        assertThat(timeline.points())
                .extracting(p -> p.counts().posts())
                .containsExactly(2L, 0L, 0L, 1L);
        assertThat(timeline.points().get(1).start())
                .isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
    }

    @Test
    void range_notOnBucketBounds_isWidenedToWholeBuckets() {
        TimeRange asked = new TimeRange(START.plusSeconds(5), START.plusSeconds(3605));

        assertThat(Timeline.range(asked, Bucket.HOUR))
                .isEqualTo(new TimeRange(START, START.plusSeconds(7200)));
    }

    @Test
    void range_moreThan2000Points_saysHowMany() {
        TimeRange asked = new TimeRange(START, START.plusSeconds(2001 * 60));

        assertThatThrownBy(() -> Timeline.range(asked, Bucket.MINUTE))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo("bucket"))
                .hasMessageContaining("2001 points, more than 2000");
    }

    @Test
    void range_exactly2000Points_isTaken() {
        TimeRange asked = new TimeRange(START, START.plusSeconds(2000 * 60));

        assertThat(Timeline.range(asked, Bucket.MINUTE)).isEqualTo(asked);
    }

    @Test
    void bucket_keyOfAnother_isUnknown() {
        assertThat(Bucket.of("minute")).contains(Bucket.MINUTE);
        assertThat(Bucket.of("MINUTE")).isEmpty();
        assertThat(Bucket.of("week")).isEmpty();
    }

    private static CountDelta delta(String time) {
        return new CountDelta(
                "acme",
                Instant.parse("2026-03-01T" + time + ":00Z"),
                new WindowCounts(Map.of("posts", 1L)));
    }
}
