package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class CountSumTest {
    @Test
    void add_severalCounts_isTheSumThatPlusGives() {
        var one = new WindowCounts(Map.of("posts", 2L, "own", 1L, "voice/3", 1L));
        var other = new WindowCounts(Map.of("posts", -1L, "reposts", 4L, "voice/3", -1L));
        var sum = new CountSum();
        sum.add(one);
        sum.add(other);

        assertThat(sum.counts())
                .isEqualTo(one.plus(other))
                .isEqualTo(new WindowCounts(Map.of("posts", 1L, "own", 1L, "reposts", 4L)));
    }
}
