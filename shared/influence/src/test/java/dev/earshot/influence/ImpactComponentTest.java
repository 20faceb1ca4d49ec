package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.impact.ImpactStudy;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;

class ImpactComponentTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private static AudienceSeries series(int author, int length, boolean posts, int busy) {
        var days = new ArrayList<>(Collections.nCopies(length, new BrandDay(2, 0, 1, 6)));
        for (int day = 60; day < Math.min(67, length); day++) {
            days.set(day, new BrandDay(busy, 0, 1, 6));
        }
        return new AudienceSeries(
                Authors.ref(author),
                "acme",
                FIRST,
                days,
                posts ? new TreeSet<>(java.util.Set.of(FIRST.plusDays(60))) : new TreeSet<>(),
                10);
    }

    private static Optional<ImpactStudy> study(int donors, int busy) {
        var others = new ArrayList<AudienceSeries>();
        for (int i = 0; i < donors; i++) {
            others.add(series(10 + i, 100, false, 2));
        }
        return Optional.of(new ImpactStudy(series(1, 100, true, busy), others));
    }

    private static Component component(Optional<ImpactStudy> study) {
        return ImpactComponent.of(study, Authors.emptyHistory(), "acme", ScoreTable.CURRENT);
    }

    @Test
    void of_neverMentioned_isUnknown() {
        Component component = component(Optional.empty());

        assertThat(component)
                .isEqualTo(
                        Component.unknown(Component.Name.IMPACT, component.reasons().getFirst()));
        assertThat(component.reasons())
                .containsExactly(
                        "has not been seen to mention the brand, so the effect is unknown");
    }

    @Test
    void of_tooFewOthers_isUnknownForThatReason() {
        Component component = component(study(3, 2));

        assertThat(component.weight()).isZero();
        assertThat(component.reasons().getFirst()).startsWith("too few days or mentions");
    }

    @Test
    void of_noLift_isForty() {
        Component component = component(study(4, 2));

        assertThat(component.value()).isCloseTo(40, within(1e-6));
        assertThat(component.low()).isLessThan(40);
        assertThat(component.high()).isGreaterThan(40);
        assertThat(component.reasons().getFirst())
                .contains("relative to the control")
                .contains("placebo p 1.00");
    }

    /**
     * ln(28.5 / 14.5) = .675737 with a standard error of .304795 is shrunk by .0625 / (.0625 +
     * .0929) = .402190 to .271775; on the logistic scale that is 1 / (1 + 1.5 * exp(-4 * .271775))
     * = .664061.
     */
    @Test
    void of_mentionsDoubled_isTheShrunkLift() {
        assertThat(component(study(4, 4)).value()).isCloseTo(66.41, within(.05));
    }
}
