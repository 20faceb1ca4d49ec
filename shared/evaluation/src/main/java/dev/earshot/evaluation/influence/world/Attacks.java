package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bought followers (in one to three steps, 0.5 to 4 times the former number), bought likes (1 to 6
 * times the former number, on most posts), pods (6 to 12 creators who comment on and like each
 * other's posts within minutes), and comment bots (young accounts with a few stock phrases, with
 * likes).
 */
final class Attacks {
    private static final List<Attack> KINDS = List.of(Attack.values());
    private static final int MIN_POD_SIZE = 6;
    private final World world;

    Attacks(World world) {
        this.world = world;
    }

    void run() {
        SplittableRandom random = world.random("attacks", 0);
        var pod = new ArrayList<Creator>();
        List<Creator> creators = world.creators();
        int fakes = (int) Math.round(creators.size() * world.setup().fakes());
        for (int k = 0; k < fakes; k++) {
            Creator creator =
                    creators.get((int) ((k + random.nextDouble()) * creators.size() / fakes));
            if (world.attacked().containsKey(creator.account().ref())) {
                continue;
            }
            Attack attack = KINDS.get(k % KINDS.size());
            world.attacked().put(creator.account().ref(), attack);
            SplittableRandom own = world.random("attack", k);
            switch (attack) {
                case FOLLOWERS -> followers(creator, own);
                case LIKES -> likes(creator, own);
                case POD -> pod.add(creator);
                case COMMENT_BOTS -> bots(creator, own);
            }
        }
        pods(pod, world.random("pods", 0));
    }

    private void followers(Creator creator, SplittableRandom random) {
        double times = .5 + 3.5 * random.nextDouble();
        int steps = 1 + random.nextInt(3);
        int[] days = random.ints(steps, 5, World.DAYS - 5).toArray();
        for (int p : world.postsOf(creator.account().ref())) {
            RawPost post = world.posts().get(p);
            long day = Duration.between(World.START, post.createdAt()).toDays();
            int passed = 0;
            for (int step : days) {
                passed += day >= step ? 1 : 0;
            }
            long bought = Math.round(creator.account().followers() * times * passed / steps);
            world.replace(p, post.withFollowers(post.followers() + bought));
        }
        RawAccount account = creator.account();
        world.accounts()
                .put(
                        account.ref(),
                        new RawAccount(
                                account.ref(),
                                Math.round(account.followers() * (1 + times)),
                                account.following(),
                                account.posts(),
                                account.createdAt(),
                                account.language()));
    }

    private void likes(Creator creator, SplittableRandom random) {
        double times = 1 + 5 * random.nextDouble();
        for (int p : world.postsOf(creator.account().ref())) {
            if (random.nextDouble() < .85) {
                RawPost post = world.posts().get(p);
                double noise = .8 + .4 * random.nextDouble();
                world.replace(p, post.plus(Math.round((post.likes() + 10) * times * noise), 0, 0));
            }
        }
    }

    private void bots(Creator creator, SplittableRandom random) {
        int accounts = 15 + random.nextInt(30);
        var bots = new ArrayList<RawAccount>();
        for (int b = 0; b < accounts; b++) {
            var bot =
                    new RawAccount(
                            World.ref(random),
                            random.nextInt(40),
                            400 + random.nextInt(2000),
                            random.nextInt(30),
                            World.START.minus(Duration.ofDays(random.nextInt(90))),
                            creator.account().language());
            world.accounts().put(bot.ref(), bot);
            bots.add(bot);
        }
        String[] phrases = {
            "this is so amazing keep it up", "wow what a great post my friend",
            "love your content so much", "best page ever check my profile"
        };
        for (int p : world.postsOf(creator.account().ref())) {
            RawPost post = world.posts().get(p);
            int comments = 2 + random.nextInt(8);
            world.replace(p, post.plus(3L * comments, comments, 0));
            for (int c = 0; c < comments; c++) {
                RawAccount bot = bots.get(random.nextInt(bots.size()));
                String phrase = phrases[random.nextInt(phrases.length)];
                world.reply(
                        bot.ref(),
                        post,
                        Reference.Kind.REPLY,
                        60 + random.nextInt(3000),
                        random.nextDouble() < .3 ? phrase + " " + random.nextInt(9) : phrase,
                        bot);
            }
        }
    }

    private void pods(List<Creator> members, SplittableRandom random) {
        for (int from = 0; from + MIN_POD_SIZE <= members.size() || from == 0; ) {
            int left = members.size() - from;
            int size = Math.min(left, MIN_POD_SIZE + random.nextInt(7));
            // Leftovers too few for a pod of their own join the last one.
            size = left - size < MIN_POD_SIZE ? left : size;
            List<Creator> pod = members.subList(from, from + size);
            for (Creator creator : pod) {
                comment(creator, pod, random);
            }
            from += Math.max(1, size);
            if (from >= members.size()) {
                return;
            }
        }
    }

    private void comment(Creator creator, List<Creator> pod, SplittableRandom random) {
        AuthorRef self = creator.account().ref();
        for (int p : world.postsOf(self)) {
            RawPost post = world.posts().get(p);
            int comments = 0;
            for (Creator member : pod) {
                if (!member.account().ref().equals(self) && random.nextDouble() < .7) {
                    comments++;
                    String words = world.podComment(member.topic(), 3 + random.nextInt(6), random);
                    world.reply(
                            member.account().ref(),
                            post,
                            Reference.Kind.REPLY,
                            30 + random.nextInt(900),
                            words,
                            member.account());
                }
            }
            world.replace(p, post.plus(comments, comments, 0));
        }
    }
}
