package dev.earshot.engagement.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Streams of posts of one account under different laws, for tests. */
final class Streams {
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private Streams() {}

    /** How responses vary beside everything else, on the scale of the logarithm. */
    enum Law {
        /** Normal. */
        PLAIN,
        /** Heavy: a post in twenty goes far. */
        HEAVY,
        /** Each day is good or bad for all its posts, and the account grows. */
        MOODY_DAYS
    }

    /**
     * Posts of 20 weeks, four a day at hours between 6 and 23.
     *
     * @param effect added to the logarithm of the responses
     */
    static List<Published> of(long seed, Law law, ToDoubleFunction<Published> effect) {
        Random random = new Random(seed);
        List<Published> posts = new ArrayList<>();
        for (int day = 0; day < 140; day++) {
            double mood = law == Law.MOODY_DAYS ? random.nextGaussian() + day / 70.0 : 0;
            for (int i = 0; i < 4; i++) {
                Instant at =
                        START.plus(Duration.ofDays(day))
                                .plus(Duration.ofHours(6 + random.nextInt(18)))
                                .plus(Duration.ofMinutes(random.nextInt(60)));
                Published plain =
                        new Published(
                                at,
                                "a",
                                random.nextInt(3) == 0 ? List.of("tips") : List.of("news"),
                                random.nextBoolean() ? "text" : "picture",
                                "neutral",
                                0);
                double noise = 0.7 * random.nextGaussian();
                if (law == Law.HEAVY && random.nextInt(20) == 0) {
                    noise += 3 * -Math.log(random.nextDouble());
                }
                double level = 4 + mood + noise + effect.applyAsDouble(plain);
                posts.add(
                        new Published(
                                at,
                                "a",
                                plain.topics(),
                                plain.format(),
                                "neutral",
                                Math.round(Math.expm1(Math.max(0, level)))));
            }
        }
        return posts;
    }
}
