package dev.earshot.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class RetryScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Answer FAILS = new Answer.NotTaken("status 500", Optional.empty());

    private static Delivery begun() {
        return Delivery.begun(
                new WorkspaceId("w"),
                "al_1",
                new Recipient.ToWebhook("ops"),
                Optional.empty(),
                NOON);
    }

    @Test
    void delivery_thatAlwaysFails_endsAfterTenAttemptsOverThreeDays() {
        Delivery delivery = begun();
        int attempts = 0;
        Instant last = NOON;
        while (delivery.due().isPresent()) {
            last = delivery.due().get();
            delivery = delivery.after(FAILS, last, Duration.ZERO);
            attempts++;
        }

        assertThat(attempts).isEqualTo(10);
        // 5 s + 5 min + 30 min + 2 + 5 + 10 + 14 + 20 + 24 h
        assertThat(Duration.between(NOON, last))
                .isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.log()).hasSize(10);
    }

    @Test
    void retryAfter_isRespectedUpToADayAndNeverShortensOurs() {
        assertThat(RetrySchedule.next(1, NOON, Optional.of(Duration.ofMinutes(7))))
                .contains(NOON.plus(Duration.ofMinutes(7)));
        assertThat(RetrySchedule.next(3, NOON, Optional.of(Duration.ofSeconds(1))))
                .contains(NOON.plus(Duration.ofMinutes(30)));
        assertThat(RetrySchedule.next(1, NOON, Optional.of(Duration.ofDays(400))))
                .contains(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void after_goneOrImpossible_endsAtOnce() {
        assertThat(begun().after(new Answer.Gone(), NOON, Duration.ZERO).state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(begun().after(new Answer.Impossible("inside"), NOON, Duration.ZERO).due())
                .isEmpty();
        assertThat(begun().after(new Answer.Taken(204), NOON, Duration.ZERO).state())
                .isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void again_afterItFailed_beginsAnewAndKeepsTheLog() {
        Delivery failed = begun().after(new Answer.Gone(), NOON, Duration.ofMillis(3));
        Delivery again = failed.again(NOON.plusSeconds(9));

        assertThat(again.attempts()).isZero();
        assertThat(again.due()).contains(NOON.plusSeconds(9));
        assertThat(again.log()).isEqualTo(failed.log());
    }
}
