package dev.earshot.evaluation.influence.world;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A planted world: creators with known causes, the people who respond to them, and everybody's
 * posts, drawn from a {@link Law}. Equal seeds give equal worlds; attacks change nothing but what
 * the attackers do.
 */
public final class World {
    /** First day. */
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** Length in days. */
    public static final int DAYS = 180;

    /** Topics, each with a brand and the brand's rival. */
    public static final int TOPICS = 6;

    private static final List<String> NAMES =
            List.of("Fendaro", "Quillix", "Brostova", "Jandeka", "Wyvorn", "Cephiro");
    private static final List<String> RIVALS =
            List.of("Xanthelo", "Yoberic", "Pluvimax", "Gromwell", "Ixtapa", "Dynarro");

    private final long seed;
    private final Law law;
    private final Size size;
    private final Map<String, Vocabulary> vocabularies = new HashMap<>();
    private final List<Creator> creators = new ArrayList<>();
    private final List<RawAccount> people = new ArrayList<>();
    private final List<List<RawAccount>> audiences = new ArrayList<>();
    private final List<RawPost> posts = new ArrayList<>();
    private final Map<AuthorRef, List<Integer>> ownPosts = new HashMap<>();
    private final Map<AuthorRef, Plot> plots = new HashMap<>();
    private long nextId = 1_000_000;

    /** Numbers of accounts. */
    public record Size(int creators, int people) {}

    /** What an attacker does, and for which topic's brand. */
    public record Plot(Attack attack, int topic) {}

    private World(long seed, Law law, Size size) {
        this.seed = seed;
        this.law = law;
        this.size = size;
        for (String language : law.languages()) {
            vocabularies.put(language, new Vocabulary(TOPICS, random("words " + language, 0)));
        }
    }

    /**
     * The world of a seed.
     *
     * @param attackers share of the creators that attack, each kind in turn; 0 for an honest world
     */
    public static World of(long seed, Law law, Size size, double attackers) {
        var world = new World(seed, law, size);
        world.populate();
        var writing = new Writing(world);
        for (int i = 0; i < size.creators(); i++) {
            writing.write(i);
        }
        writing.talk();
        new Attacks(world).run(attackers);
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
        Map<Platform, List<RawAccount>> byPlatform = new HashMap<>();
        for (int i = 0; i < size.people(); i++) {
            SplittableRandom random = random("person", i);
            RawAccount person =
                    account(
                            random,
                            law.platforms().get(i % law.platforms().size()),
                            language(random),
                            140 * Draws.lognormal(1.2, random));
            people.add(person);
            byPlatform.computeIfAbsent(person.platform(), p -> new ArrayList<>()).add(person);
        }
        for (int i = 0; i < size.creators(); i++) {
            SplittableRandom own = random("creator", i);
            double followers =
                    switch (law.sizes()) {
                        case LOG_NORMAL -> Math.pow(10, 3.9 + .8 * Draws.normal(own));
                        case POWER -> Math.min(5e6, 600 * Math.pow(own.nextDouble(), -1 / 1.1));
                    };
            RawAccount account =
                    account(
                            own,
                            law.platforms().get(i % law.platforms().size()),
                            language(own),
                            Math.max(150, followers));
            double quality = .55 * Draws.normal(own);
            List<RawAccount> around = byPlatform.getOrDefault(account.platform(), List.of());
            int reach =
                    (int)
                            Math.clamp(
                                    5
                                            * Math.pow((double) account.followers(), .33)
                                            * Math.exp(quality)
                                            * Draws.lognormal(.3, own),
                                    3,
                                    around.size() / 2.0);
            creators.add(
                    new Creator(
                            account,
                            quality,
                            interests(own),
                            reach,
                            .0008 * Draws.lognormal(.7, own),
                            stance(own.nextDouble()),
                            Math.max(0, .15 + .35 * Draws.normal(own))));
            audiences.add(audience(own, reach, account.language(), around));
        }
    }

    /** Between a twentieth and a half of the words, over a few topics. */
    private static List<Double> interests(SplittableRandom random) {
        double share = .05 + .45 * random.nextDouble();
        double[] draws = new double[TOPICS];
        double sum = 0;
        for (int t = 0; t < TOPICS; t++) {
            draws[t] = Math.pow(-Math.log(1 - random.nextDouble()), 2.5);
            sum += draws[t];
        }
        var interests = new ArrayList<Double>();
        for (double draw : draws) {
            interests.add(share * draw / sum);
        }
        return interests;
    }

    private static Creator.Stance stance(double draw) {
        return draw < .45
                ? Creator.Stance.SILENT
                : draw < .8
                        ? Creator.Stance.PRAISES
                        : draw < .92 ? Creator.Stance.CRITICISES : Creator.Stance.RIVAL;
    }

    private String language(SplittableRandom random) {
        List<String> languages = law.languages();
        return random.nextDouble() < .4
                ? languages.getFirst()
                : languages.get(random.nextInt(languages.size()));
    }

    private static RawAccount account(
            SplittableRandom random, Platform platform, String language, double followers) {
        return new RawAccount(
                ref(random),
                platform,
                language,
                Math.round(followers),
                Math.round(250 * Draws.lognormal(1, random)),
                Math.round(1_200 * Draws.lognormal(1.2, random)),
                START.minus(Duration.ofHours((long) (24 * (200 + 3_000 * random.nextDouble())))));
    }

    /** People of the same platform, most of them of the same language. */
    private static List<RawAccount> audience(
            SplittableRandom random, int size, String language, List<RawAccount> around) {
        var audience = new ArrayList<RawAccount>();
        while (audience.size() < size) {
            RawAccount person = around.get(random.nextInt(around.size()));
            if (person.language().equals(language) || random.nextDouble() < .15) {
                audience.add(person);
            }
        }
        return audience;
    }

    /**
     * A text with about these shares of its words from the topics, some of them borrowed.
     *
     * @param part of the shares
     */
    String text(
            String language,
            List<Double> interests,
            double part,
            int length,
            SplittableRandom random) {
        Vocabulary own = vocabulary(language);
        Vocabulary first = vocabulary(law.languages().getFirst());
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int topic = topic(interests, random.nextDouble() / part);
            boolean borrowed = random.nextDouble() < .06;
            text.append(
                            topic >= 0
                                    ? (borrowed ? first : own).topical(topic, random)
                                    : own.common(random))
                    .append(' ');
        }
        return text.toString();
    }

    private static int topic(List<Double> interests, double draw) {
        double sum = 0;
        for (int t = 0; t < TOPICS; t++) {
            sum += interests.get(t);
            if (draw < sum) {
                return t;
            }
        }
        return -1;
    }

    private Vocabulary vocabulary(String language) {
        Vocabulary vocabulary = vocabularies.get(language);
        if (vocabulary == null) {
            throw new IllegalArgumentException("no vocabulary of " + language);
        }
        return vocabulary;
    }

    /** The values of a topic's brand, in the first language. */
    public List<String> values(int topic) {
        return vocabulary(law.languages().getFirst()).values(topic, 6, random("values", topic));
    }

    /** The brands of all topics, each with its rival as competitor. */
    public BrandCatalogue brands() {
        return new BrandCatalogue(
                1,
                IntStream.range(0, TOPICS)
                        .mapToObj(
                                topic ->
                                        new Brand(
                                                brandId(topic),
                                                name(topic),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(rival(topic)),
                                                values(topic),
                                                List.of(),
                                                List.of()))
                        .toList());
    }

    static String name(int topic) {
        return NAMES.get(topic);
    }

    static String rival(int topic) {
        return RIVALS.get(topic);
    }

    /** Id of a topic's brand. */
    public static String brandId(int topic) {
        return "brand-" + topic;
    }

    /** The time at which everything is collected. */
    public static Instant end() {
        return START.plus(Duration.ofDays(DAYS + 3L));
    }

    PostId id(Platform platform) {
        return new PostId(platform, Long.toString(nextId++));
    }

    void own(RawPost post) {
        ownPosts.computeIfAbsent(post.author().ref(), a -> new ArrayList<>()).add(posts.size());
        posts.add(post);
    }

    void add(RawPost post) {
        posts.add(post);
    }

    List<Integer> postsOf(Creator creator) {
        return ownPosts.getOrDefault(creator.account().ref(), List.of());
    }

    boolean isCreator(RawAccount account) {
        return ownPosts.containsKey(account.ref());
    }

    RawPost post(int index) {
        return posts.get(index);
    }

    void replace(int index, RawPost post) {
        posts.set(index, post);
    }

    void plot(Creator creator, Plot plot) {
        plots.put(creator.account().ref(), plot);
    }

    List<RawAccount> audience(int creator) {
        return audiences.get(creator);
    }

    List<RawAccount> people() {
        return people;
    }

    public Law law() {
        return law;
    }

    public List<Creator> creators() {
        return creators;
    }

    /** All posts, in no particular order. */
    public List<RawPost> posts() {
        return posts;
    }

    /** What each attacking author does. */
    public Map<AuthorRef, Plot> plots() {
        return plots;
    }
}
