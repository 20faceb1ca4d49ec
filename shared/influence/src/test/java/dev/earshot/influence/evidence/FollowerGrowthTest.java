package dev.earshot.influence.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.history.AuthorDay;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class FollowerGrowthTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final Offset<Double> EXACT = within(1e-9);

    private static AuthorDay day(int at, long followers, long interactions) {
        return day(at, OptionalLong.of(followers), interactions);
    }

    private static AuthorDay day(int at, OptionalLong followers, long interactions) {
        return new AuthorDay(
                FIRST.plusDays(at),
                1,
                0,
                0,
                interactions,
                followers,
                OptionalLong.empty(),
                Map.of());
    }

    private static double share(AuthorDay... days) {
        return FollowerGrowth.unexplained(List.of(days), OptionalLong.empty()).orElseThrow();
    }

    @Test
    void unexplained_seenOnce_isUnknown() {
        assertThat(FollowerGrowth.unexplained(List.of(), OptionalLong.of(9))).isEmpty();
        assertThat(FollowerGrowth.unexplained(List.of(day(0, 9, 0)), OptionalLong.empty()))
                .isEmpty();
        assertThat(FollowerGrowth.unexplained(List.of(day(0, 9, 0)), OptionalLong.of(9)))
                .as("the same count again tells nothing new")
                .isEmpty();
    }

    /**
     * With 1,000 followers, ten days explain 3 * .001 * 1,000 * 10 = 30, rounding 20 and chance 5,
     * so 45 of the 100 gained remain unexplained, of 1,100 at the end.
     */
    @Test
    void unexplained_twoSightings_leavesWhatTheUsualGainDoesNotExplain() {
        assertThat(share(day(0, 1_000, 0), day(10, 1_100, 0))).isCloseTo(45 / 1_100.0, EXACT);
    }

    /** Half a follower for each of 60 interactions explains 30 more. */
    @Test
    void unexplained_postsThatSpread_explainFollowers() {
        assertThat(share(day(0, 1_000, 40), day(10, 1_100, 20))).isCloseTo(15 / 1_100.0, EXACT);
    }

    /** The interactions of days without a follower count still count. */
    @Test
    void unexplained_dayWithoutFollowersBetween_countsItsInteractions() {
        assertThat(share(day(0, 1_000, 0), day(5, OptionalLong.empty(), 60), day(10, 1_100, 0)))
                .isCloseTo(15 / 1_100.0, EXACT);
    }

    /**
     * The latest count is dated a week after the last day: 21 + 20 + 5 of the 200 are explained.
     */
    @Test
    void unexplained_latestCountBesideOneDay_isASightingAWeekLater() {
        OptionalDouble share =
                FollowerGrowth.unexplained(List.of(day(0, 1_000, 0)), OptionalLong.of(1_200));

        assertThat(share.orElseThrow()).isCloseTo(154 / 1_200.0, EXACT);
    }

    /**
     * Three gains of .01, .0099 and .96 a day have the median .0099010, which explains 3 * .0099010
     * * 1,020 = 30.297 of the last step, in addition to 20.4 and 5.
     */
    @Test
    void unexplained_stepAmongSteadyGains_isComparedWithTheAuthorsOwnMedian() {
        double explained = 3 * (10.0 / 1_000) * 1_020 + .02 * 1_020 + 5;

        assertThat(share(day(0, 1_000, 0), day(1, 1_010, 0), day(2, 1_020, 0), day(3, 2_000, 0)))
                .isCloseTo((980 - explained) / 2_000, EXACT);
    }

    @Test
    void unexplained_shrinkingAccount_isNone() {
        assertThat(share(day(0, 1_000, 0), day(1, 900, 0), day(2, 800, 0), day(3, 0, 0))).isZero();
    }
}
