package dev.earshot.deliveralerts;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Rules, silences and episodes at random, within four days from noon. Stateless. */
final class RandomHistory {
    private RandomHistory() {}

    static AlertRule rule(Random random) {
        Optional<QuietHours> night =
                Optional.of(
                        new QuietHours(
                                ZoneId.of("America/New_York"),
                                List.of(
                                        new QuietHours.Window(
                                                Set.of(),
                                                LocalTime.of(21, 30),
                                                LocalTime.of(7, 0)))));
        return new AlertRule(
                "r",
                random.nextBoolean() ? Optional.of("acme") : Optional.empty(),
                random.nextBoolean() ? Set.of(TrendKind.MENTIONS) : Set.of(),
                new Threshold(1 + random.nextInt(4), random.nextInt(50)),
                random.nextBoolean() ? night : Optional.empty(),
                new Again(
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? Optional.of(Duration.ofHours(1 + random.nextInt(12)))
                                : Optional.empty()),
                random.nextBoolean(),
                List.of(new Recipient.ToBus()),
                Optional.empty(),
                Episodes.NOON.plusSeconds(random.nextInt(40_000)));
    }

    static List<Silence> silences(Random random) {
        List<Silence> silences = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = Episodes.NOON.plusSeconds(random.nextInt(200_000));
            silences.add(
                    new Silence(
                            "s" + i,
                            random.nextBoolean() ? Optional.of("acme") : Optional.empty(),
                            Set.of(),
                            Optional.empty(),
                            "Ann",
                            "a sale",
                            from,
                            from.plusSeconds(random.nextInt(60_000))));
        }
        return silences;
    }

    /** Of up to four episodes, in the order of their times. */
    static List<EpisodeChange> changes(Random random) {
        List<EpisodeChange> changes = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            changes.addAll(episode(random));
        }
        return changes.stream().sorted(Comparator.comparing(EpisodeChange::at)).toList();
    }

    private static List<EpisodeChange> episode(Random random) {
        Instant start = Episodes.NOON.plusSeconds(300L * random.nextInt(500));
        TrendKind kind = random.nextBoolean() ? TrendKind.MENTIONS : TrendKind.COMPLAINT_SHARE;
        String brand = random.nextBoolean() ? "acme" : "zenith";
        List<EpisodeChange> changes = new ArrayList<>();
        Instant at = start.plusSeconds(300);
        int count = 1 + random.nextInt(5);
        for (int version = 1; version <= count; version++) {
            boolean last = version == count && random.nextBoolean();
            EpisodeState state =
                    version == 1
                            ? EpisodeState.OPEN
                            : last ? EpisodeState.RESOLVED : EpisodeState.GREW;
            double observed = 11 + random.nextInt(80);
            changes.add(Episodes.change(brand, kind, start, state, version, observed, 10, at));
            at = at.plusSeconds(300L * (1 + random.nextInt(60)));
        }
        return changes;
    }
}
