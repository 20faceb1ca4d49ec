package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.picture.Box;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CandidateTest {
    private static final CandidateBox SURE = new CandidateBox(10, 10, 30, 30, 0, 0.9);
    private static final CandidateBox SHIFTED = new CandidateBox(12, 10, 32, 30, 0, 0.8);
    private static final CandidateBox APART = new CandidateBox(100, 100, 120, 120, 0, 0.7);

    @Test
    void withoutDoubles_overlapping_keepsMostCertain() {
        List<CandidateBox> kept =
                CandidateBox.withoutDoubles(
                        List.of(APART, SHIFTED, SURE), (a, b) -> a.overlap(b) > 0.5);

        assertThat(kept).containsExactly(SURE, APART);
    }

    @Test
    void overlap_shiftedByTenth_isIntersectionOverUnion() {
        // 18 x 20 shared of 2 x 400 - 360.
        assertThat(SURE.overlap(SHIFTED)).isCloseTo(360.0 / 440, within(1e-12));
        assertThat(SURE.overlap(APART)).isZero();
    }

    @Test
    void containment_smallInsideLarge_isOne() {
        CandidateBox inside = new CandidateBox(12, 12, 15, 15, 0, 0.5);

        assertThat(SURE.containment(inside)).isEqualTo(1);
    }

    @Test
    void within_boxOverBorder_isClampedAndRounded() {
        CandidateBox outside = new CandidateBox(-3.14, 5.26, 640.2, 999, 0, 0.5);

        assertThat(outside.within(640, 480)).isEqualTo(new Box(0, 5.3, 640, 474.7));
    }

    @Test
    void within_boxOutsidePicture_isEmpty() {
        CandidateBox beyond = new CandidateBox(700, 10, 720, 30, 0, 0.5);

        assertThat(beyond.within(640, 480).width()).isZero();
    }
}
