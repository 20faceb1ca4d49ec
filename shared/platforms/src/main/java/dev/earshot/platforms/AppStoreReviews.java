package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.json.Field;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public feed of an app's last reviews in one country's store of Apple, the newest first, in
 * pages of 50.
 *
 * @param country two letters
 * @param app the app's number
 */
record AppStoreReviews(String server, String country, String app) implements Listing {
    /** The feed has ten pages. */
    private static final int LAST_PAGE = 10;

    private static final JsonWriter JSON = new JsonWriter();

    @Override
    public String format() {
        return "earshot";
    }

    @Override
    public Access access() {
        return new Access.Open();
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                URI.create(
                        server
                                + "/"
                                + country
                                + "/rss/customerreviews/page="
                                + cursor.orElse("1")
                                + "/id="
                                + app
                                + "/sortby=mostrecent/json"));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        Field feed = json.root().at("feed");
        if (!feed.isObject()) {
            throw new UnreadableException("lacks the part 'feed'");
        }
        List<Item> items = new ArrayList<>();
        Field entries = feed.at("entry");
        // A single entry stands there without its list.
        List<Field> each = entries.isObject() ? List.of(entries) : entries.itemsIfAny();
        for (Field entry : each) {
            if (entry.has("im:rating")) {
                items.add(item(entry));
            }
        }
        return new Page(items, "[", "]", next(feed, items.isEmpty()), true, 0);
    }

    private static Item item(Field entry) throws UnreadableException {
        Optional<Instant> at = JsonAnswer.time(entry.at("updated").at("label"));
        Optional<String> id = entry.at("id").at("label").id();
        if (at.isEmpty() || id.isEmpty()) {
            throw new UnreadableException("holds a review without id or time");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("platform", "upload");
        fields.put("id", "app-store-" + id.get());
        fields.put("createdAt", at.get().toString());
        String text = label(entry, "title").orElse("") + "\n" + label(entry, "content").orElse("");
        fields.put("text", text.strip());
        label(entry.at("author"), "name")
                .ifPresent(name -> fields.put("author", Map.of("id", name)));
        return new Item(id.get() + " " + at.get(), at.get(), JSON.write(fields));
    }

    private static Optional<String> label(Field entry, String name) {
        return entry.at(name).at("label").text();
    }

    /** The page after the one that the feed says it is. */
    private static Optional<String> next(Field feed, boolean empty) {
        for (Field link : feed.at("link").itemsIfAny()) {
            Field attributes = link.at("attributes");
            if (attributes.at("rel").textIfAny().equals("self")) {
                String address = attributes.at("href").textIfAny();
                int page = number(address.replaceFirst(".*/page=(\\d{1,2})/.*", "$1"));
                return empty || page < 1 || page >= LAST_PAGE
                        ? Optional.empty()
                        : Optional.of(Integer.toString(page + 1));
            }
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    }
}
