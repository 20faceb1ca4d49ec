package dev.earshot.sweepprivacy;

import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.FreshnessSweep;
import dev.earshot.core.privacy.PrivacySweep;
import dev.earshot.core.privacy.RequestDesk;
import dev.earshot.core.privacy.StatementSigner;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.drift.WatchDrift;

import java.time.InstantSource;

/** Puts the function together, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static Sweeping sweeping(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        Pseudonymiser pseudonymiser = services.pseudonymiser();
        var desk =
                new RequestDesk(
                        services.requestStore(),
                        services.analysisStore(),
                        services.authorPosts(),
                        services.authorEnds(),
                        services.authorScores(),
                        RequestDesk.Objections.NONE,
                        services.creatorDirectory(),
                        new StatementSigner(pseudonymiser.derive("statements")),
                        clock);
        var sweep =
                new PrivacySweep(
                        services.authorEnds(),
                        services.requestStore(),
                        desk,
                        services.erasurePorts(),
                        pseudonymiser);
        var freshness = new FreshnessSweep(services.postScan(), services.analysisStore(), clock);
        var drift =
                new DriftNotices(
                        new WatchDrift(services.postScan()),
                        services.alertSettings(),
                        new Alerts(services.outbox(), services.alertQueue(), clock));
        return new Sweeping(
                services.authorPosts()::workspaces,
                sweep::sweep,
                freshness::sweep,
                drift::tell,
                services.creatorDirectory()::reseal,
                clock);
    }
}
