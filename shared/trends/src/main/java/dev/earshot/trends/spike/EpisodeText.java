package dev.earshot.trends.spike;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Puts a series' spike in its place: which workspace, brand and series it is of, and what to tell
 * people. Immutable.
 *
 * @param name the brand's name, as shown to people
 */
public record EpisodeText(
        WorkspaceId workspace, String brand, String name, TrendKind kind, String key) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The episode of a spike of this series. */
    public Episode episode(Spike spike) {
        return new Episode(
                workspace,
                brand,
                Episode.idOf(workspace, brand, kind, key, spike.start()),
                kind,
                key,
                spike.start(),
                spike.peak(),
                spike.end(),
                spike.state(),
                spike.observed(),
                spike.expected(),
                new Episode.Ratio(spike.ratio(), spike.interval()),
                spike.evidence(),
                summary(spike),
                Explanation.NONE,
                spike.version());
    }

    private String summary(Spike spike) {
        String what =
                switch (kind) {
                    case MENTIONS -> "posts about " + name;
                    case COMPLAINT_SHARE -> "complaints among the posts about " + name;
                    case NEGATIVE_SHARE -> "negative posts among those about " + name;
                    case PRODUCT -> "posts about " + name + "'s " + key.replace('_', ' ');
                    case HASHTAG -> "posts about " + name + " with #" + key;
                    case LANGUAGE -> "posts about " + name + " in '" + key + "'";
                    case PLATFORM -> "posts about " + name + " on " + key;
                    case TOPIC -> "posts about " + name + " on '" + key + "'";
                };
        String size =
                String.format(
                        Locale.ROOT,
                        "%,d %s from %s%s where about %s were usual: %s times as many (95 %%: %s to"
                                + " %s)",
                        Math.round(spike.observed()),
                        what,
                        TIME.format(spike.start()),
                        spike.end().map(end -> " to " + until(spike.start(), end)).orElse(""),
                        number(spike.expected()),
                        number(spike.ratio()),
                        number(spike.interval().low()),
                        number(spike.interval().high()));
        return switch (spike.state()) {
            case OPEN -> size + "; it goes on.";
            case GREW -> size + "; it has doubled.";
            case RESOLVED -> size + "; it is over.";
        };
    }

    private static String until(Instant start, Instant end) {
        boolean sameDay =
                start.atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(end.atOffset(ZoneOffset.UTC).toLocalDate());
        String all = TIME.format(end);
        return sameDay ? all.substring(all.lastIndexOf(' ') + 1) : all;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%,.0f" : "%.1f", value);
    }
}
