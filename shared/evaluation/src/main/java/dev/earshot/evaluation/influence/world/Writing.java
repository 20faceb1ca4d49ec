package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.Reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes the posts of a world: creators', the responses to them, and people's own. */
final class Writing {
    private static final int MAX_STORED_RESPONSES = 250;
    private static final double BRANCHING = .5;

    private final World world;

    Writing(World world) {
        this.world = world;
    }

    void write(int i) {
        Creator creator = world.creators().get(i);
        SplittableRandom random = world.random("posts", i);
        double likesHabit = Draws.lognormal(.4, random);
        double viewsHabit = Draws.lognormal(.4, random);
        boolean viewsTold = random.nextDouble() < .6;
        int count = 3 + (int) (60 * random.nextDouble() * Math.sqrt(random.nextDouble()));
        SplittableRandom growth = world.random("growth", i);
        var following = new Following(creator, world.law().growth(), growth);
        for (int day : random.ints(count, 0, World.DAYS).sorted().toArray()) {
            double followers = following.at(day);
            double burst = Draws.lognormal(.5, random);
            if (random.nextDouble() < .02) {
                burst *= Math.min(30, Math.pow(random.nextDouble(), -1 / 1.3));
            }
            double views = followers * .3 * viewsHabit * Draws.lognormal(.4, random) * burst + 5;
            following.saw(day, views, burst, growth);
            double size =
                    switch (world.law().rate()) {
                        case FALLS_WITH_SIZE -> Math.pow(followers / 1e4, -.2);
                        case SAME_AT_ALL_SIZES -> 1;
                    };
            double weekly = day % 7 >= 5 ? .8 : 1.08;
            double expected =
                    views
                            * .006
                            * size
                            * Math.exp(creator.quality())
                            * weekly
                            * Draws.lognormal(.3, random);
            String text =
                    world.text(
                                    creator.account().language(),
                                    creator.interests(),
                                    1,
                                    8 + random.nextInt(20),
                                    random)
                            + said(creator, random);
            world.own(
                    new RawPost(
                            world.id(creator.account().platform()),
                            creator.account(),
                            at(day, random),
                            text,
                            Optional.empty(),
                            count(8 * likesHabit * expected, random),
                            count(expected, random),
                            count(1.5 * expected * Draws.lognormal(.2, random), random),
                            viewsTold ? Math.round(views) : -1,
                            Math.round(followers)));
        }
        respond(i, world.random("responses", i));
    }

    private long count(double mean, SplittableRandom random) {
        return switch (world.law().arrival()) {
            case POISSON -> Draws.poisson(mean, random);
            case CASCADE -> Draws.cascade(mean, BRANCHING, random);
        };
    }

    /** What a creator adds about the brand of its topic, in some of its posts. */
    private static String said(Creator creator, SplittableRandom random) {
        boolean speaks = random.nextDouble() < .12;
        String brand = World.name(creator.topic());
        return !speaks
                ? ""
                : switch (creator.stance()) {
                    case SILENT -> "";
                    case PRAISES -> brand + " " + Moods.of(random.nextDouble() < .8);
                    case CRITICISES -> brand + " " + Moods.of(random.nextDouble() < .15);
                    case RIVAL -> World.rival(creator.topic()) + " " + Moods.of(true);
                };
    }

    /** Stores some of the responses as posts of their own. */
    private void respond(int i, SplittableRandom random) {
        Creator creator = world.creators().get(i);
        List<Integer> own = world.postsOf(creator);
        List<RawAccount> audience = world.audience(i);
        boolean reposts = Law.tellsReposts(creator.account().platform());
        int wanted = (int) Math.min(MAX_STORED_RESPONSES, creator.people() * 2.0);
        long[][] left = new long[own.size()][];
        for (int p = 0; p < left.length; p++) {
            RawPost post = world.post(own.get(p));
            left[p] = new long[] {post.replies(), reposts ? post.reposts() : 0};
        }
        for (int r = 0; r < wanted; r++) {
            int p = random.nextInt(own.size());
            RawPost target = world.post(own.get(p));
            // Loyal people respond more often than the rest.
            double rank = random.nextDouble() * random.nextDouble();
            RawAccount person = audience.get((int) (rank * audience.size()));
            boolean repost = random.nextDouble() < .4;
            int words = random.nextDouble() < .2 ? 1 + random.nextInt(2) : 3 + random.nextInt(15);
            if (left[p][repost ? 1 : 0]-- <= 0) {
                continue;
            }
            String text = world.text(person.language(), creator.interests(), .5, words, random);
            respond(
                    person,
                    target,
                    repost ? Reference.Kind.REPOST : Reference.Kind.REPLY,
                    (long) (7_200 * Draws.lognormal(1.3, random)),
                    repost ? "" : text);
        }
        courtesy(creator, world.random("courtesy", i));
    }

    /** Creators of one topic sometimes answer each other, and some of them regularly. */
    private void courtesy(Creator creator, SplittableRandom random) {
        int answers = (int) Draws.poisson(1.2, random);
        for (int k = 0; k < answers; k++) {
            int other = random.nextInt(world.creators().size());
            Creator colleague = world.creators().get(other);
            List<Integer> theirs = world.postsOf(colleague);
            if (colleague.account().platform() == creator.account().platform()
                    && !colleague.account().ref().equals(creator.account().ref())
                    && !theirs.isEmpty()) {
                int p = theirs.get(random.nextInt(theirs.size()));
                world.replace(p, world.post(p).plus(0, 1));
                respond(
                        creator.account(),
                        world.post(p),
                        Reference.Kind.REPLY,
                        (long) (9_000 * Draws.lognormal(1, random)),
                        world.text(
                                creator.account().language(), creator.interests(), .3, 8, random));
            }
        }
    }

    void respond(
            RawAccount from, RawPost target, Reference.Kind kind, long delaySeconds, String text) {
        world.add(
                new RawPost(
                        world.id(from.platform()),
                        from,
                        target.createdAt().plusSeconds(delaySeconds),
                        text,
                        Optional.of(new Reference(kind, target.id())),
                        0,
                        0,
                        0,
                        -1,
                        world.isCreator(from) ? -1 : from.followers()));
    }

    /** People's posts about brands: on their own, and because a creator mentioned one. */
    void talk() {
        Map<RawAccount, double[]> urge = new HashMap<>();
        for (int i = 0; i < world.creators().size(); i++) {
            Creator creator = world.creators().get(i);
            for (int p : world.postsOf(creator)) {
                RawPost post = world.post(p);
                if (post.text().contains(World.name(creator.topic()))) {
                    int day = (int) Duration.between(World.START, post.createdAt()).toDays();
                    for (RawAccount person : world.audience(i)) {
                        double[] own = urge.computeIfAbsent(person, a -> new double[World.DAYS]);
                        for (int d = day; d < Math.min(World.DAYS, day + 7); d++) {
                            own[d] = Math.max(own[d], creator.lift());
                        }
                    }
                }
            }
        }
        List<RawAccount> people = new ArrayList<>(world.people());
        for (int i = 0; i < people.size(); i++) {
            SplittableRandom random = world.random("talk", i);
            int topic = random.nextInt(World.TOPICS);
            double habit = .01 * Draws.lognormal(.8, random);
            double[] rise = urge.getOrDefault(people.get(i), new double[World.DAYS]);
            for (int d = 0; d < World.DAYS; d++) {
                if (random.nextDouble() < habit * Math.exp(rise[d])) {
                    mention(people.get(i), topic, d, random);
                }
            }
        }
    }

    private void mention(RawAccount person, int topic, int day, SplittableRandom random) {
        world.add(
                new RawPost(
                        world.id(person.platform()),
                        person,
                        at(day, random),
                        world.text(person.language(), on(topic), .2, 10, random)
                                + World.name(topic)
                                + " "
                                + Moods.of(random.nextDouble() < .6),
                        Optional.empty(),
                        Draws.poisson(2, random),
                        0,
                        0,
                        -1,
                        person.followers()));
    }

    private static List<Double> on(int topic) {
        return IntStream.range(0, World.TOPICS).mapToObj(t -> t == topic ? 1.0 : 0.0).toList();
    }

    private static Instant at(int day, SplittableRandom random) {
        return World.START.plus(Duration.ofSeconds(86_400L * day + random.nextInt(86_400)));
    }
}
