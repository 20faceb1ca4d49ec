package dev.earshot.cli.watch;

import dev.earshot.cli.watch.WatchedBrand.Episode;
import dev.earshot.cli.watch.WatchedBrand.Point;
import dev.earshot.cli.watch.WatchedBrand.Topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is new since the last look, in plain lines, each once: for pipes and logs, where nothing can
 * be redrawn. Not thread-safe.
 */
final class WatchNews {
    private final Map<String, Instant> counted = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();

    List<String> lines(List<WatchedBrand> brands) {
        List<String> lines = new ArrayList<>();
        for (WatchedBrand brand : brands) {
            counts(brand, lines);
            for (Episode episode : brand.episodes().reversed()) {
                if (isNew(brand.id() + "/" + episode.id(), episode.state() + episode.summary())) {
                    lines.add(episode.state() + "  " + brand.id() + "  " + episode.summary());
                    episode.why().ifPresent(why -> lines.add("why  " + brand.id() + "  " + why));
                }
            }
            for (Topic topic : brand.topics()) {
                if (isNew(brand.id() + "/" + topic.id(), topic.strength())) {
                    lines.add(
                            String.format(
                                    Locale.ROOT,
                                    "topic  %s  %s, %s: %d posts by %d accounts since %s",
                                    brand.id(),
                                    topic.label(),
                                    topic.strength(),
                                    topic.posts(),
                                    topic.authors(),
                                    topic.start()));
                }
            }
        }
        return lines;
    }

    private boolean isNew(String key, String state) {
        return !state.equals(told.put(key, state));
    }

    /** At the first look the last bucket alone, then every bucket that has been judged since. */
    private void counts(WatchedBrand brand, List<String> lines) {
        List<Point> points = brand.points();
        Instant before = counted.get(brand.id());
        if (points.isEmpty() && isNew(brand.id(), "nothing")) {
            lines.add(brand.id() + "  nothing has been counted in the last 24 hours");
        }
        for (Point point : points) {
            boolean last = point.time().equals(points.getLast().time());
            if (before == null ? last : point.time().isAfter(before)) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s  %s  %d posts, %.1f expected%s",
                                point.time(),
                                brand.id(),
                                point.posts(),
                                point.expected(),
                                before == null && brand.note().isPresent()
                                        ? "; " + brand.note().get()
                                        : ""));
            }
        }
        if (!points.isEmpty()) {
            counted.put(brand.id(), points.getLast().time());
        }
    }
}
