package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bluesky's Jetstream: creations, updates and deletions of posts. A post's id is {@code
 * <did>:<rkey>}. A deleted account removes all of its posts. Likes, reposts and follows are
 * ignored. See https://github.com/bluesky-social/jetstream.
 */
final class JetstreamFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("bluesky-jetstream", "jetstream", "bluesky");
    }

    @Override
    public boolean recognises(Field value) {
        return value.has("did") && value.at("kind").isText();
    }

    @Override
    public void read(Field value, Intake intake) {
        intake.record(value, () -> event(value, intake));
    }

    private static Decoded event(Field value, Intake intake) {
        Field kind = value.at("kind");
        return switch (kind.requiredText()) {
            case "commit" -> commit(value, intake);
            case "account" -> account(value, intake);
            case "identity" -> new Decoded.Irrelevant("identity event of Bluesky");
            default -> throw kind.bad("must be commit, account or identity, got " + kind.shown());
        };
    }

    /** See the lexicon {@code com.atproto.sync.subscribeRepos#account}. */
    private static Decoded account(Field value, Intake intake) {
        Field account = value.at("account");
        String status = account.at("status").textIfAny();
        boolean active = account.at("active").isTrue();
        Optional<String> did = value.at("did").text();
        return switch (status) {
            case "deleted", "takendown", "suspended", "deactivated" ->
                    active || did.isEmpty()
                            ? new Decoded.Irrelevant("account event of Bluesky")
                            : new Decoded.AuthorGone(
                                    intake.author(Platform.BLUESKY, did.get()),
                                    value.at("time_us").time().orElse(intake.sentAt()));
            default ->
                    active && did.isPresent()
                            ? new Decoded.AuthorBack(
                                    intake.author(Platform.BLUESKY, did.get()),
                                    value.at("time_us").time().orElse(intake.sentAt()))
                            : new Decoded.Irrelevant("account event of Bluesky");
        };
    }

    private static Decoded commit(Field value, Intake intake) {
        Field commit = value.at("commit");
        String collection = commit.at("collection").requiredText();
        Field operation = commit.at("operation");
        if (!collection.equals(Bluesky.POST)) {
            return new Decoded.Irrelevant(
                    Excerpt.of(operation.requiredText() + " of " + collection, 100));
        }
        Field did = value.at("did");
        Field rkey = commit.at("rkey");
        PostId id =
                intake.postId(
                        Platform.BLUESKY, rkey, did.requiredText() + ":" + rkey.requiredText());
        Optional<Instant> at = value.at("time_us").time();
        return switch (operation.requiredText()) {
            case "delete" -> intake.removed(id, at);
            case "create", "update" -> {
                PostBuilder builder =
                        Bluesky.fill(new PostBuilder(intake, id), commit.at("record"), at, intake);
                builder.author(
                        Optional.of(
                                Author.of(intake.author(Platform.BLUESKY, did.requiredText()))));
                if (operation.requiredText().equals("update")) {
                    builder.edit(at.orElse(intake.sentAt()).toEpochMilli());
                }
                yield builder.published();
            }
            default ->
                    throw operation.bad(
                            "must be create, update or delete, got " + operation.shown());
        };
    }
}
