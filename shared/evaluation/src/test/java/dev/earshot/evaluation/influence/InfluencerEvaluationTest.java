package dev.earshot.evaluation.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The evaluation on small samples; the full one is {@code ./earshot eval influencers}. */
class InfluencerEvaluationTest {
    private static void assertMet(List<Figure> findings) {
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.passes()).as(f.toString()).isTrue());
    }

    @Test
    void attacks_onPlantedWorlds_raiseNoScore() {
        assertMet(PlantedFindings.attacks(2, new World.Setup(80, 500, .6, .25, false)));
    }

    @Test
    void alignment_tenBrands_findsTheirAuthors() {
        assertMet(FairnessFindings.alignment(50));
    }

    @Test
    void languagesAndNames_permuted_moveNoRank() {
        assertMet(FairnessFindings.permutations(new World.Setup(50, 300, .6, .2, true)));
    }

    @Test
    void receipts_postsDeletedFromTheRaw_equalTheChange() {
        assertMet(FairnessFindings.receipts(new World.Setup(30, 200, .6, .2, true), 3));
    }

    @Test
    void sameSeed_twice_givesTheSameScores() {
        var setup = new World.Setup(20, 100, .6, .2, true);
        assertThat(Planted.of(3, setup, false).ranking(0).scores)
                .containsExactly(Planted.of(3, setup, false).ranking(0).scores);
    }
}
