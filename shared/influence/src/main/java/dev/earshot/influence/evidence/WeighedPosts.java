package dev.earshot.influence.evidence;

import dev.earshot.core.post.Engagement;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An author's original posts with exposure and half-life weight, and the sums that the rate needs.
 *
 * <p>Exposure is the number of views if at least half of the posts state views, otherwise the
 * number of followers at the time, times the share of its final response that a post has had when
 * its counts are read. A post read right after publication has had none and is ignored. A viral
 * post is reduced to the author's second best, or to the top 10 % if there are many posts
 * (winsorising, Tukey 1962).
 */
public final class WeighedPosts {

    private final List<Weighed> posts;
    private final boolean byViews;
    private final OptionalLong followers;
    private final int inWindow;

    private record Weighed(
            PostFacts post, double weight, double exposure, double followers, double cut) {
        double cost() {
            Engagement e = post.engagement();
            return Constants.POST_REPLY_COST * count(e.replies())
                    + Constants.POST_REPLY_COST * count(e.quotes())
                    + Constants.POST_REPOST_COST * count(e.reposts());
        }

        double responses() {
            Engagement e = post.engagement();
            return count(e.replies()) + count(e.quotes()) + count(e.reposts());
        }

        double likes() {
            return count(post.engagement().likes());
        }

        double rate() {
            return (cost() + likes()) / exposure;
        }

        Weighed cutTo(double rate) {
            double own = rate();
            return own <= rate ? this : new Weighed(post, weight, exposure, followers, rate / own);
        }

        private static double count(OptionalLong count) {
            return count.orElse(0);
        }
    }

    private WeighedPosts(
            List<Weighed> posts, boolean byViews, OptionalLong followers, int inWindow) {
        this.posts = posts;
        this.byViews = byViews;
        this.followers = followers;
        this.inWindow = inWindow;
    }

    /** The posts that count: the newest ones within the window. */
    public static List<PostFacts> window(AuthorHistory history, ScoreTable table, Instant asOf) {
        Instant from = asOf.minus(table.windowDays(), ChronoUnit.DAYS);
        return history.posts().stream()
                .filter(post -> !post.createdAt().isBefore(from))
                .limit(table.maxPosts())
                .toList();
    }

    public static WeighedPosts of(AuthorHistory history, ScoreTable table, Instant asOf) {
        List<PostFacts> original =
                window(history, table, asOf).stream()
                        .filter(post -> post.kind() == PostFacts.Kind.ORIGINAL)
                        .toList();
        long viewed = original.stream().filter(p -> p.engagement().views().orElse(0) > 0).count();
        boolean byViews = viewed > 0 && 2 * viewed >= original.size();
        OptionalLong followers = lastFollowers(history);
        var posts = new ArrayList<Weighed>();
        for (PostFacts post : original) {
            double weight = halfLifeWeight(post.createdAt(), table, asOf);
            OptionalLong at = post.followers().isPresent() ? post.followers() : followers;
            double views = post.engagement().views().orElse(0);
            double maturity = maturity(post);
            double exposure = byViews ? views : (at.orElse(-1) + 1) * maturity;
            if (exposure > 0 && (byViews || maturity >= Constants.POST_MIN_MATURITY)) {
                posts.add(new Weighed(post, weight, exposure, at.orElse(0), 1));
            }
        }
        return new WeighedPosts(winsorised(posts), byViews, followers, original.size());
    }

    private static OptionalLong lastFollowers(AuthorHistory history) {
        if (history.account().followers().isPresent()) {
            return history.account().followers();
        }
        return history.posts().stream()
                .map(PostFacts::followers)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /**
     * The weight: 1 for a new post, one half after a half-life; a post from the future counts as
     * new.
     */
    public static double halfLifeWeight(Instant createdAt, ScoreTable table, Instant asOf) {
        double age = Math.max(0, Duration.between(createdAt, asOf).toSeconds());
        return Math.pow(2, -age / table.halfLife().toSeconds());
    }

    private static double maturity(PostFacts post) {
        double age = Math.max(0, Duration.between(post.createdAt(), post.observedAt()).toSeconds());
        return 1 - Math.pow(2, -age / Constants.POST_RESPONSE_HALF_LIFE.toSeconds());
    }

    private static List<Weighed> winsorised(List<Weighed> posts) {
        int n = posts.size();
        if (n < Constants.POST_POSTS_FOR_WINSOR) {
            return posts;
        }
        double[] rates = posts.stream().mapToDouble(Weighed::rate).sorted().toArray();
        int at = Math.min(n - 2, (int) Math.ceil(Constants.POST_WINSOR_SHARE * n) - 1);
        return posts.stream().map(post -> post.cutTo(rates[at])).toList();
    }

    /** The posts with the highest rates, for evidence. */
    public List<PostFacts> best() {
        return posts.stream()
                .sorted(
                        (a, b) -> {
                            int byWorth =
                                    Double.compare(
                                            b.weight() * b.cut() * b.rate(),
                                            a.weight() * a.cut() * a.rate());
                            return byWorth != 0
                                    ? byWorth
                                    : a.post().id().toString().compareTo(b.post().id().toString());
                        })
                .map(Weighed::post)
                .limit(ScoreTable.EVIDENCE)
                .toList();
    }

    /** Number of replies, reposts and quotes that the posts state. */
    double counted() {
        return posts.stream().mapToDouble(Weighed::responses).sum();
    }

    void measures(Map<Measure, Double> into, double removedShare) {
        into.put(Measure.POSTS, (double) inWindow);
        followers.ifPresent(n -> into.put(Measure.FOLLOWERS, Math.log10(n + 1.0)));
        if (posts.isEmpty()) {
            return;
        }
        into.put(Measure.BY_VIEWS, byViews ? 1.0 : 0.0);
        double weights = 0;
        double exposure = 0;
        double exposureSquaredWeight = 0;
        double exposureSquared = 0;
        double likes = 0;
        double responses = 0;
        double cost = 0;
        double wholeLikes = 0;
        double wholeResponses = 0;
        double followerSum = 0;
        boolean likesKnown = false;
        boolean responsesKnown = false;
        for (Weighed post : posts) {
            double weight = post.weight();
            Engagement e = post.post().engagement();
            likesKnown |= e.likes().isPresent();
            responsesKnown |=
                    e.replies().isPresent() || e.reposts().isPresent() || e.quotes().isPresent();
            weights += weight;
            exposure += weight * post.exposure();
            exposureSquaredWeight += weight * weight * post.exposure();
            exposureSquared += weight * weight * post.exposure() * post.exposure();
            likes += weight * post.cut() * post.likes();
            responses += weight * post.cut() * post.responses();
            cost += weight * post.cut() * post.cost();
            wholeLikes += weight * post.likes();
            wholeResponses += weight * post.responses();
            followerSum += weight * (post.followers() + 1);
        }
        into.put(Measure.SIZE, Math.log10(1 + exposure / weights));
        into.put(Measure.EXPOSURE, exposure);
        into.put(Measure.EXPOSURE_SQUARED_WEIGHT, exposureSquaredWeight);
        into.put(Measure.EXPOSURE_SQUARED, exposureSquared);
        double kept = wholeResponses * (1 - removedShare);
        if (likesKnown) {
            into.put(Measure.LIKES, likes);
        }
        if (responsesKnown) {
            into.put(Measure.RESPONSES, responses);
            into.put(Measure.COSTLY, cost);
        }
        if (likesKnown && responsesKnown) {
            into.put(Measure.LIKE_RATIO, Math.log((wholeLikes + 1) / (kept + 1)));
        }
        if (followers.isPresent()) {
            into.put(Measure.PER_FOLLOWER, Math.log((wholeLikes + kept + 1) / followerSum));
        }
        if (posts.size() >= Constants.POST_POSTS_FOR_DISPERSION) {
            into.put(Measure.DISPERSION, dispersion());
        }
    }

    /** Squared coefficient of variation of the rates, minus what Poisson noise alone would give. */
    private double dispersion() {
        double[] rates = posts.stream().mapToDouble(Weighed::rate).toArray();
        double mean = Arrays.stream(rates).average().orElse(0);
        if (!(mean > 0)) {
            return 0;
        }
        double variance = 0;
        double poisson = 0;
        for (int i = 0; i < rates.length; i++) {
            variance += (rates[i] - mean) * (rates[i] - mean) / (rates.length - 1);
            poisson += Constants.RATE_MEAN_COST * mean / posts.get(i).exposure() / rates.length;
        }
        return Math.clamp((variance - poisson) / (mean * mean), 0, Constants.POST_MAX_DISPERSION);
    }
}
