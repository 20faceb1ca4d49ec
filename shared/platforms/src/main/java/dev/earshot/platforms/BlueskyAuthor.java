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
 * What an account of Bluesky posts, the newest first; what it reposts of others is left out.
 *
 * @param server the public interface, which asks for no credential
 * @param actor handle or DID
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed">getAuthorFeed</a>
 */
record BlueskyAuthor(String server, String actor) implements Listing {
    @Override
    public String format() {
        return "bluesky-view";
    }

    @Override
    public Access access() {
        return new Access.Open();
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server + "/xrpc/app.bsky.feed.getAuthorFeed",
                        Bases.parameters(
                                "actor",
                                actor,
                                "filter",
                                "posts_with_replies",
                                "limit",
                                "100",
                                "cursor",
                                cursor.orElse(""))));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        List<Item> items = new ArrayList<>();
        for (Field entry : json.list(json.root().at("feed")).items()) {
            if (!entry.at("reason").at("$type").textIfAny().endsWith("#reasonRepost")) {
                items.add(BlueskySearch.item(json, entry.at("post")));
            }
        }
        return Page.of(items, json.root().at("cursor").id());
    }
}
