package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.decision.RuleMemory;
import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.testkit.Episodes;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link Outbox} must do. Each test uses an empty one. */
public abstract class OutboxContract {
    private static final Instant NOON = Episodes.NOON;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Recipient HOOK = new Recipient.ToWebhook("ops");

    /** The clock of the outbox, at noon. */
    protected final SettableClock clock = new SettableClock(NOON);

    /** The outbox under test. */
    protected abstract Outbox outbox();

    @Test
    void work_untilItIsDone_isFoundWhenDue() {
        Work early = Work.look(Episodes.WORKSPACE, "acme", "ep_1", NOON, NOON);
        Work late = Work.look(Episodes.WORKSPACE, "acme", "ep_1", NOON, NOON.plusSeconds(60));
        outbox().schedule(late);
        outbox().schedule(early);
        outbox().schedule(early);

        assertThat(outbox().due(NOON.minusMillis(1), 100)).isEmpty();
        assertThat(outbox().due(NOON, 100)).containsExactly(early);
        assertThat(outbox().due(NOON.plusSeconds(60), 100)).containsExactly(early, late);
        outbox().done(early);
        assertThat(outbox().due(NOON.plusSeconds(60), 100)).containsExactly(late);
    }

    @Test
    void remember_afterSomebodyElseDid_changesNothing() {
        RuleMemory told =
                new RuleMemory(
                        2,
                        Optional.of(NOON),
                        RuleMemory.Hold.QUIET,
                        true,
                        Optional.of(NOON.plusMillis(1)));
        assertThat(remember(RuleMemory.NONE, told)).isTrue();
        assertThat(remember(RuleMemory.NONE, RuleMemory.NONE)).isFalse();
        assertThat(outbox().memories(Episodes.WORKSPACE, "ep_1")).isEqualTo(Map.of("r", told));
        RuleMemory later =
                new RuleMemory(
                        3, Optional.empty(), RuleMemory.Hold.NOTHING, false, Optional.empty());
        assertThat(remember(told, later)).isTrue();
        assertThat(outbox().memories(Episodes.WORKSPACE, "ep_1")).isEqualTo(Map.of("r", later));
        assertThat(outbox().memories(Episodes.WORKSPACE, "ep_2")).isEmpty();
    }

    private boolean remember(RuleMemory before, RuleMemory after) {
        return outbox().remember(Episodes.WORKSPACE, "ep_1", "r", before, after);
    }

    @Test
    void put_again_keepsTheFirst() {
        Alert first =
                new Alert(notice(1), Optional.of(new Alert.Silenced("s", "ann", "planned sale")));
        outbox().put(first);
        outbox().put(new Alert(notice(1), Optional.empty()));

        assertThat(outbox().alert(Episodes.WORKSPACE, first.id())).contains(first);
        assertThat(outbox().alert(Episodes.WORKSPACE, "al_none")).isEmpty();
    }

    @Test
    void list_pages_areNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            outbox().put(new Alert(notice(i), Optional.empty()));
        }
        List<Alert> first =
                outbox().list(Episodes.WORKSPACE, Optional.empty(), Optional.empty(), 3);
        List<Alert> rest =
                outbox().list(
                                Episodes.WORKSPACE,
                                Optional.of("acme"),
                                Optional.of(first.getLast().id()),
                                3);

        assertThat(first).extracting(alert -> alert.notice().version()).containsExactly(5L, 4L, 3L);
        assertThat(rest).extracting(alert -> alert.notice().version()).containsExactly(2L, 1L);
        assertThat(outbox().list(Episodes.WORKSPACE, Optional.of("other"), Optional.empty(), 3))
                .isEmpty();
    }

    @Test
    void begin_again_changesNothing() {
        assertThat(outbox().begin(delivery())).isTrue();
        Outbox.Claim claim = outbox().claim(Work.attempt(delivery()), LEASE).orElseThrow();
        outbox().finish(claim, claim.delivery().after(new Answer.Taken(200), NOON, Duration.ZERO));

        assertThat(outbox().begin(delivery())).isFalse();
        assertThat(outbox().deliveries(Episodes.WORKSPACE, "al_1"))
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.DELIVERED);
        assertThat(outbox().due(NOON.plusSeconds(9_999), 100)).isEmpty();
    }

    @Test
    void claim_whileSomebodyHasIt_isEmpty() {
        outbox().begin(delivery());
        Work work = Work.attempt(delivery());
        Outbox.Claim first = outbox().claim(work, LEASE).orElseThrow();

        assertThat(outbox().claim(work, LEASE)).isEmpty();
        assertThat(outbox().again(Episodes.WORKSPACE, "al_1", "webhook:ops")).isEmpty();
        clock.set(NOON.plus(LEASE));
        assertThat(outbox().claim(work, LEASE)).isPresent();
        assertThat(
                        outbox().finish(
                                        first,
                                        first.delivery()
                                                .after(new Answer.Taken(200), NOON, Duration.ZERO)))
                .isFalse();
    }

    @Test
    void finish_withAnotherAttempt_movesTheWork() {
        outbox().begin(delivery());
        Outbox.Claim claim = outbox().claim(Work.attempt(delivery()), LEASE).orElseThrow();
        Delivery after =
                claim.delivery()
                        .after(
                                new Answer.NotTaken("status 500", Optional.empty()),
                                NOON.plusMillis(20),
                                Duration.ofMillis(20));
        assertThat(outbox().finish(claim, after)).isTrue();

        assertThat(outbox().due(NOON.plusSeconds(5), 100)).isEmpty();
        assertThat(outbox().due(NOON.plusSeconds(6), 100)).containsExactly(Work.attempt(after));
        assertThat(outbox().claim(Work.attempt(after), LEASE)).isEmpty();
        clock.set(NOON.plusSeconds(6));
        assertThat(outbox().claim(Work.attempt(after), LEASE).orElseThrow().delivery())
                .isEqualTo(after);
    }

    @Test
    void again_ofWhatWasDelivered_isDueWithItsLog() {
        outbox().begin(delivery());
        Outbox.Claim claim = outbox().claim(Work.attempt(delivery()), LEASE).orElseThrow();
        outbox().finish(claim, claim.delivery().after(new Answer.Taken(200), NOON, Duration.ZERO));
        clock.set(NOON.plusSeconds(1));
        Work again = outbox().again(Episodes.WORKSPACE, "al_1", "webhook:ops").orElseThrow();

        Delivery delivery = outbox().claim(again, LEASE).orElseThrow().delivery();
        assertThat(delivery.attempts()).isZero();
        assertThat(delivery.log()).hasSize(1);
        assertThat(outbox().due(NOON.plusSeconds(1), 100)).containsExactly(again);
        assertThat(outbox().again(Episodes.WORKSPACE, "al_1", "email")).isEmpty();
    }

    private static Delivery delivery() {
        return Delivery.begun(Episodes.WORKSPACE, "al_1", HOOK, Optional.of("care"), NOON);
    }

    private static Notice notice(long version) {
        return new Notice(
                Episodes.WORKSPACE,
                "episode.open",
                "ep_1",
                version,
                NOON.plusSeconds(version),
                Optional.of("acme"),
                "acme: mentions rising",
                "Three times the usual.",
                Map.of("observed", "30"));
    }
}
