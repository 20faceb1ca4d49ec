package dev.earshot.queryapi;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.Parked;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentRule;
import dev.earshot.influence.shortlist.Shortlisted;
import dev.earshot.testkit.Posts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A workspace that holds one thing of each kind, so that each route has something to answer. */
final class OpenApiWorld {
    static final Notice NOTICE =
            new Notice(
                    World.ACME,
                    "episode.open",
                    "ep_1",
                    1,
                    World.NOW,
                    Optional.of("acme"),
                    "acme: mentions rising",
                    "Three times the usual.",
                    Map.of("observed", "30"));

    private OpenApiWorld() {}

    static World world() {
        World world = new World();
        world.ask("PUT", "/v1/views/17").body("{\"name\":\"Late\",\"address\":\"#/cases\"}").send();
        world.keys.allow("key-1", "Ann", new ApiKeys.Grant(World.ACME, Set.of("read")));
        posts(world);
        media(world);
        authors(world);
        plans(world);
        alerts(world);
        world.jobs.create(
                new Job("17", World.ACME, new Task.Video("media/video.mp4", ""), World.NOW));
        world.jobs.create(new Job("e17", World.ACME, ExportRoutesTest.FEBRUARY, World.NOW));
        world.parked.park(
                new Parked("p1", World.ACME, "sqs", "id", "is missing", World.NOW, "{bad"));
        return world;
    }

    private static void posts(World world) {
        world.with(
                        World.ACME,
                        new Brand(
                                "acme",
                                "Acme",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("Globex"),
                                List.of(),
                                List.of(),
                                List.of()))
                .with(World.ACME, Brand.named("quiet", "Quiet"))
                .with(
                        Posts.post("17")
                                .sealedAs(world.texts.seal(World.ACME, List.of("hm")).getFirst()))
                .with(CaseRoutesTest.opened("17"))
                .with(Posts.post("18").feeling(SentimentLabel.NEGATIVE))
                .with(
                        Posts.post("whole")
                                .with(Posts.readWhole("acme", "globex"))
                                .about("acme", "globex"))
                .with(Posts.post("abstained").feeling(SentimentLabel.ABSTAIN));
    }

    private static void media(World world) {
        world.media.put(MediaRoutesTest.picture(World.ACME, "media/cat.jpg"));
        world.media.put(
                bare("media/refused.zip", new MediaAnalysis.Status.Rejected("a zip archive")));
        world.media.put(bare("media/video.mp4", new MediaAnalysis.Status.Queued("job-1")));
        world.media.put(bare("media/watched.mp4", new MediaAnalysis.Status.Watched(watched())));
        world.derived.put(World.ACME, "media/cat.jpg", "contact-sheet.jpg", new byte[] {1});
        world.derived.put(World.ACME, "media/cat.jpg", "blurred.jpg", new byte[] {1});
        CataloguedMedia.of(MediaRoutesTest.picture(World.ACME, "media/cat.jpg"))
                .ifPresent(media -> world.catalogue.put(World.ACME, media));
        world.logos.put(World.ACME, "acme", List.of(new byte[] {1, 2, 3}));
    }

    /** Findings that fill every field of a video. */
    private static VideoFindings watched() {
        return new VideoFindings(
                9.5,
                640,
                480,
                4,
                List.of(
                        new Shot(
                                0,
                                9.5,
                                2,
                                1,
                                new Scenery(
                                        Optional.of(new Scored("beach", 0.75)),
                                        List.of(new Scored("outdoor", 0.9)),
                                        Optional.empty()))),
                List.of(
                        new Track(
                                "dog",
                                0,
                                2,
                                0.75,
                                0.25,
                                List.of(new Track.TimedBox(1, new Box(1, 2, 3, 4))))),
                List.of(new VideoAction("running", 0, 2, 0.5, "its path")),
                List.of(new VideoText("sale", 1, 2, 0.9)),
                List.of(new UnsafeSpan("porn", 3, 4, 0.9)),
                OptionalDouble.empty(),
                Optional.of("broken at its end"));
    }

    private static void authors(World world) {
        world.scored(World.ANN, "acme", 60, 1_000);
        world.scores.object(World.ACME, World.BEN, World.NOW);
        world.requests.put(PersonRequestRoutesTest.answered("17", World.ANN));
        List.of(World.ANN, World.BEN)
                .forEach(
                        author ->
                                world.shortlists.put(
                                        World.ACME,
                                        new Shortlisted("17", author, "", "key", World.NOW)));
    }

    private static void plans(World world) {
        world.segments.add(
                World.ACME,
                new Segment(
                        "17",
                        "English",
                        "acme",
                        new SegmentRule(
                                List.of("tea"),
                                Optional.of(SentimentLabel.POSITIVE),
                                Optional.of("en"),
                                Optional.of(Platform.X),
                                2,
                                3)));
        world.ask("PUT", "/v1/sources/17")
                .body("{\"kind\":\"bluesky-search\",\"brands\":[\"acme\"]}")
                .send();
        world.ask("PUT", "/v1/campaigns/17")
                .body(
                        "{\"name\":\"Spring\",\"brand\":\"acme\",\"from\":\"2026-02-20\","
                                + "\"to\":\"2026-03-03\",\"costs\":[{\"item\":\"film\","
                                + "\"amount\":1200.5,\"currency\":\"EUR\"}]}")
                .send();
    }

    private static void alerts(World world) {
        world.ask("PUT", "/v1/alerts/rules/17").body("{\"recipients\":[\"email\"]}").send();
        world.ask("PUT", "/v1/alerts/webhooks/17")
                .body("{\"url\":\"https://hooks.example/\"}")
                .send();
        world.ask("PUT", "/v1/alerts/silences/17")
                .body(
                        "{\"owner\":\"Ann\",\"reason\":\"a sale\",\"until\":\""
                                + World.NOW.plusSeconds(60)
                                + "\"}")
                .send();
        world.outbox.put(new Alert(NOTICE, Optional.of(new Alert.Silenced("17", "Ann", "a sale"))));
        Delivery delivery =
                Delivery.begun(
                        World.ACME,
                        NOTICE.id(),
                        new Recipient.ToTopic(),
                        Optional.of("care"),
                        World.NOW);
        world.outbox.begin(delivery);
        world.outbox
                .claim(Work.attempt(delivery), Duration.ofSeconds(1))
                .ifPresent(
                        claim ->
                                world.outbox.finish(
                                        claim,
                                        delivery.after(
                                                new Answer.NotTaken("broken", Optional.empty()),
                                                World.NOW,
                                                Duration.ofMillis(8))));
    }

    private static MediaAnalysis bare(String key, MediaAnalysis.Status status) {
        return new MediaAnalysis(
                World.ACME, key, "", World.NOW, status, Optional.empty(), List.of(), List.of());
    }
}
