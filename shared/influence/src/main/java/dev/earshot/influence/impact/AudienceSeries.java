package dev.earshot.influence.impact;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.BrandDay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an author's audience published about one brand, day by day. The audience is everybody who
 * ever responded to the author, without the author.
 *
 * @param author the author whose audience it is
 * @param brandId the brand
 * @param firstDay day of the first entry
 * @param days one entry per day without gaps; a day without posts is {@link BrandDay#NONE}
 * @param brandPosts days on which the author mentioned the brand, ascending
 * @param audience number of accounts in the audience
 */
public record AudienceSeries(
        AuthorRef author,
        String brandId,
        LocalDate firstDay,
        List<BrandDay> days,
        SortedSet<LocalDate> brandPosts,
        int audience) {
    public AudienceSeries {
        days = List.copyOf(days);
        brandPosts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(brandPosts));
    }

    /**
     * Builds the series over {@code [from, to]}.
     *
     * @param own the author's days
     * @param audience the days of each account in the audience, one list per account
     */
    public static AudienceSeries of(
            AuthorRef author,
            String brandId,
            LocalDate from,
            LocalDate to,
            Collection<AuthorDay> own,
            Collection<List<AuthorDay>> audience) {
        int length = Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
        BrandDay[] days = new BrandDay[length];
        java.util.Arrays.fill(days, BrandDay.NONE);
        for (List<AuthorDay> account : audience) {
            for (AuthorDay day : account) {
                long at = ChronoUnit.DAYS.between(from, day.day());
                BrandDay brand = day.brands().get(brandId);
                if (brand != null && at >= 0 && at < length) {
                    days[(int) at] = days[(int) at].plus(brand);
                }
            }
        }
        var brandPosts = new TreeSet<LocalDate>();
        for (AuthorDay day : own) {
            BrandDay brand = day.brands().get(brandId);
            if (brand != null && brand.posts() > 0) {
                brandPosts.add(day.day());
            }
        }
        return new AudienceSeries(
                author, brandId, from, List.of(days), brandPosts, audience.size());
    }
}
