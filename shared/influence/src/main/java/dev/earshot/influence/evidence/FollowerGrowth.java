package dev.earshot.influence.evidence;

import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Estimates unexplained gains of followers. Between two sightings an account may gain three times
 * what it usually gains in as many days, plus one follower for every two interactions with the
 * posts it published meanwhile, since a post that spreads brings followers. Gains beyond that, as a
 * share of the final number of followers, look bought: bought followers arrive in steps (Stringhini
 * et al. 2013, "Follow the green"; Cresci et al. 2015). Stateless.
 */
public final class FollowerGrowth {

    private FollowerGrowth() {}

    /**
     * The unexplained share, 0 to 1; empty if followers were seen on fewer than two days.
     *
     * @param latest the account's followers when last seen, at any time
     */
    static OptionalDouble unexplained(List<AuthorDay> days, OptionalLong latest) {
        var seen = new ArrayList<AuthorDay>();
        days.stream().filter(d -> d.followers().isPresent()).forEach(seen::add);
        if (!seen.isEmpty() && latest.isPresent() && !latest.equals(seen.getLast().followers())) {
            AuthorDay last = seen.getLast();
            seen.add(
                    new AuthorDay(
                            last.day().plusDays(Constants.GROWTH_UNTIL_LATEST_DAYS),
                            0,
                            0,
                            0,
                            0,
                            latest,
                            OptionalLong.empty(),
                            Map.of()));
        }
        if (seen.size() < 2) {
            return OptionalDouble.empty();
        }
        double usual = Math.max(0, usualGainADay(seen));
        double excess = 0;
        int next = 0;
        for (int i = 1; i < seen.size(); i++) {
            AuthorDay before = seen.get(i - 1);
            AuthorDay after = seen.get(i);
            double interactions = 0;
            while (next < days.size() && !days.get(next).day().isAfter(after.day())) {
                interactions += days.get(next++).interactions();
            }
            double gain = followers(after) - followers(before);
            double explained =
                    Constants.GROWTH_USUAL_MULTIPLE
                                    * usual
                                    * followers(before)
                                    * daysBetween(before, after)
                            + Constants.GROWTH_FOLLOWERS_PER_INTERACTION * interactions
                            + Constants.GROWTH_ROUNDING * followers(before)
                            + Constants.GROWTH_NOISE_FOLLOWERS;
            excess += Math.max(0, gain - explained);
        }
        double last = followers(seen.getLast());
        return OptionalDouble.of(Math.clamp(excess / Math.max(1, last), 0, 1));
    }

    private static double usualGainADay(List<AuthorDay> seen) {
        var gains = new ArrayList<Double>();
        for (int i = 1; i < seen.size(); i++) {
            AuthorDay before = seen.get(i - 1);
            AuthorDay after = seen.get(i);
            gains.add(
                    (followers(after) / Math.max(1, followers(before)) - 1)
                            / daysBetween(before, after));
        }
        return gains.size() < Constants.GROWTH_FEW_GAINS
                ? Constants.GROWTH_GAIN_A_DAY
                : Robust.median(gains.stream().mapToDouble(g -> g).toArray());
    }

    private static double followers(AuthorDay day) {
        return day.followers().orElse(0);
    }

    private static double daysBetween(AuthorDay before, AuthorDay after) {
        return ChronoUnit.DAYS.between(before.day(), after.day());
    }
}
