package dev.earshot.cli.watch;

import dev.earshot.cli.terminal.Paint;
import dev.earshot.cli.terminal.Sparkline;
import dev.earshot.cli.watch.WatchedBrand.Episode;
import dev.earshot.cli.watch.WatchedBrand.Point;
import dev.earshot.cli.watch.WatchedBrand.Topic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Brands as a table for a terminal: what rises first. Stateless. */
final class WatchTable {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAME = 22;
    private static final int COLUMNS = 48;
    private static final int LINE = 130;
    private static final int MOST_EPISODES = 8;
    private static final int MOST_TOPICS = 8;

    private final Paint paint;

    WatchTable(Paint paint) {
        this.paint = paint;
    }

    List<String> lines(List<WatchedBrand> brands) {
        List<String> lines = new ArrayList<>();
        lines.add(
                paint.dim(
                        String.format(
                                Locale.ROOT,
                                "%-" + NAME + "s  %-" + COLUMNS + "s %7s %7s %7s %6s",
                                "brand",
                                "posts of the last 24 hours (logarithmic)",
                                "in all",
                                "5 min",
                                "usual",
                                "compl.")));
        brands.stream()
                .sorted(
                        Comparator.comparing(WatchedBrand::rises)
                                .thenComparing(WatchedBrand::posts)
                                .reversed())
                .forEach(brand -> lines.add(line(brand)));
        brands.forEach(
                brand ->
                        brand.note()
                                .ifPresent(
                                        note -> lines.add(paint.dim(brand.name() + ": " + note))));
        lines.add("");
        episodes(brands, lines);
        topics(brands, lines);
        return lines;
    }

    private String line(WatchedBrand brand) {
        double[] posts = brand.points().stream().mapToDouble(Point::posts).toArray();
        long complaints = brand.points().stream().mapToLong(Point::complaints).sum();
        boolean none = brand.points().isEmpty();
        String line =
                String.format(
                        Locale.ROOT,
                        "%-" + NAME + "s  %-" + COLUMNS + "s %,7d %7s %7s %6s",
                        Paint.oneLine(brand.name(), NAME),
                        Sparkline.of(Sparkline.columns(posts, COLUMNS)),
                        brand.posts(),
                        none
                                ? "-"
                                : String.format(
                                        Locale.ROOT, "%,d", brand.points().getLast().posts()),
                        none
                                ? "-"
                                : String.format(
                                        Locale.ROOT, "%.1f", brand.points().getLast().expected()),
                        brand.posts() == 0
                                ? "-"
                                : Paint.percent((double) complaints / brand.posts()));
        return brand.rises() ? paint.red(line + "  rises") : line;
    }

    private void episodes(List<WatchedBrand> brands, List<String> lines) {
        List<Episode> all =
                brands.stream()
                        .flatMap(brand -> brand.episodes().stream())
                        .sorted(
                                Comparator.comparing(Episode::goesOn)
                                        .thenComparing(Episode::start)
                                        .reversed())
                        .toList();
        if (all.isEmpty()) {
            lines.add("Nothing rose beyond what is usual in the last 24 hours.");
        }
        for (Episode episode : all.subList(0, Math.min(MOST_EPISODES, all.size()))) {
            String line =
                    (episode.goesOn() ? "▲ " : "· ")
                            + hour(episode.start())
                            + "  "
                            + Paint.oneLine(episode.summary(), LINE);
            lines.add(episode.goesOn() ? paint.bold(line) : line);
            if (episode.goesOn()) {
                episode.why()
                        .map(why -> " ".repeat(9) + Paint.oneLine(why, LINE))
                        .ifPresent(why -> lines.add(paint.dim(why)));
            }
        }
        more(all.size() - MOST_EPISODES, lines);
    }

    private void topics(List<WatchedBrand> brands, List<String> lines) {
        record Of(WatchedBrand brand, Topic topic) {}
        List<Of> all =
                brands.stream()
                        .flatMap(brand -> brand.topics().stream().map(each -> new Of(brand, each)))
                        .sorted(Comparator.comparing((Of each) -> each.topic().start()).reversed())
                        .toList();
        if (!all.isEmpty()) {
            lines.add("");
            lines.add("What people have begun to talk about");
        }
        for (Of each : all.subList(0, Math.min(MOST_TOPICS, all.size()))) {
            Topic topic = each.topic();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-6s  %s: %s, %,d posts by %,d accounts since %s",
                            topic.strength(),
                            each.brand().name(),
                            Paint.oneLine(topic.label(), LINE / 2),
                            topic.posts(),
                            topic.authors(),
                            hour(topic.start())));
        }
        more(all.size() - MOST_TOPICS, lines);
    }

    private static void more(int count, List<String> lines) {
        if (count > 0) {
            lines.add("  and " + count + " more");
        }
    }

    static String hour(Instant time) {
        return HOUR.format(time);
    }
}
