package dev.earshot.queryapi;

import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.query.Cursors;
import dev.earshot.queryapi.alert.AlertPorts;
import dev.earshot.queryapi.key.KeyRoutes;
import dev.earshot.queryapi.route.Ingest;
import dev.earshot.queryapi.route.Ports;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostReader;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/** Puts all functions together, from top to bottom. */
final class Wiring {
    private static final long DEFAULT_PICTURE_BYTES = 25L << 20;
    private static final long LARGEST_PICTURE_BYTES = 512L << 20;

    private Wiring() {}

    static Ports ports(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        Pseudonymiser pseudonymiser = services.pseudonymiser();
        DecodeLimits bodies =
                new DecodeLimits(
                        Ingest.MAX_BODY_BYTES,
                        Ingest.MAX_RECORDS + 1,
                        DecodeLimits.MESSAGE.maxDepth());
        return new Ports(
                services.analysisStore(),
                services.brandStore(),
                services.textVault(),
                services.mediaResults(),
                services.mediaStore(),
                services.derivedFiles(),
                services.mediaCatalogue(),
                new LoggedQuestions(services.questionVectors(), System.out::println),
                services.logoStore(),
                services.jobStore(),
                services.jobQueue(),
                services.parkedStore(),
                services.feedbackStore(),
                services.caseStore(),
                services.campaignStore(),
                services.segmentStore(),
                services.postQueue(),
                new PostReader(pseudonymiser, bodies),
                new PostReader(pseudonymiser, DecodeLimits.MESSAGE),
                new Cursors(pseudonymiser.derived("cursor")),
                Wiring::randomHex,
                services.defaultWorkspace(),
                settings.number("MAX_MEDIA_BYTES", DEFAULT_PICTURE_BYTES, 1, LARGEST_PICTURE_BYTES),
                clock,
                pseudonymiser,
                services.scoreStore(),
                new AlertPorts(
                        services.episodeHistory(),
                        services.topicStore(),
                        services.alertSettings(),
                        services.outbox(),
                        services.alertQueue(),
                        services.hostGuard()),
                services.authorPosts(),
                services.creatorDirectory(),
                services.shortlistStore(),
                services.auditLog(),
                services.requestStore(),
                services.authorEnds(),
                services.sourceStore(),
                services.viewStore(),
                services.exportFiles(),
                services.usageStore(),
                services.budget(System.out::println));
    }

    static ApiKeys apiKeys(Settings settings) {
        return new Services(settings, InstantSource.system()).apiKeys();
    }

    static KeyRoutes keys(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        SecureRandom random = new SecureRandom();
        return new KeyRoutes(
                services.apiKeys(),
                services.rememberedGrants(),
                services.auditLog(),
                () -> ApiKeyRegistry.fresh(random),
                clock);
    }

    private static String randomHex() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
