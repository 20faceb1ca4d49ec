package dev.earshot.tracktrends;

import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.usecase.trend.StoredReasons;
import dev.earshot.usecase.trend.StoredTraits;
import dev.earshot.usecase.trend.TrackShocks;
import dev.earshot.usecase.trend.TrackTopics;
import dev.earshot.usecase.trend.TrackTrends;

import java.time.InstantSource;

/** Puts the function together, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static InstantSource clock() {
        return InstantSource.system();
    }

    static Watched watched(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        AnalysisStore posts = services.analysisStore();
        EpisodeHistory history = services.episodeHistory();
        EpisodeChanges next = next(services, clock);
        var traits = new StoredTraits(posts, services.textVault());
        var trends =
                new TrackTrends(
                        posts::counts,
                        services.seriesStore(),
                        history,
                        next,
                        new StoredReasons(traits),
                        clock);
        var topics =
                new TrackTopics(traits, posts::counts, services.topicStore(), history, next, clock);
        return new Watched(
                services.authorPosts()::workspaces,
                services.brandStore(),
                trends,
                new TrackShocks(services.seriesStore(), history, next),
                topics);
    }

    private static EpisodeChanges next(Services services, InstantSource clock) {
        Outbox outbox = services.outbox();
        return new AlertRouting(
                services.episodeHistory(),
                services.alertSettings(),
                outbox,
                new Alerts(outbox, services.alertQueue(), clock),
                clock);
    }
}
