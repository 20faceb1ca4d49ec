package dev.earshot.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class RanksTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    @Test
    void of_ties_shareTheMeanOfTheirRanks() {
        assertThat(Ranks.of(new double[] {30, 10, 20, 10, 10})).containsExactly(5, 2, 4, 2, 2);
    }

    /** Ranks 1 2 3 4 and 2 1 4 3: 1 - 6 * (1 + 1 + 1 + 1) / (4 * 15) = .6. */
    @Test
    void spearman_twoSwaps_isSixTenths() {
        double[] x = {1, 20, 300, 4_000};
        double[] y = {-1, -2, 7, 5};

        assertThat(Ranks.spearman(x, y, all(4))).isCloseTo(.6, EXACT);
        assertThat(Ranks.spearman(x, new double[] {4, 3, 2, 1}, all(4))).isCloseTo(-1, EXACT);
    }

    @Test
    void spearman_chosenItems_leavesOthersOut() {
        double[] x = {1, 2, 3, 4};
        double[] y = {1, 2, 4, 3};

        assertThat(Ranks.spearman(x, y, new int[] {0, 1, 2})).isCloseTo(1, EXACT);
        assertThat(Ranks.spearman(x, y, new int[] {2, 3})).isCloseTo(-1, EXACT);
    }

    @Test
    void spearman_constantSide_isZero() {
        assertThat(Ranks.spearman(new double[] {1, 1}, new double[] {1, 2}, all(2))).isZero();
        assertThat(Ranks.spearman(new double[] {1, 2}, new double[] {1, 2}, new int[] {1, 1}))
                .isZero();
    }

    /** Of the six pairs of .9, .5 and .2 with .7 and .2, three are in order and one is tied. */
    @Test
    void auc_someInOrderAndATie_countsPairs() {
        double[] scores = {.9, .5, .2, .7, .2};
        boolean[] positive = {true, true, true, false, false};

        assertThat(Ranks.auc(scores, positive, all(5))).isCloseTo(3.5 / 6, EXACT);
    }

    @Test
    void auc_oneClassOnly_isAHalf() {
        boolean[] positive = {true, false};

        assertThat(Ranks.auc(new double[] {3, 1}, positive, new int[] {0, 0})).isEqualTo(.5);
        assertThat(Ranks.auc(new double[] {3, 1}, positive, new int[] {1})).isEqualTo(.5);
        assertThat(Ranks.auc(new double[] {3, 1}, positive, all(2))).isEqualTo(1);
    }
}
