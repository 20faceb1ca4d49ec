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

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What X finds for a query among the posts of the last seven days, the newest first.
 *
 * @see <a href="https://docs.x.com/x-api/posts/search-recent-posts">Search recent posts</a>
 */
record XSearch(String server, String query) implements Listing {
    private static final Duration REACH = Duration.ofDays(7).minusMinutes(10);

    @Override
    public String format() {
        return "x-v2";
    }

    @Override
    public Access access() {
        return new BearerToken("bearer_token", false);
    }

    @Override
    public Optional<Duration> reach() {
        return Optional.of(REACH);
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server + "/2/tweets/search/recent",
                        Bases.parameters(
                                "query",
                                query,
                                "max_results",
                                "100",
                                "start_time",
                                floor.truncatedTo(ChronoUnit.SECONDS).toString(),
                                "tweet.fields",
                                "created_at,lang,public_metrics,referenced_tweets,"
                                        + "in_reply_to_user_id,conversation_id,entities,"
                                        + "attachments,note_tweet,edit_history_tweet_ids",
                                "expansions",
                                "author_id,referenced_tweets.id,"
                                        + "referenced_tweets.id.author_id,"
                                        + "attachments.media_keys",
                                "user.fields",
                                "username,public_metrics,verified,created_at",
                                "media.fields",
                                "media_key,type,url,preview_image_url,alt_text",
                                "next_token",
                                cursor.orElse(""))));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        Field root = json.root();
        if (!root.at("meta").isObject()) {
            throw new UnreadableException("lacks the part 'meta' that X promises");
        }
        List<Item> items = new ArrayList<>();
        for (Field post : root.at("data").itemsIfAny()) {
            Optional<Instant> at = JsonAnswer.time(post.at("created_at"));
            Optional<String> id = post.at("id").id();
            if (at.isEmpty() || id.isEmpty()) {
                throw new UnreadableException("holds a post without id or time");
            }
            items.add(new Item(id.get(), at.get(), json.raw(post)));
        }
        String includes =
                root.at("includes").isObject()
                        ? ",\"includes\":" + json.raw(root.at("includes"))
                        : "";
        return new Page(
                items,
                "{\"data\":[",
                "]" + includes + "}",
                root.at("meta").at("next_token").text(),
                false,
                0);
    }
}
