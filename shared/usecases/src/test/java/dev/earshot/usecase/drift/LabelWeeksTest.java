package dev.earshot.usecase.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.SentimentLabel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Random;

/** The README has the figures of 2,000 months of each law. */
class LabelWeeksTest {
    private static final int DAYS = 7 * (LabelWeeks.NOW + LabelWeeks.BEFORE);
    private static final int LANGUAGE_MONTHS = 300;

    /** How the share of negative posts of a day comes about where nothing has changed for good. */
    private enum Law {
        /** Each post is a draw of its own. */
        INDEPENDENT,
        /** Each week has a mood of its own, four points around the mean. */
        MOODY_WEEKS,
        /** A mood that lasts: a day's is nine tenths of the day's before. */
        LASTING_MOODS,
        /** Each tenth day an affair brings three times the posts, two thirds of them negative. */
        AFFAIRS;

        double[] shares(Random dice) {
            var shares = new double[DAYS];
            double mood = dice.nextGaussian();
            for (int day = 0; day < DAYS; day++) {
                if (this == LASTING_MOODS || (this == MOODY_WEEKS && day % 7 == 0)) {
                    mood =
                            this == MOODY_WEEKS
                                    ? dice.nextGaussian()
                                    : .9 * mood + Math.sqrt(1 - .81) * dice.nextGaussian();
                }
                shares[day] =
                        switch (this) {
                            case INDEPENDENT -> .3;
                            case MOODY_WEEKS, LASTING_MOODS ->
                                    Math.clamp(.3 + .04 * mood, .02, .98);
                            case AFFAIRS -> dice.nextInt(10) == 0 ? .55 : .3;
                        };
            }
            return shares;
        }
    }

    private static LabelWeeks month(Law law, Random dice, double shift) {
        var weeks = new LabelWeeks();
        double[] shares = law.shares(dice);
        for (int day = 0; day < DAYS; day++) {
            int posts = law == Law.AFFAIRS && shares[day] > .5 ? 150 : 50;
            double share = shares[day] + (day / 7 < LabelWeeks.NOW ? shift : 0);
            for (int i = 0; i < posts; i++) {
                double draw = dice.nextDouble();
                SentimentLabel label =
                        draw < share
                                ? SentimentLabel.NEGATIVE
                                : draw < share + .6 * (1 - share)
                                        ? SentimentLabel.NEUTRAL
                                        : SentimentLabel.POSITIVE;
                weeks.add("en", label, day / 7);
            }
        }
        return weeks;
    }

    private static double told(Law law, double shift) {
        var dice = new Random(20261130);
        int told = 0;
        for (int i = 0; i < LANGUAGE_MONTHS; i++) {
            told += month(law, dice, shift).moved().isEmpty() ? 0 : 1;
        }
        return (double) told / LANGUAGE_MONTHS;
    }

    @ParameterizedTest
    @EnumSource(Law.class)
    void shares_thatNothingMoves_areToldInAtMostTwoOfAHundredLanguageMonths(Law law) {
        assertThat(told(law, 0)).isLessThanOrEqualTo(.02);
    }

    @ParameterizedTest
    @EnumSource(Law.class)
    void share_thatMovesByFifteenPoints_isToldMoreOftenThanNotOrNearly(Law law) {
        assertThat(told(law, .15)).isGreaterThan(.4);
    }

    @Test
    void share_ofWeeksThatAllAgree_isTheDifferenceInItsBinomialError() {
        var weeks = new LabelWeeks();
        for (int week = 0; week < 16; week++) {
            add(weeks, "en", SentimentLabel.NEGATIVE, week < 4 ? 50 : 25, week);
            add(weeks, "en", SentimentLabel.NEUTRAL, week < 4 ? 50 : 75, week);
        }
        Drift drift = weeks.moved().getFirst();

        // 200 of 400 against 300 of 1,200: sqrt(.3125 * .6875 * (1/400 + 1/1200)) = .02676
        assertThat(drift.points()).isCloseTo(25, within(1e-9));
        assertThat(Math.abs(drift.evidence())).isCloseTo(.25 / .02676, within(.01));
        assertThat(weeks.moved()).hasSize(2);
    }

    @Test
    void share_thatMovesByLessThanFivePoints_isNotToldHoweverSure() {
        var weeks = new LabelWeeks();
        for (int week = 0; week < 16; week++) {
            add(weeks, "en", SentimentLabel.NEGATIVE, week < 4 ? 3_400 : 3_000, week);
            add(weeks, "en", SentimentLabel.NEUTRAL, week < 4 ? 6_600 : 7_000, week);
        }
        assertThat(weeks.judged()).isEqualTo(1);
        assertThat(weeks.moved()).isEmpty();
    }

    @Test
    void language_withTooFewPostsInOneOfTheLastWeeks_isNotJudged() {
        var weeks = new LabelWeeks();
        for (int week = 0; week < 16; week++) {
            add(weeks, "de", SentimentLabel.NEGATIVE, week == 2 ? 29 : week < 4 ? 90 : 30, week);
        }
        assertThat(weeks.judged()).isZero();
        assertThat(weeks.moved()).isEmpty();
    }

    @Test
    void language_thatNoModelReads_isJudgedAndHasNotMoved() {
        var weeks = new LabelWeeks();
        for (int week = 0; week < 16; week++) {
            add(weeks, "fi", SentimentLabel.ABSTAIN, 100, week);
        }
        assertThat(weeks.judged()).isEqualTo(1);
        assertThat(weeks.moved()).isEmpty();
    }

    private static void add(
            LabelWeeks weeks, String language, SentimentLabel label, int posts, int week) {
        for (int i = 0; i < posts; i++) {
            weeks.add(language, label, week);
        }
    }
}
