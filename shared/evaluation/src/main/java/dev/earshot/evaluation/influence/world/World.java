package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.SentimentLabel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A synthetic platform with creators, their followers and all their posts, generated from known
 * causes. Its laws are not the scorer's: responses are lognormal over creators and over posts, with
 * viral posts (Pareto), a weekly cycle, sizes over four decades, views that reach only some of the
 * followers, and a like-to-reply ratio of its own per creator. A world is a pure function of its
 * seed; with and without attacks, the same seed differs only in the attacks.
 */
public final class World {
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Length of a world in days. */
    public static final int DAYS = 180;

    private static final int TOPICS = 10;
    private static final List<SentimentLabel> MOODS =
            List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);
    private static final double DAILY_GROWTH = .0008;
    private static final int BRAND_POSTS_FROM_DAY = 90;
    private static final int MAX_STORED_RESPONSES = 240;

    private final long seed;
    private final Setup setup;
    private final Platform platform;
    private final Vocabulary vocabulary;
    private final List<Creator> creators = new ArrayList<>();
    private final List<RawAccount> people = new ArrayList<>();
    private final Map<AuthorRef, RawAccount> accounts = new HashMap<>();
    private final List<RawPost> posts = new ArrayList<>();
    private final Map<AuthorRef, List<Integer>> ownPosts = new HashMap<>();
    private final List<List<Integer>> audiences = new ArrayList<>();
    private final Map<AuthorRef, Attack> attacked = new HashMap<>();
    private long nextId = 1_000_000;

    /**
     * Parameters of a world.
     *
     * @param creators number of creators
     * @param people number of people who may respond
     * @param viewsKnown share of creators whose posts report views
     * @param fakes share of creators that buy something
     * @param talk whether people also post about brands on their own
     */
    public record Setup(int creators, int people, double viewsKnown, double fakes, boolean talk) {}

    private World(long seed, Setup setup, Platform platform) {
        this.seed = seed;
        this.setup = setup;
        this.platform = platform;
        vocabulary = new Vocabulary(TOPICS, random("words", 0));
    }

    /** The world of a seed; its fakes attack unless {@code honest}. */
    public static World of(long seed, Setup setup, Platform platform, boolean honest) {
        World world = new World(seed, setup, platform);
        world.populate();
        for (int i = 0; i < setup.creators(); i++) {
            world.write(i);
        }
        if (setup.talk()) {
            world.talk();
        }
        if (!honest) {
            new Attacks(world).run();
        }
        return world;
    }

    SplittableRandom random(String stream, long index) {
        return new SplittableRandom(
                (seed * 0x9e3779b97f4a7c15L)
                        ^ (stream.hashCode() * 0xbf58476d1ce4e5b9L)
                        ^ (index * 0x94d049bb133111ebL));
    }

    static AuthorRef ref(SplittableRandom random) {
        return new AuthorRef(String.format("%016x%016x", random.nextLong(), random.nextLong()));
    }

    private void populate() {
        SplittableRandom random = random("people", 0);
        String[] languages = {"en", "en", "en", "es", "pt", "hi"};
        for (int i = 0; i < setup.people(); i++) {
            people.add(
                    account(
                            random,
                            140 * Draws.lognormal(1.2, random),
                            220 * Draws.lognormal(.9, random),
                            900 * Draws.lognormal(1.3, random),
                            200 + 3000 * random.nextDouble(),
                            languages[random.nextInt(languages.length)]));
        }
        for (int i = 0; i < setup.creators(); i++) {
            SplittableRandom own = random("creator", i);
            double followers = Math.pow(10, 2.2 + 3.8 * own.nextDouble());
            RawAccount account =
                    account(
                            own,
                            followers,
                            300 * Draws.lognormal(1, own),
                            3000 * Draws.lognormal(1, own),
                            300 + 3500 * own.nextDouble(),
                            languages[own.nextInt(languages.length)]);
            double quality = .55 * Draws.normal(own);
            int reach =
                    (int)
                            Math.clamp(
                                    6
                                            * Math.pow(followers, .33)
                                            * Math.exp(quality)
                                            * Draws.lognormal(.3, own),
                                    3,
                                    setup.people() / 3.0);
            creators.add(
                    new Creator(
                            account,
                            quality,
                            i % TOPICS,
                            .02 + .5 * own.nextDouble() * own.nextDouble(),
                            reach,
                            Math.max(0, .15 + .35 * Draws.normal(own))));
            audiences.add(audience(own, reach));
        }
    }

    private RawAccount account(
            SplittableRandom random,
            double followers,
            double following,
            double posts,
            double ageDays,
            String language) {
        var account =
                new RawAccount(
                        ref(random),
                        Math.round(followers),
                        Math.round(following),
                        Math.round(posts),
                        START.minus(Duration.ofHours((long) (24 * ageDays))),
                        language);
        accounts.put(account.ref(), account);
        return account;
    }

    private List<Integer> audience(SplittableRandom random, int size) {
        var audience = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            audience.add(random.nextInt(setup.people()));
        }
        return audience;
    }

    private void write(int i) {
        Creator creator = creators.get(i);
        SplittableRandom random = random("posts", i);
        double likesHabit = Draws.lognormal(.35, random);
        boolean viewsTold = random.nextDouble() < setup.viewsKnown();
        boolean ambassador = random.nextDouble() < .4;
        int count = 2 + (int) (70 * random.nextDouble() * Math.sqrt(random.nextDouble()));
        var own = new ArrayList<Integer>();
        for (int p = 0; p < count; p++) {
            int day = random.nextInt(DAYS);
            boolean aboutBrand =
                    ambassador
                            && day >= BRAND_POSTS_FROM_DAY
                            && day < DAYS - 7
                            && random.nextDouble() < .15;
            double followers = creator.account().followers() * (1 + DAILY_GROWTH * day);
            double burst = Draws.lognormal(.5, random);
            if (random.nextDouble() < .02) {
                burst *= Math.min(30, Math.pow(random.nextDouble(), -1 / 1.3));
            }
            double views = followers * .3 * Draws.lognormal(.5, random) * burst + 5;
            double response = .004 * Math.pow(followers / 1e4, -.15) * Math.exp(creator.quality());
            double weekly = day % 7 >= 5 ? .8 : 1.08;
            double expected = views * response * weekly * Draws.lognormal(.4, random);
            own.add(posts.size());
            posts.add(
                    new RawPost(
                            id(),
                            creator.account().ref(),
                            at(day, random),
                            vocabulary.text(
                                    creator.topic(),
                                    creator.focus(),
                                    8 + random.nextInt(20),
                                    random),
                            Optional.empty(),
                            Draws.poisson(8 * likesHabit * expected, random),
                            Draws.poisson(expected, random),
                            Draws.poisson(1.5 * expected * Draws.lognormal(.2, random), random),
                            Draws.poisson(.2 * expected, random),
                            viewsTold ? Math.round(views) : -1,
                            Math.round(followers),
                            creator.account().following(),
                            creator.account().language(),
                            MOODS.get(random.nextInt(MOODS.size())),
                            aboutBrand ? List.of(brandId(creator.topic())) : List.of()));
        }
        ownPosts.put(creator.account().ref(), own);
        respond(i, own, random("responses", i));
    }

    /** Stores some of the responses as posts of their own. */
    private void respond(int i, List<Integer> own, SplittableRandom random) {
        Creator creator = creators.get(i);
        List<Integer> audience = audiences.get(i);
        int wanted = (int) Math.min(MAX_STORED_RESPONSES, creator.people() * 2.0);
        long[][] left = new long[own.size()][];
        for (int p = 0; p < left.length; p++) {
            RawPost post = posts.get(own.get(p));
            left[p] = new long[] {post.replies(), post.reposts()};
        }
        for (int r = 0; r < wanted; r++) {
            int p = random.nextInt(own.size());
            RawPost target = posts.get(own.get(p));
            // Loyal people respond more often than the rest.
            double rank = random.nextDouble() * random.nextDouble();
            RawAccount person = people.get(audience.get((int) (rank * audience.size())));
            boolean repost = random.nextDouble() < .4;
            int words = random.nextDouble() < .2 ? 1 + random.nextInt(2) : 3 + random.nextInt(15);
            if (left[p][repost ? 1 : 0]-- <= 0) {
                continue;
            }
            long delay = (long) (7200 * Draws.lognormal(1.2, random));
            reply(
                    person.ref(),
                    target,
                    repost ? Reference.Kind.REPOST : Reference.Kind.REPLY,
                    delay,
                    repost
                            ? ""
                            : vocabulary.text(creator.topic(), creator.focus() / 2, words, random),
                    person);
        }
    }

    void reply(
            AuthorRef from,
            RawPost target,
            Reference.Kind kind,
            long delaySeconds,
            String text,
            RawAccount account) {
        posts.add(
                new RawPost(
                        id(),
                        from,
                        target.createdAt().plusSeconds(delaySeconds),
                        text,
                        Optional.of(new Reference(kind, target.id())),
                        0,
                        0,
                        0,
                        0,
                        -1,
                        followersAt(account, target.createdAt()),
                        account.following(),
                        account.language(),
                        SentimentLabel.NEUTRAL,
                        List.of()));
    }

    private static long followersAt(RawAccount account, Instant at) {
        return Math.round(
                account.followers() * (1 + DAILY_GROWTH * Duration.between(START, at).toDays()));
    }

    /** People's posts about brands: on their own, and because a creator mentioned one. */
    private void talk() {
        double[][] mood = new double[TOPICS][DAYS];
        for (int t = 0; t < TOPICS; t++) {
            SplittableRandom random = random("mood", t);
            double level = 0;
            for (int d = 0; d < DAYS; d++) {
                level = .9 * level + .12 * Draws.normal(random);
                mood[t][d] = Math.exp(level) * (d % 7 >= 5 ? 1.3 : .9);
            }
        }
        double[][] urge = new double[setup.people()][];
        for (int i = 0; i < creators.size(); i++) {
            for (int p : ownPosts.getOrDefault(creators.get(i).account().ref(), List.of())) {
                RawPost post = posts.get(p);
                if (!post.brands().isEmpty()) {
                    int day = (int) Duration.between(START, post.createdAt()).toDays();
                    for (int person : audiences.get(i)) {
                        urge[person] = urge[person] == null ? new double[DAYS] : urge[person];
                        for (int d = day; d < Math.min(DAYS, day + 7); d++) {
                            urge[person][d] = Math.max(urge[person][d], creators.get(i).lift());
                        }
                    }
                }
            }
        }
        for (int i = 0; i < people.size(); i++) {
            SplittableRandom random = random("talk", i);
            int topic = random.nextInt(TOPICS);
            double habit = .03 * Draws.lognormal(.8, random);
            for (int d = 0; d < DAYS; d++) {
                double rise = urge[i] == null ? 1 : Math.exp(urge[i][d]);
                if (Draws.poisson(habit * mood[topic][d] * rise, random) > 0) {
                    mention(people.get(i), topic, d, random);
                }
            }
        }
    }

    private void mention(RawAccount person, int topic, int day, SplittableRandom random) {
        posts.add(
                new RawPost(
                        id(),
                        person.ref(),
                        at(day, random),
                        vocabulary.text(topic, .2, 10, random),
                        Optional.empty(),
                        Draws.poisson(2, random),
                        0,
                        0,
                        0,
                        -1,
                        followersAt(person, START.plus(Duration.ofDays(day))),
                        person.following(),
                        person.language(),
                        MOODS.get(random.nextInt(MOODS.size())),
                        List.of(brandId(topic))));
    }

    private PostId id() {
        return new PostId(platform, Long.toString(nextId++));
    }

    private static Instant at(int day, SplittableRandom random) {
        return START.plus(Duration.ofSeconds(86_400L * day + random.nextInt(86_400)));
    }

    /** Id of a topic's brand. */
    public static String brandId(int topic) {
        return "brand-" + topic;
    }

    /** The values of a topic's brand. */
    public List<String> values(int topic) {
        return vocabulary.values(topic, 6, random("values", topic));
    }

    /** Two captions in the style of a topic's brand. */
    public List<String> exemplars(int topic) {
        SplittableRandom random = random("exemplars", topic);
        return List.of(
                vocabulary.text(topic, .5, 20, random), vocabulary.text(topic, .5, 20, random));
    }

    /** The time at which everything is collected. */
    public static Instant end() {
        return START.plus(Duration.ofDays(DAYS + 3L));
    }

    public Setup setup() {
        return setup;
    }

    public Platform platform() {
        return platform;
    }

    public List<Creator> creators() {
        return creators;
    }

    public Map<AuthorRef, RawAccount> accounts() {
        return accounts;
    }

    /** All posts, in no particular order. */
    public List<RawPost> posts() {
        return posts;
    }

    /** The attack of each attacking author. */
    public Map<AuthorRef, Attack> attacked() {
        return attacked;
    }

    String podComment(int topic, int length, SplittableRandom random) {
        return vocabulary.text(topic, .1, length, random);
    }

    List<Integer> postsOf(AuthorRef author) {
        return ownPosts.getOrDefault(author, List.of());
    }

    void replace(int index, RawPost post) {
        posts.set(index, post);
    }
}
