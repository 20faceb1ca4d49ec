package dev.earshot.evaluation.bias;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.evaluation.bias.Attribute.Scene;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Swaps whom posts are about, or how they are spelled, and follows that into the numbers that the
 * models' readings lead to: the priority of a case, and an author's score. The sentences are those
 * of {@link BiasGate}; accounts, times and responses are the same for every group. Names, pictures
 * and biographies of accounts are no input of either number, so there is nothing to swap in them.
 */
public final class Consequences {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("bias");
    private static final Instant BEGIN = Instant.parse("2026-01-05T12:00:00Z");
    private static final Brand BRAND = Brand.named("acme", "Acme");
    private static final BrandCatalogue BRANDS = new BrandCatalogue(1, List.of(BRAND));
    private static final int BYSTANDERS = 24;
    private static final long FOLLOWERS = 5_000;

    private final PostReadings readings;
    private final long seed;
    private final BrandMatcher matcher = BrandMatcher.of(BRANDS);

    /**
     * @param readings as the intake reads posts
     */
    public Consequences(PostReadings readings, long seed) {
        this.readings = readings;
        this.seed = seed;
    }

    /**
     * Compares a number of single posts, such as the points of the case that each makes.
     *
     * @param membersEach how many members of a group are put into each sentence
     * @param number 0 where a post has none
     */
    public List<Swap> ofPosts(
            String language, int membersEach, String name, ToDoubleFunction<PostAnalysis> number) {
        List<Swap> swaps = new ArrayList<>();
        for (Attribute attribute : BiasTemplates.read(language, membersEach, seed)) {
            Map<String, double[]> values = new LinkedHashMap<>();
            List<Scene> scenes = attribute.scenes();
            for (String group : groups(attribute)) {
                double[] means = new double[scenes.size()];
                for (int s = 0; s < means.length; s++) {
                    List<Post> posts = new ArrayList<>();
                    for (String text : sentences(scenes.get(s), group)) {
                        posts.add(post(posts.size(), text, language, ref(0), s, 20));
                    }
                    means[s] =
                            readings.read(WORKSPACE, posts, matcher).stream()
                                    .mapToDouble(number)
                                    .average()
                                    .orElse(0);
                }
                values.put(group, means);
            }
            swaps.add(swap(name, attribute, values));
        }
        return swaps;
    }

    /** Compares the scores of accounts that post the same sentences about different groups. */
    public List<Swap> ofScores(String language) {
        List<Swap> swaps = new ArrayList<>();
        for (Attribute attribute : BiasTemplates.read(language, 1, seed)) {
            List<String> groups = groups(attribute);
            List<Post> posts = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                int group = g;
                account(posts, attribute, ref(g), day -> groups.get(group), day -> 20);
            }
            var dice = new Random(seed);
            for (int b = 0; b < BYSTANDERS; b++) {
                int likes = 2 + dice.nextInt(60);
                int first = b;
                account(
                        posts,
                        attribute,
                        ref(1_000 + b),
                        day -> groups.get((first + day) % groups.size()),
                        day -> likes);
            }
            List<AuthorPost> read =
                    readings.read(WORKSPACE, posts, matcher).stream()
                            .flatMap(post -> AuthorPost.of(post).stream())
                            .toList();
            Instant end = BEGIN.plus(Duration.ofDays(attribute.scenes().size() + 1L));
            var workspace = OfflineWorkspace.of(read, BRANDS, end);
            Map<String, double[]> values = new LinkedHashMap<>();
            for (int g = 0; g < groups.size(); g++) {
                double score =
                        workspace.scores(ref(g)).stream()
                                .map(ScoredAuthor::score)
                                .filter(each -> each.brandId().equals(BRAND.id()))
                                .mapToDouble(each -> each.score())
                                .findFirst()
                                .orElse(0);
                values.put(groups.get(g), new double[] {score});
            }
            swaps.add(swap("influencer score", attribute, values));
        }
        return swaps;
    }

    /** What stands for a day's group, or its likes. */
    private interface ByDay<T> {
        T of(int day);
    }

    private static void account(
            List<Post> posts,
            Attribute attribute,
            AuthorRef author,
            ByDay<String> group,
            ByDay<Integer> likes) {
        List<Scene> scenes = attribute.scenes();
        for (int day = 0; day < scenes.size(); day++) {
            String text = sentences(scenes.get(day), group.of(day)).getFirst();
            posts.add(post(posts.size(), text, attribute.language(), author, day, likes.of(day)));
        }
    }

    private static List<String> sentences(Scene scene, String group) {
        return scene.sentences().getOrDefault(group, List.of());
    }

    private static List<String> groups(Attribute attribute) {
        return attribute.scenes().getFirst().sentences().keySet().stream().sorted().toList();
    }

    private static Swap swap(String name, Attribute attribute, Map<String, double[]> values) {
        Map<String, Double> means = new LinkedHashMap<>();
        values.forEach((group, each) -> means.put(group, Arrays.stream(each).average().orElse(0)));
        int scenes = values.values().iterator().next().length;
        int moved = 0;
        for (int s = 0; s < scenes; s++) {
            int scene = s;
            moved +=
                    values.values().stream().mapToDouble(v -> v[scene]).distinct().count() > 1
                            ? 1
                            : 0;
        }
        return new Swap(
                name, attribute.language(), attribute.name(), means, (double) moved / scenes);
    }

    private static Post post(
            int number, String text, String language, AuthorRef author, int day, int likes) {
        Instant at = BEGIN.plus(Duration.ofDays(day));
        return new Post(
                new PostId(Platform.MASTODON, author.pseudonym().substring(24) + "-" + number),
                List.of(),
                new Revision(0, at, ""),
                at,
                text + " (" + BRAND.name() + ")",
                Optional.of(language),
                Optional.of(
                        new Author(
                                author,
                                OptionalLong.of(FOLLOWERS),
                                OptionalLong.of(300),
                                OptionalLong.of(900))),
                new Engagement(
                        OptionalLong.of(likes),
                        OptionalLong.of(likes / 5),
                        OptionalLong.of(likes / 4),
                        OptionalLong.of(0),
                        OptionalLong.of(40L * likes)),
                List.of(),
                List.of(),
                List.of());
    }

    private static AuthorRef ref(int number) {
        return new AuthorRef(String.format(Locale.ROOT, "%032x", number + 1));
    }
}
