package dev.earshot.scoreinfluencers;

import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.scoring.ScoreRuns;

import java.time.InstantSource;
import java.util.UUID;

/** Assembles the function, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static InstantSource clock() {
        return InstantSource.system();
    }

    static ScoreRuns runs(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        return new ScoreRuns(
                services.authorPosts(),
                services.brandStore(),
                services.mediaResults(),
                services.scoreStore(),
                () -> UUID.randomUUID().toString(),
                clock);
    }
}
