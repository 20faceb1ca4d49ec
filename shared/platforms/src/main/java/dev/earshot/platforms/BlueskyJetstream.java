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
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.json.Field;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All posts of Bluesky, their deletions, and accounts that end, from Jetstream's second version:
 * pulled from a cursor on until the present is reached. Records are handed on in the form of the
 * first version, which is what is read.
 *
 * @param server such as {@code wss://jetstream.us-east.bsky.network}
 * @see <a
 *     href="https://github.com/bluesky-social/jetstream/blob/main/lexicons/network/bsky/jetstream/subscribeEvents.json">subscribeEvents</a>
 */
record BlueskyJetstream(String server) implements EventLog {
    private static final String TYPE = "network.bsky.jetstream.subscribeEvents#";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final JsonWriter JSON = new JsonWriter();

    @Override
    public String format() {
        return "bluesky-jetstream";
    }

    @Override
    public Access access() {
        return new Access.Open();
    }

    @Override
    public Ask after(Optional<String> cursor, Instant from, Instant now) {
        String address =
                server
                        + "/xrpc/network.bsky.jetstream.subscribeEvents"
                        + "?kinds=commit&kinds=account&collections=app.bsky.feed.post&cursor="
                        + cursor.or(() -> cursorAt(from)).orElse("");
        return new Ask.Listen(
                URI.create(address), Map.of(), LONGEST, message -> reaches(message, cursor, now));
    }

    /** A cursor from 1e15 on is a time in microseconds. */
    @Override
    public Optional<String> cursorAt(Instant time) {
        return Optional.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
    }

    /**
     * Whether an event is of the time at which it was asked for, so that the backlog is over. The
     * event of the cursor comes once more, and ends nothing: else nothing would ever follow it.
     */
    private static boolean reaches(String message, Optional<String> cursor, Instant asked) {
        try {
            Field payload = JsonAnswer.of(message).root().at("payload");
            return !cursor.equals(payload.at("seq").id())
                    && witnessed(payload).filter(at -> !at.isBefore(asked)).isPresent();
        } catch (UnreadableException e) {
            return false;
        }
    }

    /** By this the log is ordered; its event's own time may be another. */
    private static Optional<Instant> witnessed(Field payload) throws UnreadableException {
        Optional<Instant> witnessed = JsonAnswer.time(payload.at("witnessedAt"));
        return witnessed.isPresent() ? witnessed : JsonAnswer.time(payload.at("time"));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        List<Item> items = new ArrayList<>();
        Optional<String> last = Optional.empty();
        boolean outdated = false;
        boolean other = false;
        int unread = 0;
        Optional<String> trouble = answer.header(Ask.Listen.CUT);
        String heard = new String(answer.body(), StandardCharsets.UTF_8);
        for (String line : heard.lines().toList()) {
            try {
                JsonAnswer frame = JsonAnswer.of(line);
                Field payload = frame.root().at("payload");
                if (frame.root().at("$type").textIfAny().equals("error")) {
                    trouble = Optional.of("ended with an error of its own");
                    continue;
                }
                if (payload.at("$type").textIfAny().equals(TYPE + "info")) {
                    String name = payload.at("name").textIfAny();
                    outdated |= name.equals("OutdatedCursor");
                    other |= name.equals("FutureCursor");
                    continue;
                }
                Optional<String> seq = payload.at("seq").id();
                last = seq.isPresent() ? seq : last;
                if (seq.isEmpty()) {
                    throw new UnreadableException("holds an event without seq");
                }
                event(frame, payload).ifPresent(items::add);
            } catch (UnreadableException e) {
                unread++;
            }
        }
        return new Page(items, "[", "]", last, outdated, 0, new LogEnd(unread, other, trouble));
    }

    private static Optional<Item> event(JsonAnswer frame, Field payload)
            throws UnreadableException {
        String type = payload.at("$type").textIfAny();
        String did = payload.at("did").textIfAny();
        Optional<Instant> at = witnessed(payload);
        if (at.isEmpty() || did.isEmpty()) {
            throw new UnreadableException("holds an event without did or time");
        }
        String head =
                "{\"did\":"
                        + JSON.write(did)
                        + ",\"time_us\":"
                        + ChronoUnit.MICROS.between(Instant.EPOCH, at.get());
        if (type.equals(TYPE + "account")) {
            return Optional.of(
                    new Item(
                            "account " + did + " " + at.get(),
                            did,
                            at.get(),
                            head
                                    + ",\"kind\":\"account\",\"account\":"
                                    + frame.raw(payload.at("account"))
                                    + "}"));
        }
        if (!type.equals(TYPE + "commit")) {
            return Optional.empty();
        }
        String rkey = payload.at("rkey").textIfAny();
        String operation = payload.at("operation").textIfAny();
        String rev = payload.at("rev").textIfAny();
        var commit = new StringBuilder(head);
        commit.append(",\"kind\":\"commit\",\"commit\":{\"rev\":").append(JSON.write(rev));
        commit.append(",\"operation\":").append(JSON.write(operation));
        commit.append(",\"collection\":").append(JSON.write(payload.at("collection").textIfAny()));
        commit.append(",\"rkey\":").append(JSON.write(rkey));
        if (payload.at("record").isObject()) {
            commit.append(",\"record\":").append(frame.raw(payload.at("record")));
        }
        commit.append("}}");
        return Optional.of(
                new Item(
                        did + " " + rkey + " " + rev + " " + operation,
                        did + " " + rkey,
                        at.get(),
                        commit.toString()));
    }
}
