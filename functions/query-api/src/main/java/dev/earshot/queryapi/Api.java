package dev.earshot.queryapi;

import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.Parking;
import dev.earshot.engagement.campaign.CampaignReader;
import dev.earshot.engagement.cases.CaseDesk;
import dev.earshot.engagement.cases.CaseList;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.engagement.cases.RecentEpisodes;
import dev.earshot.engagement.segment.SegmentDesk;
import dev.earshot.engagement.segment.SegmentGuard;
import dev.earshot.query.AlertPages;
import dev.earshot.query.BrandQueries;
import dev.earshot.query.EpisodePages;
import dev.earshot.query.FeedbackPages;
import dev.earshot.query.InfluencerPages;
import dev.earshot.query.JobPages;
import dev.earshot.query.ParkedPages;
import dev.earshot.query.PostPages;
import dev.earshot.query.TrendQueries;
import dev.earshot.queryapi.alert.AlertPorts;
import dev.earshot.queryapi.alert.AlertRoutes;
import dev.earshot.queryapi.alert.EpisodeRoutes;
import dev.earshot.queryapi.alert.RuleRoutes;
import dev.earshot.queryapi.alert.SilenceRoutes;
import dev.earshot.queryapi.alert.TopicRoutes;
import dev.earshot.queryapi.alert.TrendRoutes;
import dev.earshot.queryapi.alert.WebhookRoutes;
import dev.earshot.queryapi.campaign.CampaignRoutes;
import dev.earshot.queryapi.cases.CaseListing;
import dev.earshot.queryapi.cases.CaseNotices;
import dev.earshot.queryapi.cases.CaseRoutes;
import dev.earshot.queryapi.cases.CaseSettingsRoutes;
import dev.earshot.queryapi.console.Console;
import dev.earshot.queryapi.creator.DirectoryRoutes;
import dev.earshot.queryapi.creator.ShortlistRoutes;
import dev.earshot.queryapi.export.ExportRoutes;
import dev.earshot.queryapi.export.ExportViews;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.key.OwnKeyRoutes;
import dev.earshot.queryapi.privacy.AuditRoutes;
import dev.earshot.queryapi.privacy.RequestRoutes;
import dev.earshot.queryapi.route.AboutRoutes;
import dev.earshot.queryapi.route.AuthorRoutes;
import dev.earshot.queryapi.route.BrandRoutes;
import dev.earshot.queryapi.route.ClaimRoutes;
import dev.earshot.queryapi.route.FeedbackRoutes;
import dev.earshot.queryapi.route.InfluencerRoutes;
import dev.earshot.queryapi.route.Ingest;
import dev.earshot.queryapi.route.JobRoutes;
import dev.earshot.queryapi.route.LogoRoutes;
import dev.earshot.queryapi.route.MediaRoutes;
import dev.earshot.queryapi.route.ModelCards;
import dev.earshot.queryapi.route.ParkedRoutes;
import dev.earshot.queryapi.route.PictureRoutes;
import dev.earshot.queryapi.route.Ports;
import dev.earshot.queryapi.route.PostRoutes;
import dev.earshot.queryapi.route.PrivacyRoutes;
import dev.earshot.queryapi.rule.RuleCardRoutes;
import dev.earshot.queryapi.rule.RuleCards;
import dev.earshot.queryapi.segment.SegmentRoutes;
import dev.earshot.queryapi.source.SourceRoutes;
import dev.earshot.queryapi.timing.TimingRoutes;
import dev.earshot.queryapi.usage.UsageRoutes;
import dev.earshot.queryapi.view.ViewRoutes;

import java.util.ArrayList;
import java.util.List;

/** All routes of query-api. Stateless. */
final class Api {
    private Api() {}

    static List<Route> routes(Ports ports) {
        ModelCards models = ModelCards.builtIn();
        List<Route> routes = new ArrayList<>(new AboutRoutes(models).routes());
        RuleCards rules = RuleCards.builtIn();
        routes.addAll(new RuleCardRoutes(rules).routes());
        routes.addAll(new Console(ports.files()).routes());
        routes.addAll(new OwnKeyRoutes().routes());
        routes.addAll(
                new PostRoutes(
                                ports.posts(),
                                ports.texts(),
                                new Ingest(
                                        ports.decoder(),
                                        ports.messageDecoder(),
                                        ports.queue(),
                                        new Parking(ports.parked(), "http"),
                                        ports.budget(),
                                        ports.clock()))
                        .routes());
        var claims = new ClaimRoutes(ports);
        routes.addAll(claims.routes());
        routes.addAll(
                new BrandRoutes(
                                ports.brands(),
                                new BrandQueries(ports.posts(), ports.brands(), models),
                                new PostPages(ports.posts(), ports.cursors(), ports.clock()),
                                claims,
                                ports.clock())
                        .routes());
        routes.addAll(
                new MediaRoutes(
                                ports.media(),
                                ports.files(),
                                ports.derived(),
                                ports.catalogue(),
                                ports.audit(),
                                ports.budget(),
                                ports.randomHex(),
                                ports.defaultWorkspace(),
                                ports.maxPictureBytes(),
                                ports.clock())
                        .routes());
        routes.addAll(
                new PictureRoutes(
                                ports.catalogue(), ports.questions(), ports.brands(), ports.media())
                        .routes());
        routes.addAll(new LogoRoutes(ports.brands(), ports.logos()).routes());
        routes.addAll(new JobRoutes(ports).routes());
        routes.addAll(
                new ExportRoutes(
                                ports.brands(),
                                ports.jobs(),
                                ports.jobQueue(),
                                ports.budget(),
                                new ExportViews(ports.exports(), ports.clock()),
                                new JobPages(
                                        ports.jobs(),
                                        ports.cursors(),
                                        "exports",
                                        Task.Export.class::isInstance),
                                ports.audit(),
                                ports.randomHex(),
                                ports.clock())
                        .routes());
        routes.addAll(new PrivacyRoutes(ports).routes());
        routes.addAll(new RequestRoutes(ports).routes());
        routes.addAll(new AuditRoutes(ports.audit()).routes());
        routes.addAll(
                new InfluencerRoutes(
                                ports.scores(),
                                ports.brands(),
                                new InfluencerPages(ports.scores(), ports.cursors()))
                        .routes());
        routes.addAll(
                new AuthorRoutes(
                                ports.scores(),
                                ports.directory(),
                                ports.shortlists(),
                                ports.audit(),
                                ports.pseudonymiser(),
                                ports.clock())
                        .routes());
        routes.addAll(
                new DirectoryRoutes(ports.directory(), ports.audit(), ports.clock()).routes());
        routes.addAll(
                new ShortlistRoutes(ports.shortlists(), ports.scores(), ports.clock()).routes());
        routes.addAll(
                new ParkedRoutes(
                                ports.parked(),
                                new ParkedPages(ports.parked(), ports.cursors()),
                                ports.audit(),
                                ports.clock())
                        .routes());
        routes.addAll(
                new FeedbackRoutes(
                                ports.posts(),
                                ports.feedback(),
                                new FeedbackPages(ports.feedback(), ports.cursors()),
                                ports.clock())
                        .routes());
        AlertPorts alerts = ports.alerts();
        OpenEpisodes episodes = new RecentEpisodes(alerts.history(), ports.brands(), ports.clock());
        routes.addAll(
                new CaseRoutes(
                                new CaseDesk(ports.cases(), episodes, ports.clock()),
                                new CaseNotices(
                                        new Alerts(alerts.outbox(), alerts.queue(), ports.clock())),
                                new CaseListing(
                                        new CaseList(ports.cases(), episodes),
                                        ports.brands(),
                                        ports.cursors(),
                                        ports.clock()),
                                ports.brands(),
                                ports.texts())
                        .routes());
        routes.addAll(new CaseSettingsRoutes(ports.cases(), alerts.settings()).routes());
        routes.addAll(
                new CampaignRoutes(
                                ports.campaigns(),
                                ports.brands(),
                                new CampaignReader(ports.posts(), ports.brands(), ports.clock()))
                        .routes());
        routes.addAll(
                new SegmentRoutes(
                                new SegmentDesk(
                                        ports.segments(),
                                        ports.posts(),
                                        ports.scores(),
                                        new SegmentGuard(ports.pseudonymiser().derive("segment")),
                                        ports.clock()),
                                ports.brands())
                        .routes());
        routes.addAll(new TimingRoutes(ports.posts(), ports.brands(), ports.clock()).routes());
        routes.addAll(
                new SourceRoutes(
                                ports.sources(),
                                ports.brands(),
                                ports.alerts().guard(),
                                ports.clock())
                        .routes());
        routes.addAll(new UsageRoutes(ports.usage(), ports.audit(), ports.clock()).routes());
        routes.addAll(new ViewRoutes(ports.views(), ports.clock()).routes());
        routes.addAll(alerts(ports));
        return rules.linked(routes);
    }

    private static List<Route> alerts(Ports ports) {
        AlertPorts alerts = ports.alerts();
        List<Route> routes = new ArrayList<>();
        routes.addAll(
                new EpisodeRoutes(
                                alerts.history(),
                                ports.brands(),
                                ports.posts(),
                                new EpisodePages(alerts.history(), ports.cursors()),
                                ports.clock())
                        .routes());
        routes.addAll(
                new TrendRoutes(
                                new TrendQueries(ports.posts(), ports.clock()),
                                ports.brands(),
                                ports.clock())
                        .routes());
        routes.addAll(new TopicRoutes(alerts.topics(), ports.brands(), ports.posts()).routes());
        routes.addAll(new RuleRoutes(alerts, ports.brands(), ports.clock()).routes());
        routes.addAll(new SilenceRoutes(alerts, ports.brands(), ports.clock()).routes());
        routes.addAll(new WebhookRoutes(alerts, ports.randomHex(), ports.clock()).routes());
        AlertPages pages = new AlertPages(alerts.outbox(), ports.cursors());
        routes.addAll(new AlertRoutes(alerts, pages).routes());
        return routes;
    }
}
