package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class TimeRangeTest {
    private static final Instant NOW = Instant.parse("2026-03-29T10:15:30.5Z");

    @Test
    void of_nothingSaid_isTheLastSevenDaysWithTheCurrentMinute() {
        TimeRange range = TimeRange.of(Optional.empty(), Optional.empty(), TimeRange.USUAL, NOW);

        assertThat(range)
                .isEqualTo(
                        new TimeRange(
                                Instant.parse("2026-03-22T10:16:00Z"),
                                Instant.parse("2026-03-29T10:16:00Z")));
    }

    @Test
    void of_nowOnAWholeMinute_takesThatMinuteIn() {
        Instant whole = Instant.parse("2026-03-29T10:15:00Z");

        assertThat(TimeRange.of(Optional.empty(), Optional.empty(), TimeRange.USUAL, whole).to())
                .isEqualTo(Instant.parse("2026-03-29T10:16:00Z"));
    }

    @Test
    void of_onlyTheEnd_looksBackFromThere() {
        Instant end = Instant.parse("2025-01-08T00:00:00Z");

        assertThat(TimeRange.of(Optional.empty(), Optional.of(end), TimeRange.USUAL, NOW).from())
                .isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void constructor_endBeforeBeginning_namesBoth() {
        assertThatThrownBy(() -> new TimeRange(NOW, NOW.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo("from"))
                .hasMessageContaining(NOW.toString());
    }

    @Test
    void of_everything_beginsIn1990() {
        assertThat(
                        TimeRange.of(Optional.empty(), Optional.empty(), TimeRange.EVERYTHING, NOW)
                                .from())
                .isEqualTo(Instant.parse("1990-01-01T00:00:00Z"));
    }

    @Test
    void constructor_after2100_isRefusedAndTheYearItselfIsTaken() {
        Instant latest = Instant.parse("2100-01-01T00:00:00Z");

        assertThat(new TimeRange(NOW, latest).to()).isEqualTo(latest);
        assertThatThrownBy(() -> new TimeRange(NOW, latest.plusSeconds(1)))
                .hasMessage("to must lie between 1990 and 2100, got 2100-01-01T00:00:01Z");
    }

    @Test
    void of_absurdTime_isRefusedWithoutOverflow() {
        assertThatThrownBy(
                        () ->
                                TimeRange.of(
                                        Optional.empty(),
                                        Optional.of(Instant.MIN),
                                        TimeRange.USUAL,
                                        NOW))
                .isInstanceOf(QueryException.class);
    }

    /** Europe's clocks changed on this very day; a day of UTC has 24 hours all the same. */
    @Test
    void covering_dayOfAClockChange_has24Hours() {
        TimeRange day = new TimeRange(NOW, NOW.plusSeconds(1)).covering(Duration.ofDays(1));

        assertThat(day)
                .isEqualTo(
                        new TimeRange(
                                Instant.parse("2026-03-29T00:00:00Z"),
                                Instant.parse("2026-03-30T00:00:00Z")));
    }

    @Test
    void floor_before1970_goesDown() {
        assertThat(TimeRange.floor(Instant.parse("1969-12-31T23:59:59Z"), Duration.ofDays(1)))
                .isEqualTo(Instant.parse("1969-12-31T00:00:00Z"));
    }
}
