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
import java.util.Set;

/**
 * A listing of Reddit, the newest first: a search's, or a subreddit's posts or comments. A listing
 * holds about a thousand entries at most.
 *
 * @param signInServer where tokens are given
 * @param path with the parameters that choose what is listed
 * @see <a href="https://www.reddit.com/dev/api">API documentation</a>
 */
record RedditListing(String signInServer, String server, String path) implements Listing {
    private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

    @Override
    public String format() {
        return "reddit";
    }

    @Override
    public Access access() {
        return new RedditSignIn(signInServer);
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server + path,
                        Bases.parameters(
                                "sort", "new",
                                "limit", "100",
                                "raw_json", "1",
                                "after", cursor.orElse(""))));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        Field data = json.root().at("data");
        List<Item> items = new ArrayList<>();
        for (Field thing : json.list(data.at("children")).items()) {
            Field post = thing.at("data");
            Optional<Instant> at = JsonAnswer.time(post.at("created_utc"));
            String name = post.at("name").textIfAny();
            if (at.isEmpty() || name.isEmpty()) {
                throw new UnreadableException("holds an entry without name or time");
            }
            items.add(new Item(name + state(post), name, at.get(), json.raw(thing)));
        }
        return new Page(
                items,
                "{\"kind\":\"Listing\",\"data\":{\"children\":[",
                "]}}",
                data.at("after").text(),
                true,
                0);
    }

    /** What is edited, deleted or removed comes again. */
    private static String state(Field post) throws UnreadableException {
        Field written = post.at("edited");
        String edited =
                written.isNumber()
                        ? JsonAnswer.time(written).map(Instant::toString).orElse("")
                        : "";
        boolean gone =
                post.has("removed_by_category")
                        || GONE.contains(post.at("body").textIfAny().strip())
                        || GONE.contains(post.at("selftext").textIfAny().strip());
        return (edited.isEmpty() ? "" : " edited " + edited) + (gone ? " gone" : "");
    }
}
