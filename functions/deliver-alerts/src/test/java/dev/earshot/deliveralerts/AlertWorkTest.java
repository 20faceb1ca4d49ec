package dev.earshot.deliveralerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.decision.AlertPreview;
import dev.earshot.alerts.decision.Told;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.EpisodeNotices;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.core.Outcome;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

final class AlertWorkTest {
    private final AlertWorld world = new AlertWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    private void happens(EpisodeChange... changes) {
        world.history.add(List.of(changes));
        world.routing.hand(List.of(changes));
        world.runQueue();
    }

    private List<Alert> alerts() {
        return world.store.list(Episodes.WORKSPACE, Optional.empty(), Optional.empty(), 10_000);
    }

    @Test
    void episode_underTwoRules_isToldOnceToEachRecipient() {
        Recipient bus = new Recipient.ToBus();
        world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("a", bus, new Recipient.ToTopic()));
        world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("b", bus));
        EpisodeChange open = Episodes.open("acme", 30, 10);
        happens(open);
        happens(open); // handed on again

        assertThat(world.events)
                .singleElement()
                .asString()
                .startsWith("episode.open {\"id\":\"al_");
        assertThat(world.mails)
                .containsExactly(
                        "acme: mentions rising {workspace=acme, type=episode.open, brand=acme,"
                                + " kind=mentions}");
        assertThat(alerts()).hasSize(1);
        assertThat(world.store.due(Instant.MAX.minusSeconds(1), 10)).isEmpty();
    }

    @Test
    void episode_underRulesOfTwoTeams_reachesBothByTheTopic() {
        AlertRule plain = AlertWorld.rule("a", new Recipient.ToTopic());
        for (String team : List.of("care", "press")) {
            world.settings.put(
                    Episodes.WORKSPACE,
                    new AlertRule(
                            team,
                            Optional.of("acme"),
                            Set.of(),
                            plain.threshold(),
                            Optional.empty(),
                            plain.again(),
                            true,
                            plain.recipients(),
                            Optional.of(team),
                            Instant.EPOCH));
        }
        happens(Episodes.open("acme", 30, 10), Episodes.open("zenith", 30, 10));

        assertThat(world.mails)
                .hasSize(2)
                .anyMatch(mail -> mail.contains("team=care"))
                .anyMatch(mail -> mail.contains("team=press"))
                .allMatch(mail -> mail.contains("brand=acme"));
    }

    @Test
    void episode_inASilence_isKeptWithTheSilenceAndToldAfterIt() {
        world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("a", new Recipient.ToBus()));
        Instant end = Episodes.NOON.plus(Duration.ofHours(2));
        world.settings.put(
                Episodes.WORKSPACE,
                new Silence(
                        "sale",
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        "Ann",
                        "the summer sale",
                        Episodes.NOON,
                        end));
        happens(Episodes.open("acme", 30, 10));

        assertThat(world.events).isEmpty();
        assertThat(alerts())
                .singleElement()
                .extracting(alert -> alert.silence().orElseThrow().reason())
                .isEqualTo("the summer sale");
        world.runAWeek(Duration.ofSeconds(20));
        assertThat(world.events).hasSize(1);
        assertThat(world.clock.instant()).isBetween(end, end.plus(Duration.ofMinutes(5)));
    }

    @Test
    void webhook_thatLeadsInside_failsWithItsReason() {
        Recipient inside = world.webhook("inside", URI.create("https://169.254.169.254/"));
        world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("a", inside));
        happens(Episodes.open("acme", 30, 10));

        Delivery delivery =
                world.store.deliveries(Episodes.WORKSPACE, alerts().getFirst().id()).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.log().getLast().words())
                .isEqualTo("its host leads to an address that is not public");
    }

    @Test
    void message_thatNamesNoWork_isDropped() {
        assertThat(world.work.run("{}", line -> {})).isInstanceOf(Outcome.Poison.class);
    }

    /** What a preview returns is what live sent, whenever the sweep came by. */
    @Test
    void preview_ofTheSameHistory_isExactlyWhatLiveTold() throws IOException {
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            AlertRule rule = RandomHistory.rule(random);
            List<Silence> silences = RandomHistory.silences(random);
            List<EpisodeChange> changes = RandomHistory.changes(random);
            Instant end = Episodes.NOON.plus(Duration.ofDays(4));
            List<String> live;
            try (var fresh = new AlertWorld()) {
                live = live(fresh, rule, silences, changes, end, random);
            }
            List<String> preview =
                    AlertPreview.run(rule, silences, changes, end).stream()
                            .map(AlertWorkTest::name)
                            .distinct()
                            .sorted()
                            .toList();

            assertThat(preview).as("seed %d", seed).isEqualTo(live);
        }
    }

    private static String name(Told told) {
        return EpisodeNotices.of(told).id();
    }

    private static List<String> live(
            AlertWorld world,
            AlertRule rule,
            List<Silence> silences,
            List<EpisodeChange> changes,
            Instant end,
            Random random) {
        world.settings.put(Episodes.WORKSPACE, rule);
        silences.forEach(silence -> world.settings.put(Episodes.WORKSPACE, silence));
        List<EpisodeChange> open = new ArrayList<>(changes);
        // The last wake of the history acts after the grace.
        Instant last = end.plus(Duration.ofMinutes(2));
        while (world.clock.instant().isBefore(last)) {
            world.clock.advance(Duration.ofSeconds(60 + random.nextInt(40)));
            Instant now = world.clock.instant().isAfter(last) ? last : world.clock.instant();
            world.clock.set(now);
            while (!open.isEmpty() && !open.getFirst().at().isAfter(now)) {
                world.history.add(List.of(open.getFirst()));
                world.routing.hand(List.of(open.removeFirst()));
            }
            world.queue.send(world.store.due(now, 1_000), Duration.ZERO);
            world.runQueue();
        }
        return world
                .store
                .list(Episodes.WORKSPACE, Optional.empty(), Optional.empty(), 10_000)
                .stream()
                .map(Alert::id)
                .sorted()
                .toList();
    }

    @Test
    void episode_resolved_isToldToWhoeverWasTold() {
        world.settings.put(Episodes.WORKSPACE, AlertWorld.rule("a", new Recipient.ToBus()));
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange over = Episodes.next(open, EpisodeState.RESOLVED, 40, Duration.ofMinutes(30));
        happens(open);
        world.clock.advance(Duration.ofMinutes(30));
        happens(over);

        assertThat(world.events)
                .hasSize(2)
                .last()
                .asString()
                .contains("episode.resolved", "back to the usual");
    }
}
