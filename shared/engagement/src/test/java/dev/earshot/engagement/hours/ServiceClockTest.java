package dev.earshot.engagement.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class ServiceClockTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void after_fridayAfternoon_isDueOnMondayMorning() {
        assertThat(clock(nineToFive()).after(berlin("2026-11-27T16:30"), HOUR))
                .contains(berlin("2026-11-30T09:30"));
    }

    @Test
    void after_workThatFillsTheShift_isDueAtItsEnd() {
        assertThat(clock(nineToFive()).after(berlin("2026-11-27T16:00"), HOUR))
                .contains(berlin("2026-11-27T17:00"));
    }

    @Test
    void after_startOutsideTheHours_countsFromTheNextShift() {
        assertThat(clock(nineToFive()).after(berlin("2026-11-28T03:00"), HOUR))
                .contains(berlin("2026-11-30T10:00"));
    }

    @Test
    void after_splitShift_jumpsOverNoon() {
        ServiceHours hours =
                new ServiceHours(
                        BERLIN, Map.of(DayOfWeek.MONDAY, shifts("13:30-17:00", "09:00-12:00")));

        assertThat(clock(hours).after(berlin("2026-11-30T11:45"), HOUR))
                .contains(berlin("2026-11-30T14:15"));
    }

    @Test
    void after_datesThatDiffer_takeThePlaceOfTheWeek() {
        ServiceHours hours =
                new ServiceHours(
                        BERLIN,
                        nineToFive().week(),
                        Map.of(
                                LocalDate.parse("2026-12-24"), shifts("09:00-12:00"),
                                LocalDate.parse("2026-12-25"), List.of(),
                                LocalDate.parse("2026-12-26"), shifts("10:00-11:00")));

        // Thursday to noon, Friday closed, one hour on a Saturday, then Monday.
        assertThat(clock(hours).after(berlin("2026-12-24T11:30"), Duration.ofHours(2)))
                .contains(berlin("2026-12-28T09:30"));
    }

    @Test
    void after_pause_movesTheDueTimeByItsWorkingPart() {
        Span lunch = new Span(berlin("2026-11-30T10:00"), berlin("2026-11-30T11:00"));
        Span overlapping = new Span(berlin("2026-11-30T10:30"), berlin("2026-11-30T11:30"));
        Span atNight = new Span(berlin("2026-11-30T20:00"), berlin("2026-11-30T23:00"));
        var clock = new ServiceClock(nineToFive(), List.of(atNight, overlapping, lunch));

        assertThat(clock.after(berlin("2026-11-30T09:00"), Duration.ofHours(2)))
                .contains(berlin("2026-11-30T12:30"));
    }

    @Test
    void after_nightOfSpring_losesTheHourThatDoesNotExist() {
        ServiceHours nights =
                new ServiceHours(BERLIN, Map.of(DayOfWeek.SUNDAY, shifts("01:00-04:00")));

        // Clocks go from 2:00 to 3:00: 1:00 to 2:00 and 3:00 to 4:00 are two hours.
        assertThat(clock(nights).after(berlin("2026-03-29T01:30"), HOUR))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(clock(nights).between(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void between_shiftThatBeginsInTheGap_countsWhatExistsOfIt() {
        ServiceHours nights =
                new ServiceHours(BERLIN, Map.of(DayOfWeek.SUNDAY, shifts("02:30-03:30")));

        assertThat(clock(nights).between(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void between_nightOfAutumn_countsTheHourThatExistsTwice() {
        ServiceHours nights =
                new ServiceHours(BERLIN, Map.of(DayOfWeek.SUNDAY, shifts("01:00-04:00")));

        assertThat(clock(nights).between(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void after_roundTheClock_isPlainTime() {
        assertThat(
                        clock(ServiceHours.ALWAYS)
                                .after(Instant.parse("2026-03-29T00:30:00Z"), Duration.ofDays(3)))
                .contains(Instant.parse("2026-04-01T00:30:00Z"));
    }

    @Test
    void between_upToWhatIsDue_isTheWorkForAnyHoursAndPauses() {
        var random = new Random(19);
        for (int i = 0; i < 200; i++) {
            ServiceHours hours = hours(random);
            Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt());
            var pauses = List.of(pause(random, start), pause(random, start), pause(random, start));
            var clock = new ServiceClock(hours, pauses);
            Duration work = Duration.ofMinutes(1 + random.nextInt(6_000));

            assertThat(clock.between(start, clock.after(start, work).orElseThrow()))
                    .isEqualTo(work);
        }
    }

    @Test
    void hours_thatMakeNoSense_areRefusedWithTheField() {
        assertThatThrownBy(() -> ServiceHours.zone("Europe/Atlantis"))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("zone")
                .hasMessageContaining("Europe/Atlantis");
        assertThatThrownBy(() -> Shift.parse("17:00-09:00"))
                .hasMessageContaining("17:00-09:00")
                .hasMessageContaining("24:00");
        assertThatThrownBy(() -> Shift.parse("nine to five")).hasMessageContaining("HH:mm");
        assertThatThrownBy(
                        () ->
                                new ServiceHours(
                                        BERLIN,
                                        Map.of(
                                                DayOfWeek.MONDAY,
                                                shifts("09:00-12:00", "11:00-13:00"))))
                .hasMessageContaining("week.monday")
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> new ServiceHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of())))
                .hasMessageContaining("at least one shift");
    }

    private static ServiceHours hours(Random random) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.MONDAY || random.nextBoolean()) {
                int from = random.nextInt(11);
                week.put(
                        day,
                        shifts(String.format("%02d:15-%02d:45", from, from + 2), "14:00-24:00"));
            }
        }
        var dates = new HashMap<LocalDate, List<Shift>>();
        for (int i = 0; i < 20; i++) {
            dates.put(LocalDate.parse("2026-01-01").plusDays(random.nextInt(365)), List.of());
        }
        return new ServiceHours(
                random.nextBoolean() ? BERLIN : ZoneId.of("America/New_York"), week, dates);
    }

    private static Span pause(Random random, Instant start) {
        Instant from = start.plusSeconds(random.nextInt(1_000_000));
        return new Span(from, from.plusSeconds(random.nextInt(200_000)));
    }

    private static ServiceHours nineToFive() {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? shifts("09:00-17:00") : List.of());
        }
        return new ServiceHours(BERLIN, week);
    }

    private static List<Shift> shifts(String... texts) {
        return java.util.Arrays.stream(texts).map(Shift::parse).toList();
    }

    private static ServiceClock clock(ServiceHours hours) {
        return new ServiceClock(hours, List.of());
    }

    private static Instant berlin(String time) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(time), BERLIN).toInstant();
    }
}
