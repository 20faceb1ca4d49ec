package dev.earshot.wire.table;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.XIds;
import dev.earshot.wire.json.Json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A post put together from named values, in the project's own format. A faulty value is left as it
 * is written, so that the reader of that format refuses it or leaves it out with a reason.
 */
final class NamedPost {
    private static final int SAME_BEGINNING = 20;
    private static final Pattern HANDLE =
            Pattern.compile("(?:[\\p{L}\\p{N}._-]*[\\p{L}_][\\p{L}\\p{N}._@-]*|https?://\\S+)");

    private final Values values;
    private final Json.Span span;
    private final NumberStyle numbers;

    /** The values that a row or an item has for a field. */
    interface Values {
        /** All that are not blank, best first, without blanks around them. */
        List<String> all(TableField field);

        /** The best one. */
        default Optional<String> best(TableField field) {
            return all(field).stream().findFirst();
        }
    }

    /**
     * When the post was made.
     *
     * @param told whether the record says when
     * @param written in ISO 8601, or as it stands if it is no time; empty if it is not told
     */
    record Made(boolean told, Optional<String> written) {}

    NamedPost(Values values, Json.Span span, NumberStyle numbers) {
        this.values = values;
        this.span = span;
        this.numbers = numbers;
    }

    /** The whole text: title and body, and the longer of two forms of the body. */
    String text() {
        String title = values.best(TableField.TITLE).orElse("");
        String body = body();
        String beginning = body.substring(0, Math.min(title.length(), body.length()));
        if (title.isEmpty() || body.isEmpty() || beginning.equals(title)) {
            return body.isEmpty() ? title : body;
        }
        return title + "\n\n" + body;
    }

    private String body() {
        List<String> forms = values.all(TableField.TEXT);
        if (forms.isEmpty()) {
            return values.best(TableField.SNIPPET).orElse("");
        }
        String body = forms.getFirst();
        String start = beginning(body);
        for (String other : forms) {
            body = other.length() > body.length() && beginning(other).equals(start) ? other : body;
        }
        return body;
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(SAME_BEGINNING, text.length()));
    }

    /** Whether the record has a title, as submissions have and comments have not. */
    boolean titled() {
        return values.best(TableField.TITLE).isPresent();
    }

    /**
     * The post.
     *
     * @param made when; where that is not told, an id of X tells it
     */
    Json.Obj of(PostIdentity identity, Made made) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("platform", new Json.Str(identity.platform().key()));
        fields.put("text", new Json.Str(text()));
        fields.put("id", new Json.Str(identity.id()));
        made.written()
                .or(
                        () ->
                                identity.platform() == Platform.X
                                        ? XIds.createdAt(identity.id()).map(Instant::toString)
                                        : Optional.empty())
                .ifPresent(time -> fields.put("createdAt", new Json.Str(time)));
        values.best(TableField.LANGUAGE)
                .flatMap(LanguageNames::tag)
                .ifPresent(tag -> fields.put("language", new Json.Str(tag)));
        relations(fields);
        fields.put("author", author(identity));
        fields.put("engagement", engagement());
        return new Json.Obj(fields, span);
    }

    private void relations(Map<String, Json> fields) {
        reference(TableField.REPLY_TO)
                .ifPresent(
                        id -> {
                            var target = new LinkedHashMap<String, Json>();
                            target.put("id", new Json.Str(id));
                            values.best(TableField.REPLY_TO_AUTHOR)
                                    .map(PostIdentity::undressed)
                                    .ifPresent(known -> target.put("author", new Json.Str(known)));
                            fields.put("inReplyTo", new Json.Obj(target, span));
                        });
        reference(TableField.REPOST_OF).ifPresent(id -> fields.put("repostOf", new Json.Str(id)));
        reference(TableField.QUOTE_OF).ifPresent(id -> fields.put("quoteOf", new Json.Str(id)));
    }

    /** The id that a cell names, alone or in an address; flags and texts name none. */
    private Optional<String> reference(TableField field) {
        return values.best(field)
                .filter(cell -> !Placeholders.isNothing(cell))
                .map(PostIdentity::undressed)
                .map(cell -> PostAddress.of(cell).flatMap(PostAddress::id).orElse(cell))
                .filter(id -> !id.matches("(?i)true|false|yes|no|0|.*[\\s/].*") && !id.isEmpty());
    }

    private Json author(PostIdentity identity) {
        var author = new LinkedHashMap<String, Json>();
        values.best(TableField.AUTHOR)
                .filter(cell -> !Placeholders.isNothing(cell))
                .map(PostIdentity::undressed)
                .ifPresent(id -> author.put("id", new Json.Str(id)));
        handle(identity).ifPresent(handle -> author.put("handle", new Json.Str(handle)));
        count(TableField.FOLLOWERS, author, "followers");
        count(TableField.FOLLOWING, author, "following");
        count(TableField.POSTS, author, "posts");
        count(TableField.LISTED, author, "listed");
        values.best(TableField.VERIFIED)
                .filter(cell -> !Placeholders.isNothing(cell))
                .ifPresent(yes -> author.put("verified", new Json.Str(yes)));
        values.best(TableField.OPENED)
                .ifPresent(
                        time ->
                                author.put(
                                        "createdAt",
                                        new Json.Str(
                                                ColumnDates.iso(
                                                                time,
                                                                Optional.empty(),
                                                                Optional.empty())
                                                        .orElse(time))));
        return new Json.Obj(author, span);
    }

    /**
     * A cell with the sign of handles, what the post's own address says, or a cell that may be one.
     * An address may also be that of the post that is answered, which somebody else wrote.
     */
    private Optional<String> handle(PostIdentity identity) {
        List<String> cells =
                values.all(TableField.AUTHOR).stream()
                        .filter(cell -> !Placeholders.isNothing(cell))
                        .map(PostIdentity::undressed)
                        .toList();
        return cells.stream()
                .filter(cell -> cell.startsWith("@"))
                .findFirst()
                .or(
                        () ->
                                values.all(TableField.URL).stream()
                                        .filter(url -> isOf(identity, url))
                                        .flatMap(url -> PostAddress.handle(url).stream())
                                        .findFirst())
                .or(
                        () ->
                                cells.stream()
                                        .filter(cell -> HANDLE.matcher(cell).matches())
                                        .findFirst());
    }

    private static boolean isOf(PostIdentity identity, String url) {
        return PostAddress.of(url)
                .flatMap(PostAddress::id)
                .filter(id -> id.equals(identity.id()))
                .isPresent();
    }

    private Json engagement() {
        var engagement = new LinkedHashMap<String, Json>();
        count(TableField.LIKES, engagement, "likes");
        count(TableField.REPLIES, engagement, "replies");
        count(TableField.REPOSTS, engagement, "reposts");
        count(TableField.QUOTES, engagement, "quotes");
        count(TableField.VIEWS, engagement, "views");
        return new Json.Obj(engagement, span);
    }

    /** A count; what is no number means unknown. */
    private void count(TableField field, Map<String, Json> target, String name) {
        values.best(field)
                .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                .ifPresent(
                        cell -> {
                            OptionalLong count = numbers.count(cell);
                            String shown =
                                    count.isPresent() ? Long.toString(count.getAsLong()) : cell;
                            target.put(name, new Json.Str(shown));
                        });
    }

    /** What the record says of the post's identity. */
    PostIdentity.Said said(Optional<Platform> ofAll) {
        Optional<Platform> named =
                values.all(TableField.PLATFORM).stream()
                        .flatMap(name -> NetworkNames.platform(name).stream())
                        .findFirst();
        String content =
                String.join(
                        "\0",
                        values.best(TableField.URL).orElse(""),
                        values.best(TableField.CREATED_AT).orElse(""),
                        values.best(TableField.AUTHOR).orElse(""),
                        text());
        return new PostIdentity.Said(
                ofAll.or(() -> named),
                values.best(TableField.ID),
                values.all(TableField.URL).stream()
                        .filter(url -> PostAddress.of(url).isPresent())
                        .findFirst(),
                content,
                titled());
    }

    /** The name of a language that is written and not known; empty otherwise. */
    Optional<String> unknownLanguage() {
        return values.best(TableField.LANGUAGE)
                .filter(name -> LanguageNames.tag(name).isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !Placeholders.isNothing(name) && !name.equals("unknown"));
    }
}
