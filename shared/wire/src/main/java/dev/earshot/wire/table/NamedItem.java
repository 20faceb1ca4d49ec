package dev.earshot.wire.table;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.EarshotFormat;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A JSON object whose fields are called as the columns of a table are, as scrapers write them
 * (apify, snscrape, twint, instaloader, youtube-comment-downloader): nested objects are read as
 * {@code outer.inner}. Thread-safe.
 */
public final class NamedItem {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_FIELDS = 400;
    private static final int MAX_SHAPES = 256;

    /** Layers that wrap a value without saying anything about it. */
    private static final List<String> WRAPPERS = List.of("node", "edges");

    /** Groups, pages and events have one too. */
    private static final String ANY_THING = "description";

    /** Fields that only the project's own format has. */
    private static final String[] OWN = {
        "platform", "engagement", "repostOf", "quoteOf", "editedAt", "revision", "deleted", "posts"
    };

    private static final Map<List<String>, Map<TableField, List<Integer>>> SHAPES =
            new ConcurrentHashMap<>();

    private final Field item;
    private final List<String> names = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final Map<TableField, List<Integer>> places;
    private final Optional<KnownExport> export;

    private NamedItem(Field item) {
        this.item = item;
        flatten(item, "", 0);
        Map<TableField, List<Integer>> known = SHAPES.get(names);
        if (known == null) {
            known = Map.copyOf(TableField.of(names));
            if (SHAPES.size() < MAX_SHAPES) {
                SHAPES.put(List.copyOf(names), known);
            }
        }
        this.places = known;
        this.export = KnownExport.of(names);
    }

    private void flatten(Field value, String prefix, int depth) {
        if (depth > MAX_DEPTH || names.size() >= MAX_FIELDS) {
            return;
        }
        if (value.isObject()) {
            for (String name : value.names()) {
                String inner = WRAPPERS.contains(name) ? prefix : prefix + "." + name;
                flatten(value.at(name), inner, depth + 1);
            }
        } else if (value.isArray()) {
            if (!value.items().isEmpty() && value.items().getFirst().at("node").isObject()) {
                flatten(value.items().getFirst(), prefix, depth + 1);
            }
        } else if (value.present()) {
            names.add(prefix.startsWith(".") ? prefix.substring(1) : prefix);
            cells.add(shown(value));
        }
    }

    private static String shown(Field value) {
        return switch (value.value()) {
            case Json.Str(String text) -> text;
            case Json.Num(String number) -> number;
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case null, default -> "";
        };
    }

    /** Whether an object that looks like a post of the project's own format is a scraper's. */
    public static boolean isForeign(Field value) {
        if (!value.isObject() || !value.has("id") || !value.has("text") || value.hasAny(OWN)) {
            return false;
        }
        return value.at("author").hasAny("userName", "username", "uniqueId", "screen_name")
                || value.hasAny(
                        "webVideoUrl", "likeCount", "retweetCount", "diggCount", "authorMeta");
    }

    /**
     * Whether an object of the shape of the project's own format says when it was made by a name
     * that only others give it.
     */
    public static boolean datesOtherwise(Field value) {
        if (value.hasAny(OWN) || value.hasAny("createdAt", "created_at", "delete")) {
            return false;
        }
        var item = new NamedItem(value);
        return item.values(TableField.CREATED_AT).stream()
                .anyMatch(
                        time ->
                                ColumnDates.iso(time, Optional.empty(), Optional.empty())
                                        .isPresent());
    }

    /**
     * Whether an object names a text, an id or address, a time, and who wrote it or how many saw
     * it.
     */
    public static boolean isPost(Field value) {
        if (!value.isObject()) {
            return false;
        }
        var item = new NamedItem(value);
        Map<TableField, List<Integer>> places = item.places;
        boolean addressed = places.containsKey(TableField.URL);
        boolean text =
                places.getOrDefault(TableField.TEXT, List.of()).stream()
                        .filter(place -> addressed || !item.cells.get(place).isBlank())
                        .map(place -> TableField.plain(item.names.get(place)))
                        .anyMatch(name -> !name.endsWith(ANY_THING));
        boolean identified = addressed || places.containsKey(TableField.ID);
        boolean social =
                addressed
                        || places.containsKey(TableField.AUTHOR)
                        || places.containsKey(TableField.LIKES);
        return text && identified && social && places.containsKey(TableField.CREATED_AT);
    }

    /** Submits the item's post to {@code intake}. */
    public static void read(Field value, Intake intake) {
        new NamedItem(value).submit(intake);
    }

    private void submit(Intake intake) {
        Json.Span span =
                item.value() instanceof Json.Obj object ? object.span() : new Json.Span(0, 0);
        NamedPost post = new NamedPost(this::values, span, numbers());
        Optional<String> placeholder = Placeholders.text(post.text());
        if (placeholder.isPresent()) {
            intake.irrelevant(item, placeholder.get());
            return;
        }
        try {
            Optional<Platform> ofAll = export.flatMap(KnownExport::platform);
            PostIdentity identity = PostIdentity.of(post.said(ofAll), false);
            Json.Obj record = post.of(identity, made());
            if (!record.fields().containsKey("createdAt")) {
                throw new BadField(
                        "createdAt", "is missing; a post without a time can't be placed");
            }
            new EarshotFormat().read(new Field(item.path(), record), intake);
        } catch (BadField e) {
            String path = item.path().isEmpty() ? e.path() : item.path() + "." + e.path();
            intake.refuse(item, path, e.reason());
        }
    }

    private NumberStyle numbers() {
        return places.entrySet().stream()
                .filter(each -> each.getKey().path().contains("."))
                .flatMap(each -> each.getValue().stream())
                .map(place -> NumberStyle.shownBy(cells.get(place)))
                .reduce(NumberStyle.UNTOLD, NumberStyle::and);
    }

    /** The first of the values named for times that is one. */
    private NamedPost.Made made() {
        List<String> written = values(TableField.CREATED_AT);
        return new NamedPost.Made(
                true,
                written.stream()
                        .flatMap(
                                time ->
                                        ColumnDates.iso(time, Optional.empty(), Optional.empty())
                                                .stream())
                        .findFirst()
                        .or(() -> written.stream().findFirst()));
    }

    private List<String> values(TableField field) {
        var values = new ArrayList<String>();
        for (int place : places.getOrDefault(field, List.of())) {
            if (!cells.get(place).isBlank()) {
                values.add(cells.get(place).strip());
            }
        }
        return values;
    }
}
