package dev.earshot.influence.evidence;

import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds followers that look bought in steps (Stringhini et al. 2013, "Follow the green"; Cresci et
 * al. 2015). Between two sightings an account may gain three times what it usually gains in as many
 * days, plus one follower for every two interactions with posts that could spread meanwhile. A gain
 * beyond that has two explanations: people came from elsewhere, who then respond too, or followers
 * were bought, who don't. The posts before and after decide between the two by their likelihoods;
 * where they are few or scattered they decide little, and the gain counts by its even odds.
 * Stateless.
 */
public final class FollowerGrowth {
    private static final Comparator<PostFacts> BY_AGE =
            Comparator.comparing(PostFacts::createdAt).thenComparing(post -> post.id().toString());

    /**
     * Gains that nothing explains.
     *
     * @param share of the followers, 0 to 1
     * @param probability that they were bought, 0 to 1
     */
    record Unexplained(double share, double probability) {}

    private final List<LocalDate> days = new ArrayList<>();
    private final List<Double> responses = new ArrayList<>();
    private final double variance;

    private FollowerGrowth(List<PostFacts> posts) {
        posts.stream()
                .sorted(BY_AGE)
                .filter(WeighedPosts::isMature)
                .forEach(
                        post -> {
                            days.add(LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC));
                            responses.add(Math.log1p((double) post.engagement().interactions()));
                        });
        variance = variance();
    }

    /** Of ln responses to one post, robust to posts that spread, mixed with what is typical. */
    private double variance() {
        double typical = Constants.GROWTH_RESPONSE_SPREAD * Constants.GROWTH_RESPONSE_SPREAD;
        if (responses.isEmpty()) {
            return typical;
        }
        double[] logs = responses.stream().mapToDouble(d -> d).toArray();
        double sigma = Robust.sigma(logs, Robust.median(logs));
        double n = logs.length;
        double few = Constants.GROWTH_RESPONSE_POSTS;
        return (n * sigma * sigma + few * typical) / (n + few);
    }

    /**
     * The gains that nothing explains; empty if followers were seen on fewer than two days.
     *
     * @param posts the author's original posts
     * @param latest the account's followers when last seen, at any time
     */
    static Optional<Unexplained> unexplained(
            List<AuthorDay> days, List<PostFacts> posts, OptionalLong latest) {
        List<AuthorDay> seen = sightings(days, latest);
        if (seen.size() < 2) {
            return Optional.empty();
        }
        var model = new FollowerGrowth(posts);
        double usual = Math.max(0, usualGainADay(seen));
        double unexplained = 0;
        double bought = 0;
        double carried = 0;
        int next = 0;
        for (int i = 1; i < seen.size(); i++) {
            AuthorDay before = seen.get(i - 1);
            AuthorDay after = seen.get(i);
            double interactions = carried;
            carried = 0;
            while (next < days.size() && !days.get(next).day().isAfter(after.day())) {
                carried = days.get(next++).interactions();
                interactions += carried;
            }
            double gain = followers(after) - followers(before);
            double expected =
                    Constants.GROWTH_USUAL_MULTIPLE
                                    * usual
                                    * followers(before)
                                    * daysBetween(before, after)
                            + Constants.GROWTH_ROUNDING * followers(before)
                            + Constants.GROWTH_NOISE_FOLLOWERS;
            double spread = Constants.GROWTH_FOLLOWERS_PER_INTERACTION * interactions;
            double excess = Math.max(0, gain - expected - spread);
            if (excess > 0) {
                unexplained += excess;
                bought += excess * model.probability(before, after);
            }
            // The last day's posts go on spreading: what they have not explained yet, they may.
            double left = Math.max(0, spread - Math.max(0, gain - expected));
            carried = Math.min(carried, left / Constants.GROWTH_FOLLOWERS_PER_INTERACTION);
        }
        double last = followers(seen.getLast());
        return Optional.of(
                new Unexplained(
                        Math.clamp(unexplained / Math.max(1, last), 0, 1),
                        unexplained > 0 ? bought / unexplained : odds(0)));
    }

    private static List<AuthorDay> sightings(List<AuthorDay> days, OptionalLong latest) {
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
        return seen;
    }

    /** That an unexplained gain was bought: the posts after it got no more response than before. */
    private double probability(AuthorDay before, AuthorDay after) {
        int end = 0;
        while (end < days.size() && !days.get(end).isAfter(before.day())) {
            end++;
        }
        int start = end;
        while (start < days.size() && days.get(start).isBefore(after.day())) {
            start++;
        }
        int most = Constants.GROWTH_POSTS_BESIDE;
        List<Double> earlier = responses.subList(Math.max(0, end - most), end);
        List<Double> later = responses.subList(start, Math.min(days.size(), start + most));
        if (earlier.isEmpty() || later.isEmpty()) {
            return odds(0);
        }
        double gained = Math.log((followers(after) + 1) / (followers(before) + 1));
        double more = mean(later) - mean(earlier);
        double noise = variance * (1.0 / earlier.size() + 1.0 / later.size());
        return odds(likelihood(gained, more, noise));
    }

    private static double odds(double evidence) {
        return 1 / (1 + Math.exp(-Constants.GROWTH_BOUGHT_ODDS - evidence));
    }

    /**
     * The log likelihood ratio of bought followers against people, for normal noise.
     *
     * @param gained ln of how often the followers multiplied
     * @param more ln of how often the responses to a post did
     * @param noise variance of that by chance
     */
    public static double likelihood(double gained, double more, double noise) {
        double most = Constants.GROWTH_MOST_EVIDENCE;
        return Math.clamp(gained * (gained / 2 - more) / noise, -most, most);
    }

    /** The mean without its extremes, since one post that spread says nothing of the others. */
    private static double mean(List<Double> logs) {
        double[] sorted = logs.stream().mapToDouble(d -> d).sorted().toArray();
        int cut = sorted.length / Constants.GROWTH_TRIMMED_POSTS;
        double sum = 0;
        for (int i = cut; i < sorted.length - cut; i++) {
            sum += sorted[i];
        }
        return sum / (sorted.length - 2 * cut);
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
