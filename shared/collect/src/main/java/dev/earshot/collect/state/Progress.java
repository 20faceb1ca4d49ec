package dev.earshot.collect.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far one list or log of a source has been collected.
 *
 * @param query what was asked for, so that a change of it is noticed
 * @param mark of a list: posts up to it have been collected; of a log: the time of its last event
 * @param cursor of a log: where it goes on
 * @param walk of a list: the walk that is under way
 * @param seen posts that were sent on lately
 * @param sent of a log: the posts and accounts that were sent on in the last hours, whose removals
 *     concern us before they are stored
 * @param completeUntil everything made before it, as far as the platform shows it, was collected
 */
public record Progress(
        String query,
        Optional<Instant> mark,
        Optional<String> cursor,
        Optional<Walk> walk,
        Seen seen,
        Seen sent,
        Optional<Instant> completeUntil) {
    /** Nothing collected yet. */
    public static Progress none(String query) {
        return new Progress(
                query,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Seen.NONE,
                Seen.NONE,
                Optional.empty());
    }

    /** The same with more that was sent on. */
    public Progress with(Seen alsoSent) {
        return new Progress(query, mark, cursor, walk, seen, alsoSent, completeUntil);
    }

    /** The same, where nothing is to be had, and so nothing is missing. */
    public Progress completeAt(Instant time) {
        return new Progress(query, mark, cursor, walk, seen, sent, Optional.of(time));
    }

    /** As text, for {@link #parse}. */
    public String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", query);
        Lines.put(fields, "mark", mark);
        Lines.put(fields, "cursor", cursor);
        Lines.put(fields, "complete", completeUntil);
        fields.put("seen", seen.text());
        fields.put("sent", sent.text());
        walk.ifPresent(
                under -> {
                    Lines.put(fields, "walk.cursor", under.cursor());
                    fields.put("walk.floor", under.floor().toString());
                    fields.put("walk.top", under.top().toString());
                    fields.put("walk.oldest", under.oldest().toString());
                    fields.put("walk.begun", under.begunAt().toString());
                    fields.put("walk.pages", Integer.toString(under.pages()));
                });
        return Lines.write(fields);
    }

    /** What {@link #text} wrote. */
    public static Progress parse(String text) {
        Map<String, String> fields = Lines.read(text);
        return new Progress(
                fields.getOrDefault("query", ""),
                Lines.time(fields, "mark"),
                Optional.ofNullable(fields.get("cursor")),
                Lines.time(fields, "walk.floor").map(floor -> walk(fields, floor)),
                Seen.parse(fields.getOrDefault("seen", "")),
                Seen.parse(fields.getOrDefault("sent", "")),
                Lines.time(fields, "complete"));
    }

    private static Walk walk(Map<String, String> fields, Instant floor) {
        return new Walk(
                Optional.ofNullable(fields.get("walk.cursor")),
                floor,
                Lines.time(fields, "walk.top").orElse(floor),
                Lines.time(fields, "walk.oldest").orElse(floor),
                Lines.time(fields, "walk.begun").orElse(floor),
                Integer.parseInt(fields.getOrDefault("walk.pages", "0")));
    }
}
