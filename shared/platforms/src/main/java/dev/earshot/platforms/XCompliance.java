package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.EventLog;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.LogEnd;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.json.Field;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What X tells of posts that were deleted or withheld, and of accounts that ended, one event a
 * line. X sends it as a stream; with both ends named it is the events of a stretch of time, of
 * which a minute is asked for at once. A cursor is the time at which the next stretch begins.
 *
 * @param about {@code tweets} or {@code users}
 * @param part 1 to {@value #PARTS}; X spreads the events over so many
 * @see <a href="https://docs.x.com/x-api/stream/stream-posts-compliance-data">Stream posts
 *     compliance data</a>
 */
record XCompliance(String server, String about, int part) implements EventLog {
    static final int PARTS = 4;

    private static final Duration STRETCH = Duration.ofMinutes(1);

    /** So much time X has to get its events together. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    @Override
    public String format() {
        return "x-compliance";
    }

    @Override
    public Access access() {
        return new BearerToken("bearer_token", false);
    }

    @Override
    public Ask after(Optional<String> cursor, Instant from, Instant now) {
        return new Ask.Get(
                Bases.uri(
                        server + "/2/" + about + "/compliance/stream",
                        Bases.parameters(
                                "partition",
                                Integer.toString(part),
                                "start_time",
                                begin(cursor, from, now).toString(),
                                "end_time",
                                end(cursor, from, now).toString())));
    }

    @Override
    public Optional<Instant> until(Optional<String> cursor, Instant from, Instant now) {
        return Optional.of(end(cursor, from, now));
    }

    private static Instant begin(Optional<String> cursor, Instant from, Instant now) {
        Instant latest = now.minus(SETTLED).minus(STRETCH);
        return cursor.map(Instant::parse)
                .orElse(from.isBefore(latest) ? from : latest)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant end(Optional<String> cursor, Instant from, Instant now) {
        Instant begin = begin(cursor, from, now);
        Instant settled = now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
        Instant full = begin.plus(STRETCH);
        Instant end = full.isBefore(settled) ? full : settled;
        return end.isAfter(begin) ? end : begin.plusSeconds(1);
    }

    @Override
    public Optional<String> cursorAt(Instant time) {
        return Optional.of(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        List<Item> items = new ArrayList<>();
        int unread = 0;
        Optional<String> trouble = Optional.empty();
        for (String line : new String(answer.body(), StandardCharsets.UTF_8).lines().toList()) {
            if (line.isBlank()) {
                // X keeps the connection alive so.
                continue;
            }
            try {
                JsonAnswer event = JsonAnswer.of(line);
                if (event.root().has("errors") || event.root().has("error")) {
                    trouble = Optional.of("ended with an error of its own");
                    continue;
                }
                items.add(item(event));
            } catch (UnreadableException e) {
                unread++;
            }
        }
        return new Page(
                items, "[", "]", Optional.empty(), false, 0, new LogEnd(unread, false, trouble));
    }

    /**
     * Such as {@code {"data":{"delete":{"tweet":{"id":"1"},"event_at":"2026-03-04T12:00:00Z"}}}}.
     */
    private static Item item(JsonAnswer event) throws UnreadableException {
        Field data = event.root().at("data");
        for (String name : data.names()) {
            Field told = data.at(name);
            Optional<Instant> at = JsonAnswer.time(told.at("event_at"));
            Optional<String> id =
                    told.at("tweet").at("id").id().or(() -> told.at("user").at("id").id());
            if (at.isPresent() && id.isPresent()) {
                return new Item(
                        name + " " + id.get() + " " + at.get(),
                        id.get(),
                        at.get(),
                        event.raw(event.root()));
            }
        }
        throw new UnreadableException("holds an event without id or time");
    }
}
