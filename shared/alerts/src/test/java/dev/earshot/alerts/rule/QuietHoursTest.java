package dev.earshot.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

final class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietHours nightly(String from, String to) {
        return new QuietHours(BERLIN, List.of(window(Set.of(), from, to)));
    }

    private static QuietHours.Window window(Set<DayOfWeek> days, String from, String to) {
        return new QuietHours.Window(
                days, QuietHours.time("from", from), QuietHours.time("to", to));
    }

    @Test
    void endAt_atNight_isTheMorning() {
        QuietHours night = nightly("22:00", "07:00");

        // In winter Berlin is an hour ahead of UTC, in summer two.
        assertThat(night.endAt(Instant.parse("2026-01-10T22:30:00Z")))
                .contains(Instant.parse("2026-01-11T06:00:00Z"));
        assertThat(night.endAt(Instant.parse("2026-07-10T22:30:00Z")))
                .contains(Instant.parse("2026-07-11T05:00:00Z"));
        assertThat(night.endAt(Instant.parse("2026-01-11T05:59:59Z")))
                .contains(Instant.parse("2026-01-11T06:00:00Z"));
        assertThat(night.endAt(Instant.parse("2026-01-11T06:00:00Z"))).isEmpty();
        assertThat(night.endAt(Instant.parse("2026-01-10T20:59:59Z"))).isEmpty();
        assertThat(night.endAt(Instant.parse("2026-01-10T21:00:00Z"))).isPresent();
    }

    @Test
    void endAt_inTheNightThatClocksChange_followsTheClock() {
        // On 2026-03-29 the clock goes from 02:00 to 03:00: that night has eight hours.
        assertThat(nightly("22:00", "07:00").endAt(Instant.parse("2026-03-28T21:00:00Z")))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void endAt_ofWindowsThatMeet_isTheEndOfTheLast() {
        QuietHours weekend =
                new QuietHours(
                        BERLIN,
                        List.of(
                                window(Set.of(DayOfWeek.FRIDAY), "18:00", "24:00"),
                                window(
                                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                        "00:00",
                                        "24:00"),
                                window(Set.of(DayOfWeek.MONDAY), "00:00", "08:00")));

        // Friday 2026-03-06, 19:00 in Berlin, to Monday 08:00.
        assertThat(weekend.endAt(Instant.parse("2026-03-06T18:00:00Z")))
                .contains(Instant.parse("2026-03-09T07:00:00Z"));
        assertThat(weekend.endAt(Instant.parse("2026-03-05T18:00:00Z"))).isEmpty();
    }

    @Test
    void windows_thatLeaveNoTime_areRefused() {
        assertThatThrownBy(() -> nightly("00:00", "24:00"))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("leave some time");
        assertThatThrownBy(
                        () ->
                                new QuietHours(
                                        BERLIN,
                                        List.of(
                                                window(Set.of(), "00:00", "12:00"),
                                                window(Set.of(), "12:00", "24:00"))))
                .hasMessageContaining("leave some time");
        assertThatThrownBy(() -> new QuietHours(BERLIN, List.of())).hasMessageContaining("1 to 14");
    }

    @Test
    void zone_thatIsNone_isRefusedByName() {
        assertThat(QuietHours.zone("Asia/Kolkata")).isEqualTo(ZoneId.of("Asia/Kolkata"));
        for (String wrong : List.of("Mars/Olympus", "+02:00", "CEST", "")) {
            assertThatThrownBy(() -> QuietHours.zone(wrong))
                    .isInstanceOf(FieldException.class)
                    .hasMessage(
                            "quietHours.zone must be an IANA zone such as Europe/Berlin, got '"
                                    + wrong
                                    + "'");
        }
        assertThatThrownBy(() -> QuietHours.time("from", "25:00"))
                .hasMessage("from must be a time such as 22:00, got '25:00'");
        assertThat(QuietHours.time("to", "24:00")).isEqualTo(LocalTime.MIDNIGHT);
    }
}
