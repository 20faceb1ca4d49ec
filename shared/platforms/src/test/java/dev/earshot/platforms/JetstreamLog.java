package dev.earshot.platforms;

import dev.earshot.platforms.web.SocketServer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Jetstream holds, and the frames in which its second version sends it. */
final class JetstreamLog {
    private static final String TYPE = "network.bsky.jetstream.subscribeEvents#";
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");
    private static final long TIMES = 1_000_000_000_000_000L;

    /** One event; its frame may be anything. */
    record Event(long seq, Instant at, String frame) {}

    private final List<Event> events = new ArrayList<>();
    private long seq = 100;

    synchronized void post(Instant at, String did, String rkey, String record) {
        commit(at, did, rkey, "create", ",\"cid\":\"bafyrei\",\"record\":" + record);
    }

    synchronized void delete(Instant at, String did, String rkey) {
        commit(at, did, rkey, "delete", "");
    }

    private void commit(Instant at, String did, String rkey, String operation, String rest) {
        add(
                at,
                "commit",
                did,
                "\"rev\":\"3rev"
                        + seq
                        + "\",\"operation\":\""
                        + operation
                        + "\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\""
                        + rkey
                        + "\""
                        + rest);
    }

    /** An account that is no longer there, as the relay told it two hours ago by its own clock. */
    synchronized void account(Instant at, String did, String status) {
        add(
                at,
                "account",
                did,
                "\"account\":{\"active\":false,\"status\":\""
                        + status
                        + "\",\"did\":\""
                        + did
                        + "\",\"seq\":9,\"time\":\""
                        + at.minusSeconds(7_200)
                        + "\"}");
    }

    private void add(Instant at, String kind, String did, String rest) {
        broken(
                at,
                "{\"$type\":\"message\",\"payload\":{\"$type\":\""
                        + TYPE
                        + kind
                        + "\",\"seq\":"
                        + seq
                        + ",\"did\":\""
                        + did
                        + "\",\"time\":\""
                        + at
                        + "\",\"witnessedAt\":\""
                        + at
                        + "\","
                        + rest
                        + "}}");
    }

    /** A frame that is not as it should be. */
    synchronized void broken(Instant at, String frame) {
        events.add(new Event(seq++, at, frame));
    }

    static String info(String name) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\""
                + TYPE
                + "info\",\"name\":\""
                + name
                + "\",\"message\":\"resumed elsewhere\"}}";
    }

    static String record(String text, Instant at) {
        return "{\"$type\":\"app.bsky.feed.post\",\"text\":\""
                + text
                + "\",\"createdAt\":\""
                + at
                + "\",\"langs\":[\"en\"]}";
    }

    /** What follows a request's cursor, the event of the cursor included, as Jetstream counts. */
    synchronized List<Event> after(String path) {
        Matcher named = CURSOR.matcher(path);
        long cursor = named.find() ? Long.parseLong(named.group(1)) : 0;
        return events.stream()
                .filter(
                        event ->
                                cursor >= TIMES
                                        ? micros(event.at()) >= cursor
                                        : event.seq() >= cursor)
                .toList();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Sends all that follows, then whatever comes, as long as somebody listens. */
    void replay(SocketServer.Line line, String path) {
        Optional<Event> last = Optional.empty();
        for (Event event : after(path)) {
            line.send(event.frame());
            last = Optional.of(event);
        }
        last.ifPresent(event -> line.ping());
    }
}
