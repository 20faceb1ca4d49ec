package dev.earshot.evaluation.vision;

import static dev.earshot.evaluation.vision.Pictures.box;
import static dev.earshot.evaluation.vision.Pictures.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.picture.Detection;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The curve is sampled at 101 recalls, from 0 to 1 in steps of a hundredth. */
class AveragePrecisionTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static Detection found(String label, double score, double x) {
        return new Detection(label, score, box(x, 10));
    }

    private static double of(List<Truth> truths, List<Detection> found) {
        return AveragePrecision.of(List.of(truths), List.of(found), .5);
    }

    @Test
    void of_everythingFound_isOne() {
        assertThat(
                        of(
                                List.of(truth("cat", 0, 10), truth("cat", 50, 10)),
                                List.of(found("cat", .9, 0), found("cat", .8, 50))))
                .isCloseTo(1, EXACT);
    }

    /** Precision is 1 up to recall .5, which is 51 of the 101 points, and 0 after. */
    @Test
    void of_oneOfTwoFound_isTheFirstHalfOfTheCurve() {
        assertThat(
                        of(
                                List.of(truth("cat", 0, 10), truth("cat", 50, 10)),
                                List.of(found("cat", .9, 0))))
                .isCloseTo(51 / 101.0, EXACT);
    }

    /** The false positive comes first: the precisions 0, 1/2 and 2/3 are interpolated to 2/3. */
    @Test
    void of_wrongOneFirst_isInterpolatedFromTheBestAfterIt() {
        assertThat(
                        of(
                                List.of(truth("cat", 0, 10), truth("cat", 50, 10)),
                                List.of(
                                        found("cat", .9, 100),
                                        found("cat", .8, 0),
                                        found("cat", .7, 50))))
                .isCloseTo(2 / 3.0, EXACT);
    }

    /**
     * A second box on the same cat is a false positive; it costs nothing here, as its score is
     * lower.
     */
    @Test
    void of_secondBoxOnOneThing_isWrong() {
        assertThat(
                        of(
                                List.of(truth("cat", 0, 10), truth("cat", 50, 10)),
                                List.of(
                                        found("cat", .9, 0),
                                        found("cat", .8, 0),
                                        found("cat", .7, 50))))
                .isCloseTo((51 + 50 * 2 / 3.0) / 101, EXACT);
    }

    /** Boxes of width 10 shifted by 5 overlap in 50 of 150; shifted by 3, in 70 of 130. */
    @Test
    void of_overlapBelowTheThreshold_isWrong() {
        assertThat(of(List.of(truth("cat", 0, 10)), List.of(found("cat", .9, 5)))).isZero();
        assertThat(of(List.of(truth("cat", 0, 10)), List.of(found("cat", .9, 3)))).isEqualTo(1);
    }

    /** Cats 1, dogs 0; birds, which were detected but never shown, do not count. */
    @Test
    void of_severalClasses_isTheMeanOverThoseShown() {
        assertThat(
                        of(
                                List.of(truth("cat", 0, 10), truth("dog", 50, 10)),
                                List.of(found("cat", .9, 0), found("bird", .9, 50))))
                .isCloseTo(.5, EXACT);
    }

    @Test
    void of_severalPictures_doesNotMatchAcrossThem() {
        assertThat(
                        AveragePrecision.of(
                                List.of(List.of(truth("cat", 0, 10)), List.of()),
                                List.of(List.of(), List.of(found("cat", .9, 0))),
                                .5))
                .isZero();
    }

    @Test
    void of_nothingShown_isZero() {
        assertThat(of(List.of(), List.of(found("cat", .9, 0)))).isZero();
    }
}
