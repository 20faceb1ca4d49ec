package dev.earshot.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When calls of a schedule are due. */
final class ScheduleTest {
    private static final long PERIOD = 60;

    @Test
    void next_afterAShortCall_isAPeriodAfterTheLastWasDue() {
        assertThat(Schedule.next(100, PERIOD, 125)).isEqualTo(160);
    }

    @Test
    void next_afterACallLongerThanThePeriod_isNowAndMissedOnesAreLeftOut() {
        long next = Schedule.next(100, PERIOD, 290);
        assertThat(next).isEqualTo(290);
        assertThat(Schedule.next(next, PERIOD, 291)).isEqualTo(350);
    }
}
