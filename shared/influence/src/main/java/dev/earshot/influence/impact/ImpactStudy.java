package dev.earshot.influence.impact;

import java.util.List;

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
}
