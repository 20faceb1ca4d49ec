package dev.earshot.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Nothing is lost and nothing comes twice, whenever a run is killed and whatever the platform does.
 */
final class CrashCampaignTest {
    private static final Duration STEP = Duration.ofMinutes(4);

    /** How posts come. */
    enum Law {
        STEADY,
        BURSTS_IN_ONE_SECOND,
        SHOWN_LATE,
        DATED_AHEAD_AND_BEHIND
    }

    private static void post(CollectWorld world, Law law, Random random, int step) {
        Instant now = world.clock.instant();
        int count =
                switch (law) {
                    case STEADY, SHOWN_LATE -> random.nextInt(12);
                    case BURSTS_IN_ONE_SECOND -> random.nextInt(9) == 0 ? 70 : 0;
                    case DATED_AHEAD_AND_BEHIND ->
                            (int) Math.min(90, 2 / Math.pow(random.nextDouble() + 0.01, 0.8));
                };
        for (int i = 0; i < count; i++) {
            Instant indexed =
                    switch (law) {
                        case STEADY -> now.minusMillis(random.nextInt(240_000));
                        case BURSTS_IN_ONE_SECOND -> now.minusSeconds(90);
                        case SHOWN_LATE -> now.minusSeconds(random.nextInt(1_500));
                        case DATED_AHEAD_AND_BEHIND ->
                                now.plusSeconds(random.nextInt(5_000) - 1_400);
                    };
            world.bluesky.posts.add(
                    new SimulatedBluesky.Shown(
                            "at://did:plc:a/app.bsky.feed.post/" + step + "x" + i, now, indexed));
        }
    }

    private static CollectWorld campaign(Law law, long seed, double killShare, double faults) {
        var random = new Random(seed);
        random.nextInt();
        var world = new CollectWorld(seed, seed % 2 == 0, 10);
        world.killing.fate = () -> random.nextDouble() < killShare;
        world.bluesky.faults = faults;
        for (int step = 0; step < 60; step++) {
            world.clock.advance(STEP);
            post(world, law, random, step);
            world.run();
        }
        world.settle();
        return world;
    }

    @ParameterizedTest
    @EnumSource
    void posts_withoutKills_comeExactlyOnce(Law law) {
        for (long seed = 0; seed < 2; seed++) {
            CollectWorld world = campaign(law, seed, 0, 0.15);
            assertThat(world.bluesky.posts).hasSizeGreaterThan(100);
            assertThat(world.lost()).as("lost, seed %d", seed).isEmpty();
            assertThat(world.repeats()).as("repeats, seed %d", seed).isZero();
            assertThat(world.status().gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void posts_withKills_comeAllAndTwiceOnlyFromPagesThatWereNotKept(Law law) {
        int kills = 0;
        for (long seed = 0; seed < 4; seed++) {
            CollectWorld world = campaign(law, seed, 0.04, 0.1);
            kills += world.kills;
            assertThat(world.lost()).as("lost, seed %d", seed).isEmpty();
            assertThat(world.repeats())
                    .as("repeats, seed %d", seed)
                    .isLessThanOrEqualTo(world.repeatable);
            assertThat(world.status().gaps()).isEmpty();
        }
        assertThat(kills).isGreaterThan(20);
    }

    /** Every moment of a run of several pages, one after the other. */
    @Test
    void run_killedAtEveryPoint_losesNothing() {
        int points = 0;
        boolean struck = true;
        while (struck) {
            int last = points;
            var world = new CollectWorld(7, false, 5);
            var random = new Random(3);
            random.nextInt();
            for (int step = 0; step < 3; step++) {
                post(world, Law.STEADY, random, step);
            }
            int[] moments = {0};
            world.killing.fate = () -> moments[0]++ == last;
            world.run();
            struck = world.kills == 1;
            world.settle();
            assertThat(world.lost()).as("lost, killed at %d", last).isEmpty();
            assertThat(world.repeats()).isLessThanOrEqualTo(world.repeatable);
            points++;
        }
        assertThat(points).isGreaterThan(20);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void posts_inManyCampaigns_areNeverLost(Law law) {
        for (long seed = 100; seed < 400; seed++) {
            CollectWorld world = campaign(law, seed, 0.06, 0.2);
            assertThat(world.lost()).as("lost, seed %d", seed).isEmpty();
            assertThat(world.repeats()).isLessThanOrEqualTo(world.repeatable);
            assertThat(world.status().gaps()).isEmpty();
        }
    }
}
