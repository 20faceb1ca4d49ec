package dev.earshot.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class EngagementTest {
    @Test
    void interactions_ofSomeKnownCounts_areTheirSumWithoutViews() {
        var counts =
                new Engagement(
                        OptionalLong.of(5),
                        OptionalLong.empty(),
                        OptionalLong.of(2),
                        OptionalLong.of(1),
                        OptionalLong.of(1_000));

        assertThat(counts.interactions()).isEqualTo(8);
        assertThat(counts.tellsInteractions()).isTrue();
    }

    @Test
    void interactions_whereViewsAloneAreKnown_areNoneAndNotTold() {
        var counts =
                new Engagement(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.of(9));

        assertThat(counts.interactions()).isZero();
        assertThat(counts.tellsInteractions()).isFalse();
    }
}
