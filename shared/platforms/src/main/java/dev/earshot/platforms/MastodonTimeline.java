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
 * A hashtag's timeline on a server of Mastodon, or the server's own public one. Only public
 * statuses are taken, and none of an account that asks not to be indexed ({@code noindex}) or that
 * has not allowed its posts to be found by search ({@code indexable}).
 *
 * @param tag without {@code #}; empty for the public timeline
 * @see <a href="https://docs.joinmastodon.org/methods/timelines/">timelines</a>
 */
record MastodonTimeline(String server, Optional<String> tag) implements Listing {
    @Override
    public String format() {
        return "mastodon";
    }

    @Override
    public Access access() {
        return new BearerToken("token", true);
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server
                                + "/api/v1/timelines/"
                                + tag.map(name -> "tag/" + Bases.encoded(name)).orElse("public"),
                        Bases.parameters(
                                "local",
                                tag.isPresent() ? "" : "true",
                                "limit",
                                "40",
                                "max_id",
                                cursor.orElse(""))));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        List<Item> items = new ArrayList<>();
        Optional<String> last = Optional.empty();
        int withheld = 0;
        for (Field status : json.list(json.root()).items()) {
            Optional<Instant> at = JsonAnswer.time(status.at("created_at"));
            last = status.at("id").id();
            if (at.isEmpty() || last.isEmpty()) {
                throw new UnreadableException("holds a status without id or time");
            }
            if (!mayBeRead(status)) {
                withheld++;
                continue;
            }
            String key = status.at("uri").textIfAny();
            items.add(
                    new Item(
                            (key.isEmpty() ? server + " " + last.get() : key)
                                    + status.at("edited_at")
                                            .text()
                                            .map(time -> " " + time)
                                            .orElse(""),
                            at.get(),
                            json.raw(status)));
        }
        return new Page(items, "[", "]", last, false, withheld);
    }

    private static boolean mayBeRead(Field status) {
        Field account = status.at("account");
        boolean hidden = account.at("noindex").isTrue();
        boolean searchable = !account.has("indexable") || account.at("indexable").isTrue();
        return status.at("visibility").textIfAny().equals("public") && !hidden && searchable;
    }
}
