package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.Refusal;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.collect.feed.Usage;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts of an own page, or media of an own account, each with its comments; or media in which the
 * account is tagged. A post comes again when it has more comments.
 *
 * @param edge what is listed, such as {@code 17895695668004550/media}
 * @see <a href="https://developers.facebook.com/docs/graph-api/">Graph API</a>
 */
record MetaComments(String server, String edge, Kind kind) implements Listing {
    /** Comments that come with a post; more are reached by webhooks. */
    private static final int COMMENTS = 40;

    /** What differs between the two platforms. */
    enum Kind {
        FACEBOOK(
                "facebook",
                "created_time",
                "id,message,created_time,updated_time,from,permalink_url,comments.limit("
                        + COMMENTS
                        + ").order(reverse_chronological).summary(true)"
                        + "{id,message,created_time,from,parent{id},like_count}"),
        INSTAGRAM(
                "instagram",
                "timestamp",
                "id,caption,timestamp,media_type,permalink,username,like_count,comments_count,"
                        + "comments.limit("
                        + COMMENTS
                        + "){id,text,timestamp,from,username,like_count,replies{id,text,timestamp,"
                        + "from,username,like_count}}"),
        INSTAGRAM_TAGS(
                "instagram",
                "timestamp",
                "id,caption,timestamp,media_type,permalink,username,like_count,comments_count");

        private final String format;
        private final String time;
        private final String fields;

        Kind(String format, String time, String fields) {
            this.format = format;
            this.time = time;
            this.fields = fields;
        }
    }

    @Override
    public String format() {
        return kind.format;
    }

    @Override
    public Access access() {
        return new BearerToken("access_token", false);
    }

    /** A post, its comments, and some answers to them. */
    @Override
    public int recordsOfItem() {
        return kind == Kind.INSTAGRAM_TAGS ? 1 : 100;
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                Bases.uri(
                        server + "/" + edge,
                        Bases.parameters(
                                "fields", kind.fields, "limit", "25", "after", cursor.orElse(""))));
    }

    @Override
    public Optional<Refusal> refusal(Answer answer) {
        return MetaQuota.refusal(answer);
    }

    @Override
    public Optional<Usage> usage(Answer answer) {
        return MetaQuota.usage(answer);
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        List<Item> items = new ArrayList<>();
        for (Field post : json.list(json.root().at("data")).items()) {
            Optional<Instant> at = JsonAnswer.time(post.at(kind.time));
            Optional<String> id = post.at("id").id();
            if (at.isEmpty() || id.isEmpty()) {
                throw new UnreadableException("holds a post without id or time");
            }
            items.add(new Item(id.get() + " " + state(post), at.get(), json.raw(post)));
        }
        Field paging = json.root().at("paging");
        Optional<String> after =
                paging.has("next") ? paging.at("cursors").at("after").text() : Optional.empty();
        return new Page(items, "{\"data\":[", "]}", after, false, 0);
    }

    /** What changes when there is something new to read. */
    private static String state(Field post) {
        return post.at("updated_time").textIfAny()
                + " "
                + post.at("comments_count").wholeIfAny().orElse(0)
                + " "
                + post.at("comments").at("summary").at("total_count").wholeIfAny().orElse(0);
    }
}
