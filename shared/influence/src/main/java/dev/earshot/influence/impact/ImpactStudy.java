package dev.earshot.influence.impact;

import dev.earshot.influence.history.AuthorDay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One author's audience, and other audiences to compare it with.
 *
 * @param treated the author's audience
 * @param others audiences of other authors over the same days. The estimator drops those whose
 *     author mentioned the brand at about the same time; 20 to 60 that resembled the treated one
 *     beforehand are plenty. An account may be in several
 */
public record ImpactStudy(AudienceSeries treated, List<AudienceSeries> others) {
    public ImpactStudy {
        others =
                others.stream()
                        .filter(o -> !o.author().equals(treated.author()))
                        .sorted(java.util.Comparator.comparing(o -> o.author().pseudonym()))
                        .toList();
        for (AudienceSeries other : others) {
            if (!other.firstDay().equals(treated.firstDay())
                    || other.days().size() != treated.days().size()) {
                throw new IllegalArgumentException(
                        "all series must cover the same days, but "
                                + other.author().pseudonym()
                                + " begins on "
                                + other.firstDay()
                                + " with "
                                + other.days().size()
                                + " days");
            }
        }
    }

    /** The same study with the author's brand posts on other days; empty if there are none left. */
    public Optional<ImpactStudy> withPostsOf(List<AuthorDay> own) {
        var brandPosts = new TreeSet<LocalDate>();
        for (AuthorDay day : own) {
            if (day.brands().containsKey(treated.brandId())) {
                brandPosts.add(day.day());
            }
        }
        return brandPosts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ImpactStudy(
                                new AudienceSeries(
                                        treated.author(),
                                        treated.brandId(),
                                        treated.firstDay(),
                                        treated.days(),
                                        brandPosts,
                                        treated.audience()),
                                others));
    }
}
