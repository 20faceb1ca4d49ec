package dev.earshot.collectposts;

import dev.earshot.collect.run.Collector;
import dev.earshot.collect.run.Round;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.platforms.Platforms;
import dev.earshot.platforms.filter.BrandFilter;
import dev.earshot.platforms.web.WebClient;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostReader;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Puts the function together, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static InstantSource clock() {
        return InstantSource.system();
    }

    static Round round(Settings settings) {
        InstantSource clock = clock();
        Services services = new Services(settings, clock);
        SourceStore store = services.sourceStore();
        var known =
                new StoredPosts(
                        services.analysisStore(), services.authorPosts(), services.authorEnds());
        var reader = new PostReader(services.pseudonymiser(), DecodeLimits.MESSAGE);
        var collector =
                new Collector(
                        store,
                        services.brandStore()::catalogue,
                        new Platforms(),
                        new WebClient(services.hostGuard()),
                        new SecretCredentials(services::sourceCredentials, clock),
                        services.postQueue(),
                        new BrandFilter(reader, known, clock),
                        clock,
                        new SecureRandom(),
                        () -> UUID.randomUUID().toString());
        return new Round(store, collector);
    }
}
