package dev.earshot.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void value_threeOfFour_isThreeQuartersWithinItsInterval() {
        Share share = new Share(3, 4);

        assertThat(share.value()).hasValue(0.75);
        assertThat(share.interval()).contains(Interval.wilson(3, 4));
    }

    @Test
    void value_ofNothing_isEmpty() {
        Share share = new Share(0, 0);

        assertThat(share.value()).isEmpty();
        assertThat(share.interval()).isEmpty();
    }

    @Test
    void constructor_partThatIsNone_isRefused() {
        assertThatThrownBy(() -> new Share(5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("total must be at least count 5, got 4");
        assertThatThrownBy(() -> new Share(-1, 4))
                .isInstanceOf(FieldException.class)
                .hasMessage("count must be 0 or more, got -1");
    }
}
