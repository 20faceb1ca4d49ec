package dev.earshot.wire.format;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * X compliance: events of the compliance stream, with or without an enclosing {@code data}, and the
 * lines of a compliance batch. A deletion or drop removes the post; so does withholding it
 * everywhere (country {@code XX}, or {@code XY} after a copyright claim). X may undo a drop; a
 * removed post stays removed here. An account that was deleted, suspended or protected removes all
 * of its posts. Withholding in single countries, restoring, edits (whose text comes as a post) and
 * other account events are recognised and ignored. See
 * https://docs.x.com/x-api/compliance/streams/introduction.
 */
final class XComplianceFormat implements Format {
    private static final List<String> POST_EVENTS =
            List.of(
                    "delete",
                    "drop",
                    "undrop",
                    "withheld",
                    "tweet_edit",
                    "scrub_geo",
                    "status_withheld");
    private static final List<String> ACCOUNT_GONE =
            List.of("user_delete", "user_suspend", "user_protect");
    private static final List<String> ACCOUNT_BACK =
            List.of("user_undelete", "user_unsuspend", "user_unprotect");
    private static final Instant ONLY_LARGE_IDS = Instant.parse("2010-11-05T00:00:00Z");

    @Override
    public List<String> names() {
        return List.of("x-compliance", "x-v2", "twitter-v2", "x", "twitter");
    }

    @Override
    public boolean recognises(Field value) {
        return isEvent(value) || isEvent(value.at("data"));
    }

    @Override
    public void read(Field value, Intake intake) {
        Field data = value.at("data");
        if (data.isArray()) {
            data.items().forEach(item -> readEvent(item, intake));
        } else if (data.isObject()) {
            readEvent(data, intake);
        } else {
            readEvent(value, intake);
        }
    }

    static boolean isEvent(Field value) {
        return eventName(value).isPresent()
                || isBatchLine(value)
                || value.names().stream().anyMatch(name -> isUserEvent(value, name));
    }

    static void readEvent(Field value, Intake intake) {
        intake.record(
                value, () -> isBatchLine(value) ? batchLine(value, intake) : event(value, intake));
    }

    private static boolean isBatchLine(Field value) {
        return value.has("id") && value.at("action").isText() && !value.has("text");
    }

    private static boolean isUserEvent(Field value, String name) {
        return name.startsWith("user_") && value.at(name).at("user").isObject();
    }

    private static Optional<String> eventName(Field value) {
        return POST_EVENTS.stream()
                .filter(name -> value.at(name).at("tweet").isObject() || isV1(value.at(name)))
                .findFirst();
    }

    /** X v1.1 wrote {@code {"delete":{"status":{"id","id_str",...}}}}. */
    private static boolean isV1(Field event) {
        return event.at("status").isObject()
                || event.has("initial_tweet_id")
                || (event.has("id_str") && event.has("user_id_str"));
    }

    private static Decoded event(Field value, Intake intake) {
        Optional<String> name = eventName(value);
        if (name.isEmpty()) {
            Optional<Decoded> account =
                    account(value, ACCOUNT_GONE, Decoded.AuthorGone::new, intake)
                            .or(
                                    () ->
                                            account(
                                                    value,
                                                    ACCOUNT_BACK,
                                                    Decoded.AuthorBack::new,
                                                    intake));
            if (account.isPresent()) {
                return account.get();
            }
            return new Decoded.Irrelevant(
                    "compliance event about an account of X: "
                            + Excerpt.of(String.join(", ", value.names()), 60));
        }
        Field event = value.at(name.get());
        Field post = event.hasAny("tweet", "status") ? event.first("tweet", "status") : event;
        PostId id = intake.postId(Platform.X, post.first("id_str", "id"));
        Optional<Instant> at = event.first("event_at", "timestamp_ms").time();
        return switch (name.get()) {
            case "delete", "drop" -> intake.removed(id, at);
            case "withheld", "status_withheld" -> withheld(event, id, at, intake);
            case "tweet_edit" ->
                    new Decoded.Irrelevant(
                            "notice that " + id + " was edited; the new text comes as a post");
            default -> new Decoded.Irrelevant("compliance event '" + name.get() + "' about " + id);
        };
    }

    /** An account that was deleted, suspended or protected, or is there again. */
    private static Optional<Decoded> account(
            Field value,
            List<String> names,
            BiFunction<AuthorRef, Instant, Decoded> made,
            Intake intake) {
        for (String name : names) {
            Field event = value.at(name);
            Field user = event.at("user");
            if (user.isObject() && user.first("id_str", "id").id().isPresent()) {
                String id = user.first("id_str", "id").requiredId();
                Instant at = event.first("event_at", "timestamp_ms").time().orElse(intake.sentAt());
                return Optional.of(made.apply(intake.author(Platform.X, id), at));
            }
        }
        return Optional.empty();
    }

    private static Decoded withheld(Field event, PostId id, Optional<Instant> at, Intake intake) {
        List<String> countries =
                event.at("withheld_in_countries").itemsIfAny().stream()
                        .map(Field::textIfAny)
                        .toList();
        if (countries.contains("XX") || countries.contains("XY")) {
            return intake.removed(id, at);
        }
        return new Decoded.Irrelevant(
                "notice that " + id + " is withheld in " + Excerpt.of(countries.toString(), 100));
    }

    /**
     * A line of a batch names a post or an account by the same fields. Since November 2010 every
     * new post has a large id; a small one with a later {@code created_at} is an account's. An
     * ambiguous id counts as a post: removing a post that never existed does no harm, keeping a
     * deleted one would.
     */
    private static Decoded batchLine(Field line, Intake intake) {
        Field action = line.at("action");
        if (!action.requiredText().equals("delete")) {
            return new Decoded.Irrelevant(
                    "compliance action '" + Excerpt.of(action.requiredText(), 40) + "'");
        }
        PostId id = intake.postId(Platform.X, line.at("id"));
        Optional<Instant> created = line.at("created_at").time();
        Optional<Instant> told = XIds.createdAt(id.nativeId());
        if (told.isEmpty() && created.isPresent() && created.get().isAfter(ONLY_LARGE_IDS)) {
            return new Decoded.Irrelevant("compliance action about an account of X");
        }
        return intake.removed(id, line.at("redacted_at").time());
    }
}
