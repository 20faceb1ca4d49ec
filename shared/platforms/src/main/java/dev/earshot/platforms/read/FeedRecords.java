package dev.earshot.platforms.read;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;
import dev.earshot.wire.api.JsonWriter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of an RSS or Atom feed as records of the project's own format, read by what reads files
 * of feeds, whatever their encoding.
 *
 * @param items those that could be read
 * @param refused how many could not, such as those without a date
 */
public record FeedRecords(List<Item> items, int refused) {
    private static final JsonWriter JSON = new JsonWriter();

    /** Only joins authors to their names within one reading. */
    private static final byte[] KEY = "names within a feed".getBytes(StandardCharsets.UTF_8);

    /** Reads a feed. */
    public static FeedRecords of(byte[] feed) throws UnreadableException {
        Map<String, String> names = new HashMap<>();
        var files = new PostFile(new Pseudonymiser(KEY, names::put), DecodeLimits.IMPORT);
        var request =
                new PostFiles.Request(
                        "feed",
                        new WorkspaceId("feed"),
                        Optional.empty(),
                        Instant.EPOCH,
                        PostFiles.Position.START);
        try {
            return switch (files.open(
                    offset ->
                            new ByteArrayInputStream(
                                    feed, (int) offset, feed.length - (int) offset),
                    request)) {
                case PostFiles.Opening.Refused refused ->
                        throw new UnreadableException("is no feed: " + refused.reason());
                case PostFiles.Opening.Opened opened -> {
                    if (!opened.description().kind().contains("feed")) {
                        throw new UnreadableException(
                                "is no feed but " + opened.description().kind());
                    }
                    yield records(opened.reader(), names);
                }
            };
        } catch (IOException e) {
            throw new UnreadableException("is no feed that can be read");
        }
    }

    private static FeedRecords records(PostFiles.Reader reader, Map<String, String> names)
            throws IOException, UnreadableException {
        List<Item> items = new ArrayList<>();
        int refused = 0;
        try (reader) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                for (Decoded record : row.get().decoded()) {
                    if (record instanceof Decoded.Event(PostEvent.Published(Post post))) {
                        items.add(item(post, names));
                    } else if (record instanceof Decoded.Rejected rejected) {
                        if (rejected.reason().contains("broken")) {
                            // Half a feed may lack what lies between two visits.
                            throw new UnreadableException("is a feed that breaks off");
                        }
                        refused++;
                    }
                }
            }
        }
        return new FeedRecords(items, refused);
    }

    private static Item item(Post post, Map<String, String> names) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("platform", post.id().platform().key());
        fields.put("id", post.id().nativeId());
        fields.put("createdAt", post.createdAt().toString());
        // The format undoes character references, which the reader of feeds has done already.
        fields.put("text", post.text().replace("&", "&amp;"));
        post.declaredLanguage().ifPresent(tag -> fields.put("language", tag));
        post.author()
                .map(Author::ref)
                .map(ref -> names.get(ref.pseudonym()))
                .ifPresent(name -> fields.put("author", Map.of("id", name)));
        String json = JSON.write(fields);
        return new Item(post.id().toString(), post.createdAt(), json);
    }
}
