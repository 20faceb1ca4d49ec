package dev.earshot.wire;

import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.archive.Archive;
import dev.earshot.wire.archive.Archives;
import dev.earshot.wire.file.Lines;
import dev.earshot.wire.format.EarshotFormat;
import dev.earshot.wire.format.Format;
import dev.earshot.wire.format.Formats;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.JsonSource;
import dev.earshot.wire.table.NamedItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages of every format. A body is one JSON value (a record, an array of records, an
 * envelope {@code {"posts":[...]}}, or a platform's own response) or NDJSON, one of those per line.
 *
 * <p>A truncated or invalid JSON value is rejected whole, since half of a platform's response may
 * lack what the other half explains; of NDJSON only the broken line is rejected. A record with an
 * invalid field is rejected on its own. No input makes {@link #decode} throw: an exception from it
 * is a fault of the program. Time and memory are bounded by {@link DecodeLimits}.
 *
 * <p>A rejection's path reads like {@code data[3].created_at} or {@code line 7: text}; {@code $} is
 * the whole.
 *
 * <p>Thread-safe.
 */
public final class PostReader implements PostDecoder {
    private final Pseudonymiser pseudonymiser;
    private final DecodeLimits limits;

    /** A reader with the limits of a queue's message. */
    public PostReader(Pseudonymiser pseudonymiser) {
        this(pseudonymiser, DecodeLimits.MESSAGE);
    }

    public PostReader(Pseudonymiser pseudonymiser, DecodeLimits limits) {
        this.pseudonymiser = pseudonymiser;
        this.limits = limits;
    }

    @Override
    public List<Decoded> decode(PostMessage message) {
        String body = message.body();
        if (body.length() > limits.maxBodyLength()) {
            return refused(
                    "",
                    "the message is "
                            + body.length()
                            + " characters long; send at most "
                            + limits.maxBodyLength(),
                    body);
        }
        List<Format> formats = message.source().map(Formats::named).orElse(Formats.all());
        if (formats.isEmpty()) {
            return refused(
                    "source",
                    "format '"
                            + Excerpt.of(message.source().orElse(""), 60)
                            + "' is not known; use one of "
                            + Formats.names(),
                    body);
        }
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        return switch (JsonSource.read(text, limits.maxDepth())) {
            case JsonSource.Reading.Whole whole ->
                    records(message, whole, formats, limits.maxRecords());
            case JsonSource.Reading.Broken broken ->
                    Lines.areRecords(text)
                            ? lines(message, text, formats)
                            : refused(broken.path(), broken.reason(), body);
        };
    }

    private List<Decoded> lines(PostMessage message, String text, List<Format> formats) {
        var all = new ArrayList<Decoded>();
        int taken = 0;
        for (Lines.Line line : Lines.of(text)) {
            if (taken >= limits.maxRecords()) {
                all.add(
                        new Decoded.Rejected(
                                "line " + line.number(),
                                "this line and all after it are beyond the "
                                        + limits.maxRecords()
                                        + " records that a message may hold; send them again in"
                                        + " smaller messages",
                                text.substring(line.start())));
                break;
            }
            List<Decoded> some =
                    switch (JsonSource.read(line.text(), limits.maxDepth())) {
                        case JsonSource.Reading.Whole whole ->
                                records(message, whole, formats, limits.maxRecords() - taken);
                        case JsonSource.Reading.Broken broken ->
                                refused(broken.path(), broken.reason(), line.text());
                    };
            for (Decoded decoded : some) {
                all.add(Lines.placed(line.number(), decoded));
                taken += decoded instanceof Decoded.Irrelevant ? 0 : 1;
            }
        }
        return all;
    }

    private List<Decoded> records(
            PostMessage message, JsonSource.Reading.Whole whole, List<Format> formats, int room) {
        Intake intake = new Intake(message, pseudonymiser, whole, room, limits.maxRecords());
        read(new Field("", whole.root()), formats, intake, 0);
        List<Decoded> outcome = intake.outcome();
        return outcome.isEmpty() ? List.of(new Decoded.Irrelevant("holds no record")) : outcome;
    }

    private static void read(Field value, List<Format> formats, Intake intake, int level) {
        if (intake.isFull()) {
            intake.surplus(value);
            return;
        }
        if (value.isArray() && level < 2) {
            value.items().forEach(item -> read(item, formats, intake, level + 1));
            return;
        }
        if (value.at("posts").isArray() && level < 2) {
            Field source = value.at("source");
            List<Format> named = source.isText() ? Formats.named(source.textIfAny()) : formats;
            if (named.isEmpty()) {
                intake.refuse(
                        value,
                        source.path(),
                        "format "
                                + source.shown()
                                + " is not known; use one of "
                                + Formats.names());
                return;
            }
            value.at("posts").items().forEach(item -> read(item, named, intake, 2));
            return;
        }
        if (!value.isObject()) {
            intake.refuse(
                    value, value.path(), "must be a post: a JSON object, got " + value.shown());
            return;
        }
        if (formats.equals(Formats.all()) && NamedItem.isForeign(value)) {
            NamedItem.read(value, intake);
            return;
        }
        Formats.recognise(formats, value)
                .ifPresentOrElse(
                        format -> read(value, format, formats, intake),
                        () -> unrecognised(value, formats, intake, level));
    }

    private static void read(Field value, Format format, List<Format> formats, Intake intake) {
        boolean foreign =
                format instanceof EarshotFormat
                        && formats.equals(Formats.all())
                        && value.isObject()
                        && NamedItem.datesOtherwise(value);
        if (foreign) {
            NamedItem.read(value, intake);
        } else {
            format.read(value, intake);
        }
    }

    /** The posts of an answer that wraps them under any name, such as {@code results}. */
    private static List<Field> wrapped(Field value) {
        List<List<Field>> lists =
                value.names().stream()
                        .map(name -> value.at(name).itemsIfAny())
                        .filter(items -> !items.isEmpty() && items.getFirst().isObject())
                        .toList();
        return lists.size() == 1 && NamedItem.isPost(lists.getFirst().getFirst())
                ? lists.getFirst()
                : List.of();
    }

    private static void unrecognised(Field value, List<Format> formats, Intake intake, int level) {
        if (formats.size() == 1) {
            formats.getFirst().read(value, intake);
            return;
        }
        if (formats.equals(Formats.all())) {
            Optional<Archive> archive = Archives.of(value);
            if (archive.isPresent()) {
                archive.get().read(value, intake);
                return;
            }
            if (NamedItem.isPost(value)) {
                NamedItem.read(value, intake);
                return;
            }
            List<Field> items = level < 2 ? wrapped(value) : List.of();
            if (!items.isEmpty()) {
                items.forEach(item -> read(item, formats, intake, 2));
                return;
            }
        }
        if (isError(value)) {
            intake.irrelevant(value, "an error of a platform");
            return;
        }
        if (value.at("data").isArray() && value.at("data").items().isEmpty()) {
            intake.irrelevant(value, "an answer without posts");
            return;
        }
        if (!formats.equals(Formats.all())) {
            // The sender named a platform: its most general format reports what is wrong.
            formats.getLast().read(value, intake);
            return;
        }
        intake.refuse(
                value,
                value.at(value.has("id") ? "text" : "id").path(),
                "is missing, and the record has the shape of no known format (its fields are "
                        + Excerpt.of(String.join(", ", value.names()), 120)
                        + "); send posts, and name their format in the attribute 'source'");
    }

    private static boolean isError(Field value) {
        return value.hasAny("error", "errors") && !value.hasAny("id", "data", "posts");
    }

    private static List<Decoded> refused(String path, String reason, String payload) {
        return List.of(new Decoded.Rejected(path.isEmpty() ? "$" : path, reason, payload));
    }
}
