package dev.earshot.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A brand as a running stack knows it.
 *
 * @param points of the last day, ascending; empty if nothing has been counted
 * @param note why nothing can be called unusual yet
 * @param episodes latest first
 */
record WatchedBrand(
        String id,
        String name,
        List<Point> points,
        Optional<String> note,
        List<Episode> episodes,
        List<Topic> topics) {
    WatchedBrand {
        points = List.copyOf(points);
        episodes = List.copyOf(episodes);
        topics = List.copyOf(topics);
    }

    /** Whether something is rising now. */
    boolean rises() {
        return episodes.stream().anyMatch(Episode::goesOn);
    }

    long posts() {
        return points.stream().mapToLong(Point::posts).sum();
    }

    /**
     * A bucket of five minutes.
     *
     * @param complaints among its posts
     */
    record Point(Instant time, long posts, double expected, long complaints) {}

    record Episode(String id, String state, Instant start, String summary, Optional<String> why) {
        static Episode of(JsonNode json) {
            return new Episode(
                    text(json.path("id")),
                    text(json.path("state")),
                    Instant.parse(json.path("start").asText()),
                    text(json.path("summary")),
                    Optional.ofNullable(json.get("why")).map(WatchedBrand::text));
        }

        boolean goesOn() {
            return !state.equals("resolved");
        }
    }

    record Topic(
            String id, String strength, String label, Instant start, long posts, long authors) {
        static Topic of(JsonNode json) {
            return new Topic(
                    text(json.path("id")),
                    text(json.path("state")),
                    text(json.path("label")),
                    Instant.parse(json.path("start").asText()),
                    Math.round(json.path("posts").asDouble()),
                    json.path("authors").asLong());
        }
    }

    /** Words of strangers: what could steer a terminal is taken out. */
    static String text(JsonNode json) {
        return json.asText().replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    }
}
