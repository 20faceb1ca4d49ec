package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Bluesky finds for a query, the newest first.
 *
 * @param server where the account is that searches
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-search-posts">searchPosts</a>
 */
record BlueskySearch(String server, String query) implements Listing {
    @Override
    public String format() {
        return "bluesky-view";
    }

    @Override
    public Access access() {
        return new BlueskySignIn(server);
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server + "/xrpc/app.bsky.feed.searchPosts",
                        Bases.parameters(
                                "q",
                                query,
                                "sort",
                                "latest",
                                "limit",
                                "100",
                                "cursor",
                                cursor.orElse(""))));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        List<Item> items = new ArrayList<>();
        for (Field post : json.list(json.root().at("posts")).items()) {
            items.add(item(json, post));
        }
        return Page.of(items, json.root().at("cursor").id());
    }

    /** A post as Bluesky shows it; its place in lists is the time at which it was indexed. */
    static Item item(JsonAnswer json, Field post) throws UnreadableException {
        String uri = post.at("uri").textIfAny();
        Optional<Instant> at =
                JsonAnswer.time(
                        post.has("indexedAt")
                                ? post.at("indexedAt")
                                : post.at("record").at("createdAt"));
        if (uri.isEmpty() || at.isEmpty()) {
            throw new UnreadableException("holds a post without uri or time");
        }
        return new Item(uri, at.get(), json.raw(post));
    }
}
