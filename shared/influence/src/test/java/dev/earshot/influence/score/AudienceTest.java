package dev.earshot.influence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class AudienceTest {
    private static AuthorRef account(int id) {
        return new AuthorRef(String.format("%032x", id));
    }

    private static List<AuthorRef> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(AudienceTest::account).toList();
    }

    @Test
    void audience_ofRepeatedAccounts_countsEachOnce() {
        Audience audience = Audience.of(List.of(account(1), account(2), account(1)));

        assertThat(audience.size()).isEqualTo(2);
        assertThat(audience.least()).hasSize(2);
        assertThat(Long.compareUnsigned(audience.least()[0], audience.least()[1])).isNegative();
    }

    @Test
    void audience_inAnyOrder_isTheSame() {
        Audience one = Audience.of(List.of(account(1), account(2)));
        Audience other = Audience.of(List.of(account(2), account(1)));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("Audience[2]");
        assertThat(one)
                .isNotEqualTo(Audience.of(List.of(account(1), account(3))))
                .isNotEqualTo(new Audience(3, one.least()))
                .isNotEqualTo("Audience[2]");
    }

    @Test
    void audience_itsSample_cannotBeChangedFromOutside() {
        Audience audience = Audience.of(List.of(account(1)));
        long kept = audience.least()[0];

        audience.least()[0] = kept + 1;

        assertThat(audience.least()[0]).isEqualTo(kept);
    }

    @Test
    void audience_smallerThanItsSample_isRefused() {
        assertThatThrownBy(() -> new Audience(1, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be at least the sample's 2, got 1");
    }

    @Test
    void common_wholeSamples_keepsEveryAccountAtScaleOne() {
        var common =
                Audience.common(
                        Map.of(
                                "a", Audience.of(accounts(0, 10)),
                                "b", Audience.of(accounts(5, 20))));

        assertThat(common.scale()).isEqualTo(1);
        assertThat(common.accounts().get("a")).hasSize(10);
        assertThat(common.accounts().get("b")).hasSize(15);
        assertThat(common.accounts().get("b"))
                .filteredOn(common.accounts().get("a")::contains)
                .hasSize(5);
    }

    @Test
    void common_oneSampleCut_cutsTheOthersAtItsLargestDigest() {
        var cut = new Audience(4, new long[] {1L, 1L << 62});
        var whole = new Audience(3, new long[] {5L, 1L << 61, -1L});

        var common = Audience.common(Map.of("cut", cut, "whole", whole));

        assertThat(common.scale()).isCloseTo(4, within(1e-9));
        assertThat(common.accounts().get("cut")).hasSize(2);
        assertThat(common.accounts().get("whole")).hasSize(2);
    }

    @Test
    void common_severalSamplesCut_cutsAtTheSmallestOfTheirLargest() {
        var wide = new Audience(9, new long[] {1L, Long.MIN_VALUE});
        var narrow = new Audience(9, new long[] {2L, 1L << 62});

        var common = Audience.common(Map.of("wide", wide, "narrow", narrow));

        assertThat(common.scale()).isCloseTo(4, within(1e-9));
        assertThat(common.accounts().get("wide")).hasSize(1);
        assertThat(common.accounts().get("narrow")).hasSize(2);
    }

    @Test
    void common_moreAccountsThanASampleKeeps_estimatesTheirNumber() {
        Audience large = Audience.of(accounts(0, 5_000));

        var common = Audience.common(Map.of("large", large));

        assertThat(large.least()).hasSize(Audience.MAX_DIGESTS);
        // 1,000 of 5,000 digests: the standard error of the estimate is about 3 %.
        assertThat(common.accounts().getOrDefault("large", List.of()).size() * common.scale())
                .isBetween(4_500.0, 5_500.0);
    }
}
