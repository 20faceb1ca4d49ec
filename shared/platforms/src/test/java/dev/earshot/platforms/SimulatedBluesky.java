package dev.earshot.platforms;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.collect.feed.Web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Bluesky's search in one thread: posts that appear in time, in pages, with whatever goes wrong.
 */
final class SimulatedBluesky implements Web {
    /**
     * A post.
     *
     * @param shownAt from when on the search shows it
     * @param indexedAt its place in the list
     */
    record Shown(String uri, Instant shownAt, Instant indexedAt) {}

    final List<Shown> posts = new ArrayList<>();

    private final InstantSource clock;
    private final Random random;
    private final boolean cursorsAreOffsets;
    private final int pageSize;

    /** Share of requests that go wrong. */
    double faults;

    int searches;

    SimulatedBluesky(InstantSource clock, Random random, boolean cursorsAreOffsets, int pageSize) {
        this.clock = clock;
        this.random = random;
        this.cursorsAreOffsets = cursorsAreOffsets;
        this.pageSize = pageSize;
    }

    @Override
    public Reply ask(Ask ask) {
        if (ask instanceof Ask.Post) {
            return answered("{\"accessJwt\":\"token\"}");
        }
        searches++;
        Map<String, String> parameters = new java.util.HashMap<>();
        Arrays.stream(ask.uri().getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                parameters.put(
                                        pair[0],
                                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String page = page(parameters.getOrDefault("cursor", ""));
        if (random.nextDouble() >= faults) {
            return answered(page);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Reply.Answered(new Answer(429, Map.of("retry-after", "7"), new byte[0]));
            case 1 -> new Reply.Answered(new Answer(500, Map.of(), new byte[0]));
            case 2 -> answered(page.substring(0, page.length() / 2));
            case 3 -> answered("<!doctype html><title>Down for maintenance</title>");
            case 4 -> new Reply.Failed("broke off");
            default -> new Reply.Answered(new Answer(400, Map.of(), new byte[0]));
        };
    }

    private String page(String cursor) {
        List<Shown> shown =
                posts.stream()
                        .filter(post -> !post.shownAt().isAfter(clock.instant()))
                        .sorted(
                                Comparator.comparing(Shown::indexedAt)
                                        .thenComparing(Shown::uri)
                                        .reversed())
                        .toList();
        int from = 0;
        if (!cursor.isEmpty() && cursorsAreOffsets) {
            from = Integer.parseInt(cursor);
        } else if (!cursor.isEmpty()) {
            while (from < shown.size() && key(shown.get(from)).compareTo(cursor) >= 0) {
                from++;
            }
        }
        int to = Math.min(shown.size(), from + pageSize);
        StringBuilder json = new StringBuilder("{\"posts\":[");
        for (int i = from; i < to; i++) {
            json.append(i > from ? "," : "").append(json(shown.get(i)));
        }
        json.append(']');
        if (to < shown.size()) {
            String next = cursorsAreOffsets ? Integer.toString(to) : key(shown.get(to - 1));
            json.append(",\"cursor\":\"").append(next).append('"');
        }
        return json.append('}').toString();
    }

    private static String key(Shown post) {
        return String.format("%013d", post.indexedAt().toEpochMilli()) + " " + post.uri();
    }

    private static String json(Shown post) {
        return "{\"uri\":\""
                + post.uri()
                + "\",\"author\":{\"did\":\"did:plc:a\",\"handle\":\"a.example\"},\"record\":{\"$type\":"
                + "\"app.bsky.feed.post\",\"text\":\"nivaro\",\"createdAt\":\""
                + post.indexedAt()
                + "\"},\"indexedAt\":\""
                + post.indexedAt()
                + "\"}";
    }

    private static Reply answered(String body) {
        return new Reply.Answered(new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
