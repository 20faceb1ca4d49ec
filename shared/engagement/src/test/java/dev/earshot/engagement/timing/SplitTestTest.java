package dev.earshot.engagement.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.engagement.timing.SplitTest.Finding;
import dev.earshot.engagement.timing.SplitTest.Slot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class SplitTestTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FROM = LocalDate.parse("2026-03-01");
    private static final SplitTest TEST = new SplitTest(9, 18, FROM, BERLIN, 0.5);

    /** One post in each slot. */
    private static List<Published> kept(long seed, int pairs, double effect) {
        Random random = new Random(seed);
        List<Published> posts = new ArrayList<>();
        for (Slot slot : TEST.slots(pairs)) {
            double level = 4 + 0.7 * random.nextGaussian() + (slot.hour() == 18 ? effect : 0);
            posts.add(
                    new Published(
                            slot.day().atTime(slot.hour(), 20).atZone(BERLIN).toInstant(),
                            "a",
                            List.of(),
                            "text",
                            "neutral",
                            Math.round(Math.expm1(level))));
        }
        return posts;
    }

    @Test
    void pairs_ofKnownValues_areThoseOfTheTextbook() {
        // 2 (1.96 + 0.84)² 0.7² / ln(1.5)² = 46.8, and 1.9 for the t distribution.
        assertThat(TEST.pairs(0.7)).isEqualTo(49);
        assertThat(new SplitTest(9, 18, FROM, BERLIN, 0.25).pairs(0.7)).isGreaterThan(150);
    }

    @Test
    void slots_eachPairOfDays_hasBothHours() {
        List<Slot> slots = TEST.slots(40);

        for (int pair = 0; pair < 40; pair++) {
            assertThat(List.of(slots.get(2 * pair).hour(), slots.get(2 * pair + 1).hour()))
                    .containsExactlyInAnyOrder(9, 18);
        }
        long turned =
                java.util.stream.IntStream.range(0, 40)
                        .filter(pair -> slots.get(2 * pair).hour() == 18)
                        .count();
        assertThat(turned).isBetween(8L, 32L);
        assertThat(TEST.slots(40)).isEqualTo(slots);
    }

    @Test
    void read_ofPlannedSize_findsARiseAsOftenAsPlannedAndSeldomNone() {
        int pairs = TEST.pairs(0.7);
        Instant over = FROM.plusDays(2L * pairs).atStartOfDay(BERLIN).toInstant();
        int found = 0;
        int falsely = 0;
        for (int run = 0; run < 200; run++) {
            found +=
                    TEST.read(pairs, kept(run, pairs, Math.log(1.5)), over)
                                    .rise()
                                    .orElseThrow()
                                    .evident()
                            ? 1
                            : 0;
            falsely +=
                    TEST.read(pairs, kept(1_000 + run, pairs, 0), over)
                                    .rise()
                                    .orElseThrow()
                                    .evident()
                            ? 1
                            : 0;
        }
        assertThat(found).isBetween(145, 180);
        assertThat(falsely).isLessThanOrEqualTo(18);
    }

    @Test
    void read_beforeItsEnd_givesNoVerdict() {
        Finding outcome =
                TEST.read(49, kept(1, 20, 1), FROM.plusDays(41).atStartOfDay(BERLIN).toInstant());

        assertThat(outcome.kept()).isEqualTo(20);
        assertThat(outcome.rise()).isEmpty();
    }

    @Test
    void t_ofKnownDegrees_isThatOfTheTables() {
        assertThat(SplitTest.t(5)).isCloseTo(2.571, within(0.01));
        assertThat(SplitTest.t(30)).isCloseTo(2.042, within(0.001));
    }

    @Test
    void constructor_badInput_saysWhat() {
        assertThatThrownBy(() -> new SplitTest(9, 9, FROM, BERLIN, 0.2))
                .hasMessageContaining("two different ones");
        assertThatThrownBy(() -> new SplitTest(9, 24, FROM, BERLIN, 0.2))
                .hasMessageContaining("between 0 and 23");
        assertThatThrownBy(() -> SplitTest.zone("Europe/Nowhere")).hasMessageContaining("IANA");
    }
}
