package dev.earshot.engagement.predict;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** An account's past posts in order, and what they say about the next one. Immutable. */
final class History {
    private final List<PastPost> posts;
    private final double[] targets;

    History(List<PastPost> posts) {
        this.posts = posts.stream().sorted(Comparator.comparing(PastPost::at)).toList();
        this.targets = this.posts.stream().mapToDouble(PastPost::target).toArray();
    }

    int size() {
        return posts.size();
    }

    PastPost post(int place) {
        return posts.get(place);
    }

    double target(int place) {
        return targets[place];
    }

    /** A quantile of the last posts before a place. */
    double trailing(int before, int count, double share) {
        return Statistics.quantile(
                Arrays.copyOfRange(targets, Math.max(0, before - count), Math.max(1, before)),
                share);
    }

    /** What the account's posts amount to lately; the model explains the difference to it. */
    double level(int before) {
        return (trailing(before, 10, 0.5) + trailing(before, 30, 0.5)) / 2;
    }

    /** Numbers of a post and of what came before it, of any scale. */
    double[] numbers(int before, Instant at, String text) {
        double recent = trailing(before, 10, 0.5);
        double hours =
                before == 0
                        ? 24
                        : Duration.between(posts.get(before - 1).at(), at).toMinutes() / 60.0;
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        double day = 2 * Math.PI * (time.getHour() + time.getMinute() / 60.0) / 24;
        return new double[] {
            trailing(before, 3, 0.5) - recent,
            trailing(before, 30, 0.5) - recent,
            trailing(before, 100, 0.5) - recent,
            trailing(before, 10, 0.9) - trailing(before, 10, 0.1),
            before == 0 ? 0 : targets[before - 1] - recent,
            Math.log1p(Math.max(0, hours)),
            Math.sin(day),
            Math.cos(day),
            Math.sin(2 * day),
            Math.cos(2 * day),
            time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1 : 0,
            text.length() / 100.0,
            WordFeatures.words(text).size() / 20.0,
            has(text, "http"),
            has(text, "pic."),
            text.startsWith("@") ? 1 : 0,
            text.startsWith("RT") ? 1 : 0,
            count(text, '@'),
            count(text, '#'),
            has(text, "?"),
            has(text, "!"),
            has(text, "\""),
            text.chars().anyMatch(Character::isDigit) ? 1 : 0
        };
    }

    private static double has(String text, String part) {
        return text.contains(part) ? 1 : 0;
    }

    private static double count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
