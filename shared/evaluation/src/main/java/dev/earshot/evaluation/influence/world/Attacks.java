package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.Reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lets some creators of a world attack. */
final class Attacks {
    private static final int POD = 7;
    private static final int AGED = 15;

    private final World world;
    private final Writing writing;

    Attacks(World world) {
        this.world = world;
        this.writing = new Writing(world);
    }

    /** Every kind in turn, over creators in a random order. */
    void run(double share) {
        List<Creator> order = new ArrayList<>(world.creators());
        SplittableRandom random = world.random("attackers", 0);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        int attackers = (int) Math.round(share * order.size());
        Attack[] kinds = Attack.values();
        for (int k = 0; k < attackers; k++) {
            Creator creator = order.get(k);
            if (world.plots().containsKey(creator.account().ref())) {
                continue;
            }
            Attack kind = kinds[k % kinds.length];
            boolean other = kind == Attack.STUFFED_VALUES && k % 2 == 0;
            world.plot(
                    creator,
                    new World.Plot(
                            kind, other ? (creator.topic() + 1) % World.TOPICS : creator.topic()));
            attack(creator, kind, order, world.random("attack", k));
        }
    }

    private void attack(Creator creator, Attack kind, List<Creator> all, SplittableRandom random) {
        switch (kind) {
            case STEP_FOLLOWERS -> followers(creator, Purchase.steps(creator, offers(), random));
            case DRIP_FOLLOWERS -> followers(creator, Purchase.drip(creator, offers(), random));
            case LIKES -> likes(creator, random);
            case POD_THRICE -> pod(creator, all, 3, random);
            case POD_ONCE -> pod(creator, all, 1, random);
            case BOTS_FAST -> bots(creator, true, random);
            case BOTS_SLOW -> bots(creator, false, random);
            case AGED_ACCOUNTS -> aged(creator, "", random);
            case AGED_NAMING -> aged(creator, " " + World.name(creator.topic()), random);
            case STUFFED_VALUES -> stuff(creator);
            case HIDDEN_VIEWS ->
                    world.postsOf(creator)
                            .forEach(p -> world.replace(p, world.post(p).withoutViews()));
        }
    }

    private Law.Offers offers() {
        return world.law().offers();
    }

    private void followers(Creator creator, Purchase bought) {
        for (int p : world.postsOf(creator)) {
            RawPost post = world.post(p);
            double day = Duration.between(World.START, post.createdAt()).toHours() / 24.0;
            world.replace(p, post.withFollowers(post.followers() + bought.at(day)));
        }
    }

    private void likes(Creator creator, SplittableRandom random) {
        double times = 1 + 4 * random.nextDouble();
        List<Integer> posts = world.postsOf(creator);
        double usual = posts.stream().mapToLong(p -> world.post(p).likes()).average().orElse(0);
        double share =
                switch (offers()) {
                    case IN_PROPORTION -> .85;
                    case PACKAGES -> .3 + .4 * random.nextDouble();
                };
        for (int p : posts) {
            if (random.nextDouble() < share) {
                RawPost post = world.post(p);
                double noise = random.nextDouble();
                double bought =
                        switch (offers()) {
                            case IN_PROPORTION -> (post.likes() + 10) * times * (.7 + .6 * noise);
                            case PACKAGES -> Purchase.sold((usual + 10) * times) * (1 + .1 * noise);
                        };
                world.replace(p, post.plus(Math.round(bought), 0));
            }
        }
    }

    private RawAccount account(
            Creator creator, SplittableRandom random, double followers, int posts, int ageDays) {
        return new RawAccount(
                World.ref(random),
                creator.account().platform(),
                creator.account().language(),
                Math.round(followers),
                Math.round(300 * Draws.lognormal(.8, random)),
                posts,
                World.START.minus(Duration.ofDays(ageDays)));
    }

    private void bots(Creator creator, boolean fast, SplittableRandom random) {
        var bots = new ArrayList<RawAccount>();
        int older = offers() == Law.Offers.PACKAGES ? 3 : 1;
        for (int b = 0; b < 15 + random.nextInt(30); b++) {
            bots.add(
                    new RawAccount(
                            World.ref(random),
                            creator.account().platform(),
                            creator.account().language(),
                            random.nextInt(60 * older),
                            400 + random.nextInt(2_000),
                            random.nextInt(40 * older),
                            World.START.minus(Duration.ofDays(random.nextInt(120 * older)))));
        }
        for (int p : world.postsOf(creator)) {
            boolean bought = offers() == Law.Offers.IN_PROPORTION || random.nextDouble() < .5;
            int comments = bought ? 2 + random.nextInt(8) : 0;
            world.replace(p, world.post(p).plus(3L * comments, comments));
            for (int c = 0; c < comments; c++) {
                comment(
                        bots.get(random.nextInt(bots.size())),
                        p,
                        fast
                                ? 20 + random.nextInt(1_200)
                                : (long) (7_200 * Draws.lognormal(1.3, random)),
                        fast
                                ? "sorel dano kipa wun " + random.nextInt(5)
                                : world.text(
                                        creator.account().language(),
                                        creator.interests(),
                                        .3,
                                        4 + random.nextInt(6),
                                        random));
            }
        }
    }

    private void aged(Creator creator, String naming, SplittableRandom random) {
        var accounts = new ArrayList<RawAccount>();
        for (int a = 0; a < AGED; a++) {
            accounts.add(
                    account(
                            creator,
                            random,
                            400 * Draws.lognormal(.8, random),
                            800 + random.nextInt(3_000),
                            900 + random.nextInt(2_000)));
        }
        for (int p : world.postsOf(creator)) {
            int comments = 0;
            for (RawAccount account : accounts) {
                if (random.nextDouble() < .6) {
                    comments++;
                    String words =
                            world.text(
                                    creator.account().language(),
                                    creator.interests(),
                                    .5,
                                    5 + random.nextInt(8),
                                    random);
                    comment(
                            account,
                            p,
                            (long) (7_200 * Draws.lognormal(1.3, random)),
                            words + naming);
                }
            }
            world.replace(p, world.post(p).plus(comments, comments));
        }
    }

    /** The values and nothing else, so that the words of an honest post are still there. */
    private void stuff(Creator creator) {
        World.Plot plot = world.plots().get(creator.account().ref());
        String values = plot == null ? "" : String.join(" ", world.values(plot.topic()));
        world.postsOf(creator).forEach(p -> world.replace(p, world.post(p).with(values)));
    }

    /** The attacker and its partners comment each other's posts. */
    private void pod(Creator creator, List<Creator> all, int times, SplittableRandom random) {
        var pod = new ArrayList<Creator>(List.of(creator));
        for (int i = all.size() - 1; i >= 0 && pod.size() < POD; i--) {
            Creator other = all.get((i + random.nextInt(all.size())) % all.size());
            if (other.account().platform() == creator.account().platform()
                    && !world.plots().containsKey(other.account().ref())
                    && !pod.contains(other)) {
                pod.add(other);
            }
        }
        for (Creator one : pod) {
            // The partners are part of the scheme: they are neither honest nor told apart.
            world.plots()
                    .putIfAbsent(
                            one.account().ref(),
                            new World.Plot(
                                    times == 1 ? Attack.POD_ONCE : Attack.POD_THRICE, one.topic()));
            for (Creator other : pod) {
                List<Integer> theirs = world.postsOf(other);
                for (int k = 0; k < times && !one.equals(other); k++) {
                    int p = theirs.get(random.nextInt(theirs.size()));
                    world.replace(p, world.post(p).plus(1, 1));
                    comment(
                            one.account(),
                            p,
                            30 + random.nextInt(40_000),
                            world.text(
                                    one.account().language(),
                                    one.interests(),
                                    .3,
                                    3 + random.nextInt(6),
                                    random));
                }
            }
        }
    }

    private void comment(RawAccount from, int post, long delaySeconds, String text) {
        writing.respond(from, world.post(post), Reference.Kind.REPLY, delaySeconds, text);
    }
}
