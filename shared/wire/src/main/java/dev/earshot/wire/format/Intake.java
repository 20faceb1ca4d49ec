package dev.earshot.wire.format;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
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
 * What one JSON text of a message comes to. Formats hand in their records one by one; each ends as
 * exactly one {@link Decoded}, whatever is wrong with it.
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
     * @param room how many more records the message may hold
     * @param maxRecords how many a message may hold, for complaints
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

    /** When the message was sent: the time of what states none itself. */
    Instant sentAt() {
        return message.sentAt();
    }

    /**
     * Accounts for one record by what {@code reader} makes of it. Beyond the limit all are
     * accounted for by one refusal of the rest, so that one message can't fill the store of what
     * was parked.
     */
    void record(Field record, Supplier<Decoded> reader) {
        metrics.begin();
        try {
            add(record, reader.get());
        } catch (BadField e) {
            refuse(record, e.path(), e.reason());
        } catch (FieldException e) {
            refuse(record, record.path(), e.field() + " " + e.reason());
        }
    }

    /** Accounts for a record that tells of no post. */
    public void irrelevant(Field record, String what) {
        record(record, () -> new Decoded.Irrelevant(what));
    }

    /** Accounts for a record that can't be taken. */
    public void refuse(Field record, String path, String reason) {
        if (taken < room) {
            String payload = payload(record);
            add(record, new Decoded.Rejected(path.isEmpty() ? "$" : path, reason, payload));
        } else {
            surplus(record);
        }
    }

    /** What is irrelevant costs nothing later on, so that it doesn't count. */
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

    /** Whether the message holds as much as it may. */
    public boolean isFull() {
        return taken >= room;
    }

    /** Accounts for a record beyond the limit. */
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

    /** An author known by the account's id. */
    AuthorRef author(Platform platform, String accountId) {
        return pseudonymiser.pseudonym(message.workspace(), platform, accountId);
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
     * An author with all that an account shows.
     *
     * @param verified true, false, or a text that says how: {@code valid} and {@code true} are yes
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

    /** Reads what a post can do without. */
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

    /** A removal, at the time stated or else when the message was sent. */
    Decoded removed(PostId id, Optional<Instant> at) {
        return new Decoded.Event(new PostEvent.Removed(id, at.orElse(sentAt())));
    }

    /**
     * Everything in order. A flaw spoils the innermost record around it; one outside every record
     * makes the message ambiguous, so the whole is refused.
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
