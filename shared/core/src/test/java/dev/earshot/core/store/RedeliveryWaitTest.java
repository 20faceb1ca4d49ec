package dev.earshot.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

final class RedeliveryWaitTest {
    private final RedeliveryWait wait = new RedeliveryWait(new Random(7));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 15", "3, 45", "4, 135", "5, 405", "6, 720", "12, 720", "1000, 720"})
    void after_failures_growsUpToTwelveMinutesLessAQuarter(int receives, long seconds) {
        Duration longest = Duration.ofSeconds(seconds);

        for (int i = 0; i < 200; i++) {
            assertThat(wait.after(receives))
                    .isBetween(longest.multipliedBy(3).dividedBy(4), longest);
        }
    }

    @Test
    void after_messagesThatFailTogether_comeBackApart() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> wait.after(4)).distinct().count())
                .isGreaterThan(90);
    }

    @Test
    void shortestOutage_ofTheDeliveriesOfTheQueue_isAnHourOrMore() {
        assertThat(RedeliveryWait.shortestOutage(RedeliveryWait.RECEIVES))
                .isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(RedeliveryWait.shortestOutage(RedeliveryWait.RECEIVES - 1))
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void after_noDelivery_isRefused() {
        assertThatThrownBy(() -> wait.after(0)).hasMessageContaining("receives");
    }
}
