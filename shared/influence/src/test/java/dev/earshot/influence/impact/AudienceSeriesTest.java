package dev.earshot.influence.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.BrandDay;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

final class AudienceSeriesTest {
    private static final AuthorRef AUTHOR = new AuthorRef("0".repeat(32));
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static AuthorDay day(int after, Map<String, BrandDay> brands) {
        return new AuthorDay(
                FIRST.plusDays(after),
                9,
                0,
                0,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                brands);
    }

    private static AudienceSeries of(List<AuthorDay> own, List<List<AuthorDay>> audience) {
        return AudienceSeries.of(AUTHOR, "acme", FIRST, FIRST.plusDays(2), own, audience);
    }

    @Test
    void series_daysOfSeveralAccounts_areAddedUp() {
        AudienceSeries series =
                of(
                        List.of(),
                        List.of(
                                List.of(day(1, Map.of("acme", new BrandDay(1, 1, 0, 5)))),
                                List.of(day(1, Map.of("acme", new BrandDay(2, 0, 1, 7))))));

        assertThat(series.days())
                .containsExactly(BrandDay.NONE, new BrandDay(3, 1, 1, 12), BrandDay.NONE);
        assertThat(series.audience()).isEqualTo(2);
    }

    @Test
    void series_otherBrandsAndDaysOutside_areLeftOut() {
        BrandDay some = new BrandDay(1, 0, 0, 0);

        AudienceSeries series =
                of(
                        List.of(),
                        List.of(
                                List.of(
                                        day(-1, Map.of("acme", some)),
                                        day(0, Map.of("other", some)),
                                        day(3, Map.of("acme", some)))));

        assertThat(series.days()).containsOnly(BrandDay.NONE).hasSize(3);
    }

    @Test
    void series_authorsOwnMentions_areDaysOfTheirOwn() {
        AudienceSeries series =
                of(
                        List.of(
                                day(2, Map.of("acme", new BrandDay(1, 0, 0, 0))),
                                day(0, Map.of("acme", new BrandDay(4, 0, 0, 0))),
                                day(1, Map.of("other", new BrandDay(1, 0, 0, 0)))),
                        List.of());

        assertThat(series.brandPosts()).containsExactly(FIRST, FIRST.plusDays(2));
        assertThat(series.days()).containsOnly(BrandDay.NONE);
    }

    @Test
    void series_dayWithoutAMention_isNotADayOfMention() {
        AudienceSeries series = of(List.of(day(1, Map.of("acme", BrandDay.NONE))), List.of());

        assertThat(series.brandPosts()).isEmpty();
    }
}
