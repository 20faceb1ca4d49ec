package dev.earshot.alerts.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

final class AlertDecisionTest {
    private static final String DAY = "2026-03-04T";
    private static final Instant LATER = Instant.parse("2026-03-09T00:00:00Z");
    private static final Optional<QuietHours> NIGHT =
            Optional.of(
                    new QuietHours(
                            ZoneId.of("UTC"),
                            List.of(
                                    new QuietHours.Window(
                                            Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0)))));

    private static EpisodeChange change(String at, EpisodeState state, long version, double posts) {
        return Changes.at(DAY + "12:00:00Z", at, state, version, posts);
    }

    private static final List<EpisodeChange> WHOLE =
            List.of(
                    change(DAY + "12:05:00Z", EpisodeState.OPEN, 1, 30),
                    change(DAY + "13:00:00Z", EpisodeState.GREW, 2, 70),
                    change(DAY + "20:00:00Z", EpisodeState.RESOLVED, 3, 75));

    /** What is told, as time and state, with {@code again} and {@code silent} where so. */
    private static List<String> told(
            AlertRule rule, List<Silence> silences, List<EpisodeChange> changes) {
        return words(new AlertDecision(rule, silences).advance(RuleMemory.NONE, changes, LATER));
    }

    private static List<String> words(AlertDecision.Result result) {
        return result.told().stream().map(AlertDecisionTest::words).toList();
    }

    private static String words(Told told) {
        String time = told.at().atOffset(ZoneOffset.UTC).toString().substring(8, 16);
        return time
                + " "
                + told.change().episode().state().key()
                + (told.repeats() ? " again" : "")
                + (told.silence().isPresent() ? " silent" : "");
    }

    private static Silence silence(String from, String until) {
        return new Silence(
                "s",
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                "Ann",
                "a sale",
                Instant.parse(from),
                Instant.parse(until));
    }

    @Test
    void episode_thatOpensGrowsAndEnds_isToldThreeTimes() {
        assertThat(told(Changes.rule(), List.of(), WHOLE))
                .containsExactly("04T12:05 open", "04T13:00 grew", "04T20:00 resolved");
    }

    @Test
    void episode_thatBecomesLargeEnoughLater_isToldThen() {
        AlertRule rule =
                Changes.rule(
                        new Threshold(5, 50), Optional.empty(), new Again(false, Optional.empty()));

        assertThat(told(rule, List.of(), WHOLE))
                .containsExactly("04T13:00 grew", "04T20:00 resolved");
    }

    @Test
    void episode_thatIsNeverLargeEnough_isNotToldNorItsEnd() {
        AlertRule rule = Changes.rule(new Threshold(9, 0), Optional.empty(), Again.IF_DOUBLED);

        assertThat(told(rule, List.of(), WHOLE)).isEmpty();
    }

    @Test
    void episode_thatGoesOn_isToldAgainAfterTheHours() {
        AlertRule rule =
                Changes.rule(
                        Threshold.ANY,
                        Optional.empty(),
                        new Again(false, Optional.of(Duration.ofHours(3))));

        assertThat(told(rule, List.of(), WHOLE))
                .containsExactly(
                        "04T12:05 open",
                        "04T15:05 grew again",
                        "04T18:05 grew again",
                        "04T20:00 resolved");
    }

    @Test
    void episode_inQuietHours_isToldOnceAtTheirEnd() {
        List<EpisodeChange> night =
                List.of(
                        change(DAY + "23:05:00Z", EpisodeState.OPEN, 1, 30),
                        change("2026-03-05T01:00:00Z", EpisodeState.GREW, 2, 70));
        AlertRule rule = Changes.rule(Threshold.ANY, NIGHT, Again.IF_DOUBLED);

        assertThat(told(rule, List.of(), night)).containsExactly("05T06:00 grew");
    }

    @Test
    void episode_thatIsOverInQuietHours_isStillToldOnce() {
        List<EpisodeChange> night =
                List.of(
                        change(DAY + "23:05:00Z", EpisodeState.OPEN, 1, 30),
                        change("2026-03-05T01:00:00Z", EpisodeState.RESOLVED, 2, 35));
        AlertRule rule = Changes.rule(Threshold.ANY, NIGHT, Again.IF_DOUBLED);

        assertThat(told(rule, List.of(), night)).containsExactly("05T06:00 resolved");
    }

    @Test
    void episode_thatOutlastsASilence_isToldAtItsEnd() {
        List<Silence> silences = List.of(silence(DAY + "12:00:00Z", DAY + "15:00:00Z"));

        assertThat(told(Changes.rule(), silences, WHOLE))
                .containsExactly("04T12:05 open silent", "04T15:00 grew", "04T20:00 resolved");
    }

    @Test
    void episode_withinASilence_isNotTold() {
        List<Silence> silences = List.of(silence(DAY + "12:00:00Z", DAY + "21:00:00Z"));

        assertThat(told(Changes.rule(), silences, WHOLE)).containsExactly("04T12:05 open silent");
    }

    @Test
    void silence_ofAnotherBrandKindOrTime_changesNothing() {
        Silence silence = silence(DAY + "12:00:00Z", DAY + "21:00:00Z");
        Silence other =
                new Silence(
                        "s",
                        Optional.of("zenith"),
                        Set.of(),
                        Optional.empty(),
                        "Ann",
                        "a sale",
                        silence.from(),
                        silence.until());
        Silence over = silence.endedAt(Instant.parse(DAY + "12:01:00Z"));

        assertThat(told(Changes.rule(), List.of(other, over), WHOLE)).hasSize(3);
    }

    @Test
    void changes_beforeTheRule_areToldToNobody() {
        AlertRule rule = Changes.rule().from(Instant.parse(DAY + "12:30:00Z"));

        assertThat(told(rule, List.of(), WHOLE))
                .containsExactly("04T13:00 grew", "04T20:00 resolved");
    }

    /** However the calls fall, the sum of what they tell is what one call tells. */
    @Test
    void advance_inAnyPieces_tellsTheSame() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            List<EpisodeChange> changes = randomChanges(random);
            AlertRule rule = randomRule(random);
            List<Silence> silences = randomSilences(random);
            var decision = new AlertDecision(rule, silences);
            List<String> atOnce = words(decision.advance(RuleMemory.NONE, changes, LATER));

            List<String> piecewise = new ArrayList<>();
            RuleMemory memory = RuleMemory.NONE;
            for (int known = 1; known <= changes.size(); known++) {
                Instant until = changes.get(known - 1).at();
                if (known < changes.size() && random.nextBoolean()) {
                    until = between(random, until, changes.get(known).at());
                }
                AlertDecision.Result result =
                        decision.advance(
                                RuleMemory.read(memory.written()),
                                changes.subList(0, known),
                                until);
                piecewise.addAll(words(result));
                memory = result.memory();
                if (random.nextInt(4) == 0) { // handed on again
                    assertThat(decision.advance(memory, changes.subList(0, known), until).told())
                            .isEmpty();
                }
            }
            piecewise.addAll(words(decision.advance(memory, changes, LATER)));
            assertThat(piecewise).as("seed %d", seed).isEqualTo(atOnce);
        }
    }

    private static Instant between(Random random, Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        return from.plusSeconds(seconds < 2 ? 0 : random.nextLong(seconds - 1));
    }

    private static List<EpisodeChange> randomChanges(Random random) {
        List<EpisodeChange> changes = new ArrayList<>();
        Instant at = Changes.START.plusSeconds(random.nextInt(40_000));
        String start = at.toString();
        int count = 1 + random.nextInt(6);
        for (int i = 1; i <= count; i++) {
            boolean last = i == count && random.nextBoolean();
            EpisodeState state =
                    i == 1 ? EpisodeState.OPEN : last ? EpisodeState.RESOLVED : EpisodeState.GREW;
            changes.add(Changes.at(start, at.toString(), state, i, 15 + random.nextInt(100)));
            at = at.plusSeconds(60 + random.nextInt(30_000));
        }
        return changes;
    }

    private static AlertRule randomRule(Random random) {
        Again again =
                new Again(
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? Optional.of(Duration.ofHours(1 + random.nextInt(8)))
                                : Optional.empty());
        Threshold threshold = new Threshold(1 + random.nextInt(5), random.nextInt(60));
        return Changes.rule(threshold, random.nextBoolean() ? NIGHT : Optional.empty(), again);
    }

    private static List<Silence> randomSilences(Random random) {
        if (random.nextBoolean()) {
            return List.of();
        }
        Instant from = Changes.START.plusSeconds(random.nextInt(60_000));
        return List.of(
                silence(from.toString(), from.plusSeconds(random.nextInt(40_000)).toString()));
    }
}
