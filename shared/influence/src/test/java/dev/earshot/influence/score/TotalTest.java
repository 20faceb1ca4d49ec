package dev.earshot.influence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.statistics.Normal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class TotalTest {
    /** One standard deviation above the middle. */
    private static final double ABOVE = 100 * Normal.cumulative(1);

    private static final List<Component> LEVEL = all(50);

    private static List<Component> all(double value) {
        return Arrays.stream(Component.Name.values()).map(name -> component(name, value)).toList();
    }

    private static Component component(Component.Name name, double value) {
        return new Component(
                name, value, 5, 95, ScoreTable.CURRENT.weight(name), List.of(), List.of());
    }

    private static List<Component> with(Component other) {
        var changed = new ArrayList<>(LEVEL);
        changed.replaceAll(one -> one.name() == other.name() ? other : one);
        return changed;
    }

    @Test
    void of_middlingComponents_isTheMiddleAndAsUnsureAsOneOfThem() {
        Total total = Total.of(LEVEL);

        assertThat(total.score()).isCloseTo(50, within(1e-9));
        // In quadrature, the widths add to the scale of the sum itself.
        assertThat(total.low()).isCloseTo(5, within(1e-6));
        assertThat(total.high()).isCloseTo(95, within(1e-6));
    }

    @Test
    void of_oneComponentADeviationHigher_movesByItsShareOfTheScale() {
        double weight = ScoreTable.CURRENT.weight(Component.Name.ALIGNMENT);

        assertThat(Total.of(with(component(Component.Name.ALIGNMENT, ABOVE))).score())
                .isCloseTo(
                        100 * Normal.cumulative(weight / ScoreTable.CURRENT.scale()), within(1e-6));
    }

    @Test
    void of_componentWithoutEvidence_movesNothingAndWidensAsMuchAsItCould() {
        Total unknown = Total.of(with(Component.unknown(Component.Name.ENGAGEMENT, "no posts")));
        Total known =
                Total.of(
                        with(
                                new Component(
                                        Component.Name.ENGAGEMENT,
                                        50,
                                        50,
                                        50,
                                        ScoreTable.CURRENT.weight(Component.Name.ENGAGEMENT),
                                        List.of(),
                                        List.of())));

        assertThat(unknown.score()).isCloseTo(50, within(1e-9));
        assertThat(unknown.high() - unknown.low()).isGreaterThan(known.high() - known.low() + 1);
    }

    @Test
    void of_fullComponents_staysInsideAHundred() {
        List<Component> full =
                Arrays.stream(Component.Name.values())
                        .map(
                                name ->
                                        new Component(
                                                name,
                                                ScoreTable.CEILING,
                                                1,
                                                ScoreTable.CEILING,
                                                ScoreTable.CURRENT.weight(name),
                                                List.of(),
                                                List.of()))
                        .toList();

        assertThat(Total.of(full).score()).isBetween(99.0, 100.0);
        assertThat(Total.of(full).high()).isLessThanOrEqualTo(100);
    }

    @Test
    void with_anotherComponent_isTheTotalOfTheChangedOnes() {
        Total total = Total.of(LEVEL);
        var score =
                new InfluencerScore(
                        new AuthorRef("0".repeat(32)),
                        Platform.X,
                        "acme",
                        total.score(),
                        total.low(),
                        total.high(),
                        LEVEL,
                        List.of("caveat"),
                        7,
                        Instant.EPOCH,
                        "1");
        Component better = component(Component.Name.ALIGNMENT, ABOVE);

        InfluencerScore changed = score.with(better);

        assertThat(changed.score()).isEqualTo(Total.of(with(better)).score());
        assertThat(changed.component(Component.Name.ALIGNMENT)).isEqualTo(better);
        assertThat(changed.component(Component.Name.AUTHORITY)).isEqualTo(LEVEL.getLast());
        assertThat(changed.caveats()).containsExactly("caveat");
    }
}
