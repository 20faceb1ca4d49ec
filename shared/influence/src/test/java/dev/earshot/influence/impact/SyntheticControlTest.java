package dev.earshot.influence.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.statistics.Normal;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/**
 * A hundred days, with a post on day 60. Its effect is measured on days 60 to 66 and may linger on
 * days 67 to 73, so 86 days are the baseline. Audiences mention the brand twice a day, so all weeks
 * are alike and counts have at most the Poisson variance.
 */
class SyntheticControlTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 100;
    private static final int POST = 60;
    private static final Offset<Double> EXACT = within(1e-9);

    /**
     * Standard error of the log-ratio: 1 / 14.5 + 1 / 172 for the author's audience, and 1 / 15 + 1
     * / 172 for four equal donors with weight 1/4 each.
     */
    private static final double ERROR =
            Math.sqrt(1 / 14.5 + 1 / 172.0 + (1 / 15.0 + 1 / 172.0) / 4);

    private static AudienceSeries series(
            int author, int length, IntToLongFunction mentions, int... posts) {
        var days = new ArrayList<BrandDay>();
        for (int d = 0; d < length; d++) {
            long count = mentions.applyAsLong(d);
            days.add(new BrandDay(count, 0, count / 2, 3 * count));
        }
        var brandPosts = new TreeSet<LocalDate>();
        for (int post : posts) {
            brandPosts.add(FIRST.plusDays(post));
        }
        return new AudienceSeries(
                new AuthorRef(String.format("%032x", author)), "acme", FIRST, days, brandPosts, 10);
    }

    private static AudienceSeries donor(int author) {
        return series(author, DAYS, day -> 2);
    }

    private static List<AudienceSeries> donors(int count) {
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < count; i++) {
            donors.add(donor(10 + i));
        }
        return donors;
    }

    private static boolean isEffect(int day) {
        return day >= POST && day < POST + 7;
    }

    private static Lift estimate(AudienceSeries treated, List<AudienceSeries> donors) {
        return SyntheticControl.estimate(new ImpactStudy(treated, donors)).orElseThrow();
    }

    @Test
    void estimate_nothingHappens_isNoLiftWithinItsError() {
        Lift lift = estimate(series(1, DAYS, day -> 2, POST), donors(4));

        assertThat(lift.log()).isCloseTo(0, EXACT);
        assertThat(lift.mentions()).isEqualTo(14);
        assertThat(lift.expected()).isCloseTo(14, EXACT);
        assertThat(lift.error()).isCloseTo(ERROR, EXACT);
        assertThat(lift.high()).isCloseTo(Normal.Z90 * ERROR, EXACT);
        assertThat(lift.low()).isCloseTo(-Normal.Z90 * ERROR, EXACT);
    }

    /** Twice as many mentions: ln(28.5 / 14.5). */
    @Test
    void estimate_mentionsDouble_isThatLift() {
        Lift lift = estimate(series(1, DAYS, day -> isEffect(day) ? 4 : 2, POST), donors(4));

        assertThat(lift.log()).isCloseTo(Math.log(28.5 / 14.5), EXACT);
        assertThat(lift.relative()).isCloseTo(14 / 14.5, EXACT);
        assertThat(lift.expected()).isCloseTo(14, EXACT);
    }

    /**
     * Placebos are four donors on the real days, and the donors and the author on three earlier
     * ones. None changes, so only the author's own effect is as large as itself: 1 of 20.
     */
    @Test
    void estimate_noPlaceboMoves_hasTheSmallestPValue() {
        Lift lift = estimate(series(1, DAYS, day -> isEffect(day) ? 4 : 2, POST), donors(4));

        assertThat(lift.placebos()).isEqualTo(4 + 3 * 5);
        assertThat(lift.placeboP()).isCloseTo(1 / 20.0, EXACT);
    }

    /** Everybody's mentions doubled in the same week, so the author had no effect. */
    @Test
    void estimate_othersMoveAlike_isNoLift() {
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < 4; i++) {
            donors.add(series(10 + i, DAYS, day -> isEffect(day) ? 4 : 2));
        }
        Lift lift = estimate(series(1, DAYS, day -> isEffect(day) ? 4 : 2, POST), donors);

        assertThat(lift.expected()).isCloseTo(28, EXACT);
        assertThat(lift.log()).isCloseTo(0, EXACT);
        assertThat(lift.placeboP()).isEqualTo(1);
    }

    @Test
    void estimate_sharesBesideTheCount_areOfTheirDays() {
        Lift lift = estimate(series(1, DAYS, day -> isEffect(day) ? 5 : 2, POST), donors(4));

        assertThat(lift.positiveBefore()).isCloseTo(.5, EXACT);
        assertThat(lift.positiveAfter()).isCloseTo(.4, EXACT);
        assertThat(lift.interactionsBefore()).isCloseTo(3, EXACT);
        assertThat(lift.interactionsAfter()).isCloseTo(3, EXACT);
    }

    @Test
    void estimate_silenceAfterThePost_isAFall() {
        Lift lift = estimate(series(1, DAYS, day -> isEffect(day) ? 0 : 2, POST), donors(4));

        assertThat(lift.log()).isCloseTo(Math.log(.5 / 14.5), EXACT);
        assertThat(lift.positiveAfter()).isZero();
        assertThat(lift.interactionsAfter()).isZero();
    }

    /**
     * Half of the donors alternate busy and quiet weeks like the author and drop by half in the
     * week of the effect; the others are constant. The control follows the donors that moved alike.
     */
    @Test
    void estimate_donorsWithDifferentCycles_weightsThoseThatMovedAlike() {
        IntToLongFunction rhythm = day -> day / 7 % 2 == 0 ? 20 : 4;
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < 3; i++) {
            donors.add(series(10 + i, DAYS, day -> isEffect(day) ? 1 : rhythm.applyAsLong(day)));
            donors.add(series(20 + i, DAYS, day -> 12));
        }
        Lift lift = estimate(series(1, DAYS, rhythm, POST), donors);
        double daily = 0;
        for (int day = 0; day < DAYS; day++) {
            daily += day < POST || day >= POST + 14 ? rhythm.applyAsLong(day) / 86.0 : 0;
        }

        assertThat(lift.expected())
                .as("nearer to the donors that fell than to the mean of all six")
                .isLessThan(7 * daily * .4);
    }

    /**
     * Three weeks before leave no room for shifted placebos, and four are too few for a quantile.
     */
    @Test
    void estimate_fewPlacebos_hasAWiderInterval() {
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < 4; i++) {
            donors.add(series(10 + i, 33, day -> 2));
        }
        Lift lift = estimate(series(1, 33, day -> 2, 25), donors);

        assertThat(lift.placebos()).isEqualTo(4);
        assertThat(lift.high() - lift.low()).isCloseTo(2 * 1.3 * Normal.Z90 * lift.error(), EXACT);
    }

    @Test
    void estimate_tooLittleData_isEmpty() {
        AudienceSeries treated = series(1, DAYS, day -> 2, POST);

        assertEmpty(series(1, DAYS, day -> 2), donors(4));
        assertEmpty(series(1, DAYS, day -> 2, DAYS + 5), donors(4));
        assertEmpty(treated, donors(3));
        assertEmpty(series(1, DAYS, day -> day == 3 ? 4 : 0, POST), donors(4));
    }

    @Test
    void estimate_lessThanThreeWeeksBefore_isEmpty() {
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < 4; i++) {
            donors.add(series(10 + i, 27, day -> 2));
        }

        assertEmpty(series(1, 27, day -> 2, 20), donors);
        assertThat(SyntheticControl.estimate(new ImpactStudy(series(1, 27, day -> 2, 21), donors)))
                .isPresent();
    }

    /** An author who mentioned the brand in the same week, or an almost silent audience. */
    @Test
    void estimate_donorThatCannotServe_isDropped() {
        AudienceSeries treated = series(1, DAYS, day -> 2, POST);
        List<AudienceSeries> three = donors(3);

        assertEmpty(treated, with(three, series(30, DAYS, day -> 2, POST + 6)));
        assertEmpty(treated, with(three, series(30, DAYS, day -> day == 3 ? 4 : 0)));
        assertThat(
                        SyntheticControl.estimate(
                                new ImpactStudy(
                                        treated,
                                        with(three, series(30, DAYS, day -> 2, POST + 7)))))
                .as("a week later does not overlap")
                .isPresent();
    }

    @Test
    void estimate_orderOfDonors_doesNotMatter() {
        AudienceSeries treated = series(1, DAYS, day -> 2 + day % 3, POST);
        var donors = new ArrayList<AudienceSeries>();
        for (int i = 0; i < 35; i++) {
            int own = i;
            donors.add(series(10 + i, DAYS, day -> 1 + own % 5 + (day + own) % 3));
        }
        Lift one = estimate(treated, donors);
        Collections.reverse(donors);

        assertThat(estimate(treated, donors)).isEqualTo(one);
    }

    private static List<AudienceSeries> with(List<AudienceSeries> some, AudienceSeries another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static void assertEmpty(AudienceSeries treated, List<AudienceSeries> donors) {
        assertThat(SyntheticControl.estimate(new ImpactStudy(treated, donors))).isEmpty();
    }
}
