package dev.earshot.collect.run;

import dev.earshot.collect.feed.Answer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * When to ask again: what platforms say in their headers, and what to do if they don't. Stateless.
 */
final class Waits {
    private static final Duration LONGEST = Duration.ofHours(25);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LAST = Duration.ofHours(1);
    private static final Duration UNSAID = Duration.ofMinutes(15);

    /** Numbers from here on are a time in seconds, smaller ones a wait. */
    private static final long EPOCH = 1_000_000_000L;

    /** Bluesky, X, and Mastodon and Reddit call them so. */
    private static final List<String> RESETS =
            List.of("ratelimit-reset", "x-rate-limit-reset", "x-ratelimit-reset");

    private static final List<String> LEFT =
            List.of("ratelimit-remaining", "x-rate-limit-remaining", "x-ratelimit-remaining");

    private Waits() {}

    /** How many requests the platform still allows, if it says. */
    static Optional<Long> left(Answer answer) {
        return LEFT.stream()
                .flatMap(name -> answer.header(name).stream())
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,12}(\\.\\d{1,9})?"))
                .map(value -> (long) Double.parseDouble(value))
                .findFirst();
    }

    /**
     * When a platform that refuses for now may be asked again, a day (of 25 hours) from now at
     * most.
     */
    static Instant asked(Answer answer, Instant now, RandomGenerator random) {
        Instant said =
                Stream.concat(Stream.of("retry-after"), RESETS.stream())
                        .flatMap(name -> answer.header(name).stream())
                        .flatMap(value -> time(value.strip(), now).stream())
                        .findFirst()
                        .orElse(now.plus(UNSAID));
        return late(said, now, random);
    }

    /** When a quota that is told as a share is there again; a quarter of an hour if unsaid. */
    static Instant regained(Optional<Duration> wait, Instant now, RandomGenerator random) {
        return late(now.plus(wait.orElse(UNSAID)), now, random);
    }

    /** The beginning of the next day in a zone. */
    static Instant nextDay(ZoneId zone, Instant now, RandomGenerator random) {
        Instant day = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return late(day, now, random);
    }

    private static Instant late(Instant said, Instant now, RandomGenerator random) {
        Instant latest = now.plus(LONGEST);
        Instant at = said.isAfter(latest) ? latest : said.isBefore(now) ? now : said;
        // A little later, each a different little, so that not all come back at once.
        return at.plusMillis(1_000 + random.nextLong(10_000));
    }

    private static Optional<Instant> time(String value, Instant now) {
        if (value.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            long number = (long) Math.ceil(Double.parseDouble(value));
            return Optional.of(
                    number >= EPOCH ? Instant.ofEpochSecond(number) : now.plusSeconds(number));
        }
        try {
            return Optional.of(
                    value.contains(",")
                            ? ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()
                            : DateTimeFormatter.ISO_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * When to ask again after failures: 30 s, doubled each time, an hour at most, and anything from
     * half of that to one and a half.
     *
     * @param failures in a row, 1 or more
     */
    static Instant failed(int failures, Instant now, RandomGenerator random) {
        long seconds =
                Math.min(LAST.toSeconds(), FIRST.toSeconds() << Math.clamp(failures - 1L, 0, 7));
        return now.plusMillis((long) (seconds * 1_000 * (0.5 + random.nextDouble())));
    }
}
