package dev.earshot.wire.format;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects the outcomes of one JSON text of a message. Formats submit their records one by one;
 * each becomes exactly one {@link Decoded}, valid or not. A fault of a format itself is no outcome:
 * it propagates.
 */
public final class Intake {
    private static final int MAX_NESTED_DEPTH = 64;
    private final PostMessage message;
    private final Pseudonymiser pseudonymiser;
    private final JsonSource.Reading.Whole source;
    private final int room;
    private final int maxRecords;
    private final Metrics metrics = new Metrics();
    private final List<Entry> entries = new ArrayList<>();
    private int taken;
    private int surplus;
    private String firstSurplus = "";

    /** One record: the part of the source it covers (null if none is known) and its outcome. */
    private record Entry(Json.@Nullable Span span, Decoded decoded) {}

    /**
     * @param room how many more records the message may contain
     * @param maxRecords maximum records per message, for error messages
     */
    public Intake(
            PostMessage message,
            Pseudonymiser pseudonymiser,
            JsonSource.Reading.Whole source,
            int room,
            int maxRecords) {
        this.message = message;
        this.pseudonymiser = pseudonymiser;
        this.source = source;
        this.room = room;
        this.maxRecords = maxRecords;
    }

    /** When the message was sent; used for records without a time. */
    Instant sentAt() {
        return message.sentAt();
    }

    /**
     * Records the outcome of {@code reader} for one record. All records beyond the limit share one
     * rejection, so that a single message can't fill the parked store.
     */
    void record(Field record, Supplier<Decoded> reader) {
        metrics.begin();
        guarded(record, () -> add(record, reader.get()));
    }

    /** Reads a record by {@code reading}, which records its outcome; a wrong field refuses it. */
    public void guarded(Field record, Runnable reading) {
        try {
            reading.run();
        } catch (BadField e) {
            refuse(record, e.path(), e.reason());
        } catch (FieldException e) {
            refuse(record, record.path(), e.field() + " " + e.reason());
        }
    }

    /** Records that a record contains no post. */
    public void irrelevant(Field record, String what) {
        record(record, () -> new Decoded.Irrelevant(what));
    }

    /** Records that a record is rejected. */
    public void refuse(Field record, String path, String reason) {
        if (taken < room) {
            String payload = payload(record);
            add(record, new Decoded.Rejected(path.isEmpty() ? "$" : path, reason, payload));
        } else {
            surplus(record);
        }
    }

    /** Irrelevant records cost nothing later, so they don't count towards the limit. */
    private void add(Field record, Decoded decoded) {
        if (decoded instanceof Decoded.Irrelevant) {
            entries.add(new Entry(span(record), decoded));
        } else if (taken < room) {
            taken++;
            entries.add(new Entry(span(record), decoded));
        } else {
            surplus(record);
        }
    }

    /** Whether the limit of records is reached. */
    public boolean isFull() {
        return taken >= room;
    }

    /** Counts a record beyond the limit. */
    public void surplus(Field record) {
        surplus++;
        if (surplus == 1) {
            firstSurplus = record.path().isEmpty() ? "$" : record.path();
        }
    }

    /** A post's identity from the field that holds the platform's id. */
    PostId postId(Platform platform, Field field) {
        return postId(platform, field, field.requiredId());
    }

    /** A post's identity; {@code field} is where it came from. */
    PostId postId(Platform platform, Field field, String nativeId) {
        try {
            return new PostId(platform, nativeId);
        } catch (FieldException e) {
            throw field.bad(Excerpt.of(e.field() + " " + e.reason(), 200));
        }
    }

    /** An author identified by the account's id. */
    AuthorRef author(Platform platform, String accountId) {
        return pseudonymiser.pseudonym(message.workspace(), platform, accountId);
    }

    /** A handle, hashed. */
    HandleRef handle(Platform platform, String written) {
        return pseudonymiser.handle(
                message.workspace(), platform, Handles.plain(platform, written));
    }

    /** An author with the account's public counts. */
    Author author(
            Platform platform, String accountId, Field followers, Field following, Field posts) {
        return author(
                platform,
                accountId,
                followers,
                following,
                posts,
                Field.NONE,
                Field.NONE,
                Field.NONE);
    }

    /**
     * An author with all public data of the account.
     *
     * @param verified true, false, or a string; {@code valid} and {@code true} mean yes
     * @param createdAt when the account was opened
     */
    Author author(
            Platform platform,
            String accountId,
            Field followers,
            Field following,
            Field posts,
            Field listed,
            Field verified,
            Field createdAt) {
        return new Author(
                author(platform, accountId),
                metrics.count(followers),
                metrics.count(following),
                metrics.count(posts),
                metrics.count(listed),
                metrics.flag(verified),
                metrics.opened(createdAt, sentAt()));
    }

    /** An author of an export: the pseudonym, and the hash of the handle, as they were. */
    Author exported(Field author) {
        Author known =
                new Author(
                        new AuthorRef(author.at("id").requiredText()),
                        metrics.count(author.at("followers")),
                        metrics.count(author.at("following")),
                        metrics.count(author.at("posts")));
        return author.at("handleId")
                .text()
                .filter(hash -> hash.matches("[0-9a-f]{16}"))
                .map(hash -> known.under(new HandleRef(hash)))
                .orElse(known);
    }

    /** Reads the optional metrics of a post. */
    Metrics metrics() {
        return metrics;
    }

    /** A JSON text inside a string, as Mastodon's streaming interface sends. */
    Field nested(Field text) {
        return switch (JsonSource.read(text.requiredText(), MAX_NESTED_DEPTH)) {
            case JsonSource.Reading.Whole whole when whole.flaws().isEmpty() ->
                    new Field(text.path(), whole.root());
            case JsonSource.Reading.Whole whole ->
                    throw new BadField(
                            text.path() + "." + whole.flaws().getFirst().path(),
                            whole.flaws().getFirst().reason());
            case JsonSource.Reading.Broken broken -> throw text.bad(broken.reason());
        };
    }

    /** A removal at the stated time, or else at the time the message was sent. */
    Decoded removed(PostId id, Optional<Instant> at) {
        return new Decoded.Event(new PostEvent.Removed(id, at.orElse(sentAt())));
    }

    /**
     * All outcomes in order. A flaw rejects the innermost record around it; a flaw outside every
     * record makes the message ambiguous, so the whole message is rejected.
     */
    public List<Decoded> outcome() {
        var outcome = new ArrayList<Decoded>();
        for (Entry entry : entries) {
            outcome.add(entry.decoded());
        }
        for (JsonSource.Flaw flaw : source.flaws()) {
            int innermost = innermost(flaw.offset());
            if (innermost < 0) {
                return List.of(new Decoded.Rejected(flaw.path(), flaw.reason(), source.text()));
            }
            if (!(outcome.get(innermost) instanceof Decoded.Rejected)) {
                outcome.set(
                        innermost,
                        new Decoded.Rejected(
                                flaw.path(), flaw.reason(), slice(entries.get(innermost).span())));
            }
        }
        if (surplus > 0) {
            outcome.add(
                    new Decoded.Rejected(
                            firstSurplus,
                            "from here on, "
                                    + surplus
                                    + " of the records are beyond the "
                                    + maxRecords
                                    + " that a message may hold; send them again in smaller"
                                    + " messages",
                            source.text()));
        }
        return outcome;
    }

    private int innermost(int offset) {
        int best = -1;
        int length = Integer.MAX_VALUE;
        for (int i = 0; i < entries.size(); i++) {
            Json.Span span = entries.get(i).span();
            if (span != null && span.covers(offset) && span.end() - span.start() <= length) {
                best = i;
                length = span.end() - span.start();
            }
        }
        return best;
    }

    private static Json.@Nullable Span span(Field record) {
        return switch (record.value()) {
            case Json.Obj object -> object.span();
            case Json.Arr array -> array.span();
            case null, default -> null;
        };
    }

    private String payload(Field record) {
        Json.Span span = span(record);
        if (span != null) {
            return slice(span);
        }
        return record.isText() ? record.textIfAny() : record.shown();
    }

    private String slice(Json.@Nullable Span span) {
        return span == null ? "" : source.text().substring(span.start(), span.end());
    }
}
