package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class NormsTest {
    private static AuthorSummary author(int id, double size, double share) {
        return Authors.with(Measure.FOLLOWERS, size).and(Measure.EARLY, share).summary(id);
    }

    /** Distances from the median .3 are .2, .1, 0, .1 and .2: 1.4826 * .1. */
    @Test
    void of_fivePeers_isTheirMedianAndSpread() {
        List<AuthorSummary> authors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            authors.add(author(i, 3, .1 + .1 * i));
        }
        Norms.Norm norm = new Norms(authors).of(author(9, 3, 1), Measure.EARLY, .01).orElseThrow();

        assertThat(norm.median()).isCloseTo(.3, within(1e-9));
        assertThat(norm.sigma()).isCloseTo(.14826, within(1e-9));
        assertThat(norm.peers()).isEqualTo(5);
        assertThat(norm.above(.3 + .14826 * 2, 0)).isCloseTo(2, within(1e-9));
        assertThat(norm.above(.3 + .14826 * 2, 3 * .14826 * .14826))
                .as("with as much noise that the spread doubles")
                .isCloseTo(1, within(1e-9));
    }

    /**
     * Three of five where a tenth is usual: the arcsines of .7746 and .3162 are .5643 apart, and
     * one standard error is 1 / sqrt(20) = .2236. A normal approximation would say 3.7.
     */
    @Test
    void shareAbove_fewObservations_isOnTheScaleOfArcsines() {
        var norm = new Norms.Norm(.1, 0, 9);

        assertThat(norm.shareAbove(.6, 5)).isCloseTo(2.524, within(1e-3));
        assertThat(norm.shareAbove(.6, 500)).isCloseTo(25.24, within(1e-2));
        assertThat(norm.shareAbove(.1, 5)).isZero();
    }

    @Test
    void of_fourOthers_isEmpty() {
        List<AuthorSummary> authors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            authors.add(author(i, 3, .1));
        }
        authors.add(Authors.with(Measure.FOLLOWERS, 3).summary(7));

        assertThat(new Norms(authors).of(author(0, 3, .1), Measure.EARLY, .01)).isEmpty();
        assertThat(
                        new Norms(authors)
                                .of(author(9, 3, .1), Measure.EARLY, .01)
                                .orElseThrow()
                                .sigma())
                .as("peers that agree have the least spread")
                .isEqualTo(.01);
    }

    /** 60 peers of similar size at .2 on either side, and ten far larger ones that do not count. */
    @Test
    void of_manyPeers_takesTheSixtyNearest() {
        List<AuthorSummary> authors = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            authors.add(i < 60 ? author(i, 3 + i / 100.0, .2) : author(i, 7, .9));
        }
        Norms.Norm norm =
                new Norms(authors).of(author(99, 3.3, 0), Measure.EARLY, .01).orElseThrow();

        assertThat(norm.peers()).isEqualTo(60);
        assertThat(norm.sigma()).isEqualTo(.01);
    }
}
