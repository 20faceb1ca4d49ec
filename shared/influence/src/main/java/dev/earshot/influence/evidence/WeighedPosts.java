package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Robust;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An author's original posts with their half-life weights, and the sums that the rate needs.
 *
 * <p>A post's weight is times the share of its final response that it has had when its counts are
 * read. A post read right after publication has had none and is ignored. A post that spreads beyond
 * the author's own fifth best is reduced to that (winsorising, Tukey 1962), since one lucky post
 * says little about the next.
 */
public final class WeighedPosts {
    static final Comparator<AuthorRef> BY_PSEUDONYM = Comparator.comparing(AuthorRef::pseudonym);

    private final List<Weighed> posts;
    private final OptionalLong followers;
    private final int inWindow;

    private record Weighed(PostFacts post, double weight, double followers, double cut) {
        double responses() {
            Engagement e = post.engagement();
            return count(e.replies()) + count(e.quotes()) + count(e.reposts());
        }

        double likes() {
            return count(post.engagement().likes());
        }

        double views() {
            return count(post.engagement().views());
        }

        /** Reactions relative to the followers at the time, where these are known. */
        double rate() {
            return (responses() + likes()) / Math.max(1, followers);
        }

        Weighed whole() {
            return new Weighed(post, weight, followers, 1);
        }

        Weighed cutTo(double rate) {
            double own = rate();
            return own <= rate ? this : new Weighed(post, weight, followers, rate / own);
        }

        private static double count(OptionalLong count) {
            return count.orElse(0);
        }
    }

    private WeighedPosts(List<Weighed> posts, OptionalLong followers, int inWindow) {
        this.posts = posts;
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
        OptionalLong followers = lastFollowers(history);
        var posts = new ArrayList<Weighed>();
        for (PostFacts post : original) {
            double maturity = maturity(post);
            if (isMature(post)) {
                OptionalLong at = post.followers().isPresent() ? post.followers() : followers;
                posts.add(
                        new Weighed(
                                post,
                                maturity * halfLifeWeight(post.createdAt(), table, asOf),
                                at.orElse(0),
                                1));
            }
        }
        return new WeighedPosts(winsorised(posts), followers, original.size());
    }

    /** Whether a post's counts are known, and were read late enough to say anything. */
    static boolean isMature(PostFacts post) {
        return maturity(post) >= Constants.POST_MIN_MATURITY
                && post.engagement().tellsInteractions();
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
                        Comparator.comparingDouble(
                                        (Weighed post) -> -post.weight() * post.cut() * post.rate())
                                .thenComparing(post -> post.post().id().toString()))
                .map(Weighed::post)
                .limit(ScoreTable.EVIDENCE)
                .toList();
    }

    /**
     * Adds the sums.
     *
     * @param removed number of observed responses that stand for no further person; each is taken
     *     to have come with a like
     */
    void measures(Map<Measure, Double> into, double removed) {
        into.put(Measure.POSTS, (double) inWindow);
        followers.ifPresent(n -> into.put(Measure.FOLLOWERS, Math.log10(n + 1.0)));
        if (posts.isEmpty()) {
            return;
        }
        exposure(into);
        double likes = 0;
        double responses = 0;
        double wholeLikes = 0;
        double wholeResponses = 0;
        for (Weighed post : posts) {
            likes += post.weight() * post.cut() * post.likes();
            responses += post.weight() * post.cut() * post.responses();
            wholeLikes += post.likes();
            wholeResponses += post.responses();
        }
        boolean likesKnown =
                posts.stream().anyMatch(p -> p.post().engagement().likes().isPresent());
        boolean responsesKnown = posts.stream().anyMatch(p -> responseTold(p.post().engagement()));
        double keptResponses = kept(removed, wholeResponses);
        double keptLikes = kept(removed, wholeLikes);
        if (likesKnown) {
            into.put(Measure.LIKES, likes * keptLikes);
        }
        if (responsesKnown) {
            into.put(Measure.RESPONSES, responses * keptResponses);
            into.put(Measure.STATED_RESPONSES, responses);
        }
        if (likesKnown && responsesKnown) {
            into.put(Measure.LIKE_RATIO, Math.log((wholeLikes + 1) / (wholeResponses + 1)));
        }
        double views = posts.stream().mapToDouble(Weighed::views).sum();
        if (likesKnown && into.containsKey(Measure.VIEW_EXPOSURE)) {
            into.put(Measure.LIKES_PER_VIEW, Math.log((wholeLikes + 1) / (views + 1)));
        }
        if (posts.size() >= Constants.POST_POSTS_FOR_DISPERSION) {
            into.put(Measure.DISPERSION, dispersionOf(posts));
            if (likesKnown && responsesKnown) {
                unevenLikes(into);
            }
            new Halves().measures(into);
        }
    }

    /**
     * How unevenly likes come with responses, beyond chance: likes that are bought for some posts
     * come without them, while one that spreads gets both. With the variance of the estimate.
     */
    private void unevenLikes(Map<Measure, Double> into) {
        int n = posts.size();
        double[] logs = new double[n];
        double mean = 0;
        double chance = 0;
        for (int i = 0; i < n; i++) {
            double likes = posts.get(i).likes() + 1;
            double responses = posts.get(i).responses() + 1;
            logs[i] = Math.log(likes / responses);
            mean += logs[i] / n;
            chance += Constants.POST_CLUSTERING * (1 / likes + 1 / responses) / n;
        }
        double variance = 0;
        for (double log : logs) {
            variance += (log - mean) * (log - mean) / (n - 1);
        }
        into.put(Measure.UNEVEN_LIKES, Math.max(0, variance - chance));
        into.put(Measure.UNEVEN_VARIANCE, 2 * variance * variance / (n - 1));
    }

    private static double kept(double removed, double stated) {
        return 1 - Math.min(1, removed / Math.max(1, stated));
    }

    private static boolean responseTold(Engagement e) {
        return e.replies().isPresent() || e.reposts().isPresent() || e.quotes().isPresent();
    }

    private void exposure(Map<Measure, Double> into) {
        double weights = 0;
        double squares = 0;
        double followed = 0;
        double viewed = 0;
        int withViews = 0;
        for (Weighed post : posts) {
            weights += post.weight();
            squares += post.weight() * post.weight();
            followed += post.weight() * post.followers();
            viewed += post.weight() * post.views();
            withViews += post.views() > 0 ? 1 : 0;
        }
        into.put(Measure.WEIGHT, weights);
        into.put(Measure.EFFECTIVE_POSTS, weights * weights / squares);
        if (followed > 0) {
            into.put(Measure.FOLLOWER_EXPOSURE, followed);
        }
        if (2 * withViews >= posts.size()) {
            into.put(Measure.VIEW_EXPOSURE, viewed * posts.size() / withViews);
        }
    }

    /**
     * Squared coefficient of variation of the rates, minus what Poisson noise alone would give,
     * from the robust spread of their logarithms: it is that of the posts as they come, before any
     * is cut.
     */
    private static double dispersionOf(List<Weighed> posts) {
        double[] logs = new double[posts.size()];
        double poisson = 0;
        for (int i = 0; i < logs.length; i++) {
            double events = posts.get(i).likes() + posts.get(i).responses() + 1;
            logs[i] = Math.log(events / Math.max(1, posts.get(i).followers()));
            poisson += 1 / events / logs.length;
        }
        double sigma = Robust.sigma(logs, Robust.median(logs));
        return Math.clamp(
                Math.expm1(Math.max(0, sigma * sigma - poisson)), 0, Constants.POST_MAX_DISPERSION);
    }

    /** How response and followers moved from the early to the late posts. */
    private final class Halves {
        private final List<Weighed> old =
                posts.stream()
                        .sorted(
                                Comparator.comparing((Weighed p) -> p.post().createdAt())
                                        .thenComparing(p -> p.post().id().toString()))
                        .toList();

        void measures(Map<Measure, Double> into) {
            int half = old.size() / 2;
            Part early = Part.of(old.subList(0, half));
            Part late = Part.of(old.subList(old.size() - half, old.size()));
            into.put(Measure.DRIFT, late.logPerFollower() - early.logPerFollower());
            into.put(Measure.DRIFT_NOISE, late.noise() + early.noise());
            into.put(Measure.DRIFT_PARTS, 2.0 / half);
            int third = old.size() / Constants.POST_FEW_IN_PERIOD;
            if (!followers.isPresent() || third < 2) {
                return;
            }
            Part first = Part.of(old.subList(0, third));
            Part last = Part.of(old.subList(old.size() - third, old.size()));
            double growth = last.logFollowers() - first.logFollowers();
            into.put(Measure.GROWTH, growth);
            into.put(Measure.HOLLOW_GROWTH, growth - (last.logResponses() - first.logResponses()));
            into.put(Measure.HOLLOW_VARIANCE, last.variance() + first.variance());
        }
    }

    /** Some posts of a period. */
    private record Part(double events, double followers, int posts, double dispersion) {
        static Part of(List<Weighed> posts) {
            double events = 0;
            double followers = 0;
            // Each period is cut by itself, as if the other had not been seen.
            for (Weighed post : winsorised(posts.stream().map(Weighed::whole).toList())) {
                events += post.cut() * (post.likes() + post.responses());
                followers += Math.max(1, post.followers());
            }
            return new Part(
                    events,
                    followers,
                    posts.size(),
                    posts.size() < Constants.POST_FEW_IN_PERIOD ? 1 : dispersionOf(posts));
        }

        double logResponses() {
            return Math.log((events + 1) / posts);
        }

        double logFollowers() {
            return Math.log(followers / posts);
        }

        double logPerFollower() {
            return Math.log((events + 1) / followers);
        }

        /** Variance of the logarithm by Poisson's law. */
        double noise() {
            return 1 / (events + 1);
        }

        double variance() {
            return noise() + (dispersion + Constants.POST_LEAST_DISPERSION) / posts;
        }
    }
}
