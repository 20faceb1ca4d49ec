package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void share_ofNothing_hasNoValueAndNoInterval() {
        assertThat(new Share(0, 0).value()).isEmpty();
        assertThat(new Share(0, 0).interval()).isEmpty();
    }

    @Test
    void share_ofSomething_hasItsQuotientAndWilsonsInterval() {
        assertThat(new Share(1, 4).value()).hasValue(.25);
        assertThat(new Share(1, 4).interval()).contains(Interval.wilson(1, 4));
    }
}
