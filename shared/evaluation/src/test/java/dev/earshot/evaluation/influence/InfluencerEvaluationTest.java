package dev.earshot.evaluation.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The evaluation on small samples; the full one is {@code ./earshot eval influencers}. */
class InfluencerEvaluationTest {
    private static final World.Size SMALL = new World.Size(40, 200);
    private static final Law PLAIN = Law.ALL.getFirst();

    @Test
    void laws_areOfSeveralMakes_andOneIsHeldOut() {
        assertThat(Law.ALL).hasSizeGreaterThanOrEqualTo(4).anyMatch(Law::heldOut);
        assertThat(Law.ALL).extracting(Law::sizes).contains(Law.Sizes.values());
        assertThat(Law.ALL).extracting(Law::rate).contains(Law.Rate.values());
        assertThat(Law.ALL).extracting(Law::gain).contains(Law.Gain.values());
        assertThat(Law.ALL).extracting(Law::arrival).contains(Law.Arrival.values());
        assertThat(Law.ALL).extracting(Law::growth).contains(Law.Growth.values());
        assertThat(Law.ALL).extracting(Law::offers).contains(Law.Offers.values());
    }

    @Test
    void sameSeed_twice_givesTheSameScores() {
        var planted = new PlantedFindings(PLAIN, 1, SMALL, 1);

        assertThat(planted.rankings(3).getFirst().score())
                .containsExactly(planted.rankings(3).getFirst().score());
    }

    @Test
    void attacks_leaveEveryOtherPostOfTheWorldAsItWas() {
        World honest = World.of(5, PLAIN, SMALL, 0);
        World attacked = World.of(5, PLAIN, SMALL, .3);

        assertThat(attacked.posts().size()).isGreaterThan(honest.posts().size());
        for (int i = 0; i < honest.posts().size(); i++) {
            if (!attacked.plots().containsKey(honest.posts().get(i).author().ref())) {
                assertThat(attacked.posts().get(i)).isEqualTo(honest.posts().get(i));
            }
        }
    }

    /** A score that an attack can raise, or that follows followers, fails here. */
    @Test
    @Tag("long")
    void attacksAndAgreement_onEveryLaw_areAsWanted() {
        var size = new World.Size(120, 800);
        for (Law law : Law.ALL) {
            var planted = new PlantedFindings(law, 2, size, 3);
            List<Figure> agreement = planted.agreement();

            assertThat(agreement.getFirst().value()).as(law.name()).isGreaterThan(.5);
            assertThat(agreement.get(1).value()).as(law.name()).isGreaterThan(.05);
            List<Figure> attacks =
                    planted.attacks().stream().filter(f -> f.name().startsWith("attack,")).toList();
            // A world holds two or three attackers of most kinds, so one alone proves no weakness.
            assertThat(attacks)
                    .allSatisfy(
                            f ->
                                    assertThat(f.interval().orElseThrow().low())
                                            .as(f.toString())
                                            .isLessThan(25));
            double succeeded = attacks.stream().mapToDouble(f -> f.value() * f.count()).sum();
            double attackers = attacks.stream().mapToDouble(Figure::count).sum();
            assertThat(succeeded / attackers).as(law.name()).isLessThan(5);
        }
    }
}
