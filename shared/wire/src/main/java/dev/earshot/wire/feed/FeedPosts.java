package dev.earshot.wire.feed;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.format.Html;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;
import dev.earshot.wire.table.NamedItem;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/**
 * The posts of a feed: each item's title and text without markup, its date, address and author. An
 * item without a date is refused. For one thread.
 */
public final class FeedPosts implements AutoCloseable {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("title", "title"),
                    Map.entry("encoded", "text"),
                    Map.entry("content", "text"),
                    Map.entry("description", "description"),
                    Map.entry("summary", "summary"),
                    Map.entry("pubdate", "published"),
                    Map.entry("published", "published"),
                    Map.entry("date", "published"),
                    Map.entry("updated", "date"),
                    Map.entry("guid", "guid"),
                    Map.entry("id", "guid"),
                    Map.entry("link", "link"),
                    Map.entry("creator", "author"),
                    Map.entry("author", "author"));

    private final FeedItems items;
    private final Pseudonymiser pseudonymiser;
    private final WorkspaceId workspace;
    private final Instant readAt;
    private int number;
    private boolean ended;

    public FeedPosts(
            Reader source, Pseudonymiser pseudonymiser, WorkspaceId workspace, Instant readAt)
            throws XMLStreamException {
        this.items = new FeedItems(source);
        this.pseudonymiser = pseudonymiser;
        this.workspace = workspace;
        this.readAt = readAt;
    }

    /** What the next item is; empty at the end. A feed that breaks off ends with a rejection. */
    public Optional<Decoded> next() {
        if (ended) {
            return Optional.empty();
        }
        number++;
        try {
            Optional<FeedItems.Item> item = items.next();
            ended = item.isEmpty();
            return item.map(this::decoded);
        } catch (XMLStreamException e) {
            ended = true;
            return Optional.of(
                    new Decoded.Rejected(
                            place(),
                            "the feed is broken here; nothing after it was read: "
                                    + Excerpt.of(
                                            String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                                            200),
                            ""));
        }
    }

    /** Number of the last item, from 1. */
    public int number() {
        return number;
    }

    private String place() {
        return "item " + number;
    }

    private Decoded decoded(FeedItems.Item item) {
        if (item.tooLong()) {
            return new Decoded.Rejected(place(), "the item is longer than 4 Mi characters", "");
        }
        String payload = Excerpt.of(item.fields().toString(), 1_000);
        var intake =
                new Intake(
                        new PostMessage(
                                place(), workspace, Optional.of("earshot"), payload, readAt),
                        pseudonymiser,
                        new JsonSource.Reading.Whole(new Json.Null(), payload, List.of()),
                        1,
                        1);
        Json.Span span = new Json.Span(0, payload.length());
        NamedItem.read(new Field("", new Json.Obj(named(item), span)), intake);
        return switch (intake.outcome().getFirst()) {
            case Decoded.Rejected(String path, String reason, String original) ->
                    new Decoded.Rejected(
                            place() + (path.equals("$") ? "" : ": " + path), reason, original);
            case Decoded.Event event -> event;
            case Decoded.AuthorGone gone -> gone;
            case Decoded.AuthorBack back -> back;
            case Decoded.Irrelevant irrelevant -> irrelevant;
        };
    }

    private Map<String, Json> named(FeedItems.Item item) {
        var named = new LinkedHashMap<String, Json>();
        item.fields()
                .forEach(
                        (name, text) -> {
                            String known = NAMES.get(name);
                            if (known != null) {
                                boolean html = !known.equals("guid") && !known.equals("link");
                                // The own format undoes character references once more.
                                String shown = html ? Html.text(text).replace("&", "&amp;") : text;
                                named.putIfAbsent(known, new Json.Str(shown));
                            }
                        });
        if (!items.language().isEmpty()) {
            named.put("language", new Json.Str(items.language()));
        }
        // A guid may be an address, which an id must not be.
        if (named.get("guid") instanceof Json.Str(String guid) && guid.contains("/")) {
            named.remove("guid");
            named.putIfAbsent("link", new Json.Str(guid));
        }
        return named;
    }

    @Override
    public void close() throws IOException {
        items.close();
    }
}
