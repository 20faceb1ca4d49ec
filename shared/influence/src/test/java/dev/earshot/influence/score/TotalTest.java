package dev.earshot.influence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class TotalTest {
    private static final List<Component> LEVEL =
            Arrays.stream(Component.Name.values()).map(name -> component(name, 50)).toList();

    private static Component component(Component.Name name, double value) {
        return new Component(
                name,
                value,
                value / 2,
                Math.min(100, 2 * value),
                ScoreTable.CURRENT.weight(name),
                List.of(),
                List.of());
    }

    /**
     * The squares of the weights .25, .2, .2, .1, .15 and .1 sum to .185, so the interval is a
     * factor of 2 to the power of sqrt(.185) = .430116 on either side of 50.
     */
    @Test
    void of_equalComponents_addsTheIntervalsInQuadrature() {
        Total total = Total.of(LEVEL);

        assertThat(total.score()).isCloseTo(50, within(1e-9));
        assertThat(total.low()).isCloseTo(50 / 1.347342, within(1e-4));
        assertThat(total.high()).isCloseTo(50 * 1.347342, within(1e-4));
    }

    @Test
    void of_fullComponents_endsAtAHundred() {
        List<Component> full =
                Arrays.stream(Component.Name.values()).map(name -> component(name, 100)).toList();

        assertThat(Total.of(full).score()).isCloseTo(100, within(1e-9)).isLessThanOrEqualTo(100);
        assertThat(Total.of(full).high()).isLessThanOrEqualTo(100);
    }

    /**
     * Authority has weight .1, so 100 instead of 50 raises the total by a factor of 2 to the power
     * of .1.
     */
    @Test
    void with_anotherAuthority_movesTheTotalByItsWeight() {
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

        InfluencerScore changed = score.with(component(Component.Name.AUTHORITY, 100));

        assertThat(changed.score()).isCloseTo(50 * 1.071773, within(1e-4));
        assertThat(changed.component(Component.Name.AUTHORITY).value()).isEqualTo(100);
        assertThat(changed.component(Component.Name.IMPACT)).isEqualTo(LEVEL.getLast());
        assertThat(changed.caveats()).containsExactly("caveat");
    }
}
