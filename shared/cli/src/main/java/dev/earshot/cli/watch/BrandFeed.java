package dev.earshot.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.watch.WatchedBrand.Episode;
import dev.earshot.cli.watch.WatchedBrand.Point;
import dev.earshot.cli.watch.WatchedBrand.Topic;
import dev.earshot.trends.series.BrandBuckets;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the API for one brand, again and again. The series, which cost the most, are asked for only
 * when another bucket has been judged. Not thread-safe.
 */
final class BrandFeed {
    private static final Duration DAY = Duration.ofDays(1);

    private final ApiClient api;
    private final String id;
    private final String name;

    private final List<Point> points = new ArrayList<>();
    private Optional<String> note = Optional.empty();
    private Instant settled = Instant.MIN;

    BrandFeed(ApiClient api, String id, String name) {
        this.api = api;
        this.id = id;
        this.name = name;
    }

    /** The brand at that time. */
    WatchedBrand ask(Instant now) throws IOException, InterruptedException {
        Instant over = BrandBuckets.floor(now.minus(BrandBuckets.LAG));
        if (over.isAfter(settled)) {
            series(now);
            settled = over;
        }
        String brand = "/v1/brands/" + ApiClient.encoded(id);
        List<Episode> episodes = new ArrayList<>();
        api.get(brand + "/episodes?from=" + now.minus(DAY))
                .path("episodes")
                .forEach(each -> episodes.add(Episode.of(each)));
        List<Topic> topics = new ArrayList<>();
        api.get(brand + "/topics").path("topics").forEach(each -> topics.add(Topic.of(each)));
        return new WatchedBrand(id, name, points, note, episodes, topics);
    }

    private void series(Instant now) throws IOException, InterruptedException {
        JsonNode answer =
                api.get(
                        "/v1/brands/"
                                + ApiClient.encoded(id)
                                + "/trends?kind=mentions,complaint_share&from="
                                + now.minus(DAY)
                                + "&to="
                                + now);
        Map<String, JsonNode> byKind = new HashMap<>();
        answer.path("series").forEach(one -> byKind.put(one.path("kind").asText(), one));
        Map<String, Long> complaints = new HashMap<>();
        Optional.ofNullable(byKind.get("complaint_share"))
                .ifPresent(
                        share ->
                                share.path("points")
                                        .forEach(
                                                point ->
                                                        complaints.put(
                                                                point.path("time").asText(),
                                                                point.path("count").asLong())));
        points.clear();
        JsonNode mentions = byKind.get("mentions");
        if (mentions == null) {
            return;
        }
        note = Optional.ofNullable(mentions.get("note")).map(WatchedBrand::text);
        for (JsonNode point : mentions.path("points")) {
            String time = point.path("time").asText();
            points.add(
                    new Point(
                            Instant.parse(time),
                            point.path("posts").asLong(),
                            point.path("expected").asDouble(),
                            complaints.getOrDefault(time, 0L)));
        }
    }
}
