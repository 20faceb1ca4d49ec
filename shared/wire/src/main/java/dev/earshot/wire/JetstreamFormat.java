package dev.earshot.wire;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bluesky's Jetstream: creations, updates and deletions of posts. A post's id is {@code
 * <did>:<rkey>}. Likes, reposts, follows and events about accounts are passed over. See
 * https://github.com/bluesky-social/jetstream.
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
            case "account" -> account(value.at("account"));
            case "identity" -> new Decoded.Irrelevant("identity event of Bluesky");
            default -> throw kind.bad("must be commit, account or identity, got " + kind.shown());
        };
    }

    private static Decoded account(Field account) {
        Field status = account.at("status");
        return new Decoded.Irrelevant(
                status.isText()
                        ? "account event of Bluesky: "
                                + Excerpt.of(status.textIfAny(), 40)
                                + "; erase its posts by author if the account is gone"
                        : "account event of Bluesky");
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
                Draft draft = Bluesky.fill(new Draft(intake, id), commit.at("record"), intake);
                draft.author(
                        Optional.of(
                                Author.of(intake.author(Platform.BLUESKY, did.requiredText()))));
                if (operation.requiredText().equals("update")) {
                    draft.edit(at.orElse(intake.sentAt()).toEpochMilli());
                }
                yield draft.published();
            }
            default ->
                    throw operation.bad(
                            "must be create, update or delete, got " + operation.shown());
        };
    }
}
