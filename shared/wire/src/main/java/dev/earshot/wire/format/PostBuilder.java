package dev.earshot.wire.format;

import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Profile;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.TextChecks;
import dev.earshot.wire.json.TextRepair;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A post while a format fills it in. */
public final class PostBuilder {
    /** What programs write for bytes that they could not decode; nobody can read it. */
    private static final char LOST = '\uFFFD';

    /** Tolerated difference of two clocks. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Intake intake;
    private final PostId id;
    private final List<PostId> otherIds = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<MediaRef> media = new ArrayList<>();
    private final List<Passage> context = new ArrayList<>();
    private long edit;
    private Optional<Instant> createdAt = Optional.empty();
    private String text = "";
    private Optional<String> language = Optional.empty();
    private Optional<Author> author = Optional.empty();
    private Optional<HandleRef> handle = Optional.empty();
    private Optional<String> plainHandle = Optional.empty();
    private Optional<String> shownName = Optional.empty();
    private Engagement engagement = Engagement.UNKNOWN;

    PostBuilder(Intake intake, PostId id) {
        this.intake = intake;
        this.id = id;
    }

    PostBuilder otherId(PostId other) {
        if (!other.equals(id) && !otherIds.contains(other)) {
            otherIds.add(other);
        }
        return this;
    }

    /** The platform's edit marker. */
    PostBuilder edit(long marker) {
        edit = marker;
        return this;
    }

    /** The time of the last edit; an edit at publication time does not count. */
    PostBuilder editedAt(Optional<Instant> at) {
        at.filter(t -> createdAt.isEmpty() || t.isAfter(createdAt.get()))
                .ifPresent(t -> edit = t.toEpochMilli());
        return this;
    }

    /** Empty means the time at which the message was sent. */
    PostBuilder createdAt(Optional<Instant> at) {
        createdAt = at;
        return this;
    }

    /**
     * A time that the author's own program sets, where the platform has one of its own. A time that
     * is impossible (no time at all, before 1990, after the platform's own) gives way to that.
     *
     * @param platforms when the platform saw the post
     */
    PostBuilder createdAt(Field clients, Optional<Instant> platforms) {
        if (platforms.isEmpty()) {
            return createdAt(clients.time());
        }
        try {
            Optional<Instant> stated = clients.time();
            boolean late = stated.filter(t -> t.isAfter(platforms.get().plus(SKEW))).isPresent();
            if (stated.isPresent() && !late) {
                return createdAt(stated);
            }
        } catch (BadField e) {
            intake.metrics().note(clients, "is no time that can be; the platform's own is taken");
            return createdAt(platforms);
        }
        if (clients.present()) {
            intake.metrics()
                    .note(clients, "lies in the future of the post; the platform's own is taken");
        }
        return createdAt(platforms);
    }

    /**
     * A text in which HTML's character references stand for characters; they are undone once.
     *
     * @param field source of the text, for error messages
     */
    PostBuilder text(Field field, String escaped) {
        return shownText(field, TextRepair.unescaped(escaped));
    }

    /**
     * A text as a reader sees it, such as that of HTML.
     *
     * @param field source of the text, for error messages
     */
    PostBuilder shownText(Field field, String plain) {
        String whole = withoutLost(field, TextChecks.checked(field, plain));
        Optional<TextRepair.Repaired> repaired = TextRepair.decodedOnce(whole);
        if (repaired.isPresent()) {
            intake.metrics()
                    .note(
                            field,
                            repaired.get().whole()
                                    ? "was decoded twice and is repaired"
                                    : "was decoded twice and is repaired in part; some of its"
                                            + " characters are lost");
            // What was lost before the second decoding comes to light with the repair.
            whole = withoutLost(field, TextChecks.checked(field, repaired.get().text()));
        }
        text = whole;
        return this;
    }

    private String withoutLost(Field field, String text) {
        if (text.indexOf(LOST) < 0) {
            return text;
        }
        intake.metrics().note(field, "has lost characters (U+FFFD), which are left out");
        return text.replace(String.valueOf(LOST), "");
    }

    /** A tag that names no language (Reddit's and X's {@code und}, {@code zxx} ...) is dropped. */
    PostBuilder language(Field field) {
        language = field.text().map(String::strip).filter(TextChecks::isLanguageTag);
        return this;
    }

    PostBuilder author(Optional<Author> known) {
        author = known;
        return this;
    }

    /**
     * The handle under which the author posts; nothing where the field holds none.
     *
     * @param written a handle, or the address of the account's profile
     */
    PostBuilder handle(Field written) {
        Optional<String> given = Optional.of(written.textIfAny()).filter(text -> !text.isBlank());
        handle = given.map(text -> intake.handle(id.platform(), text));
        plainHandle =
                given.map(text -> Handles.plain(id.platform(), text))
                        .filter(text -> !text.isBlank() && text.length() <= Profile.MAX_LENGTH);
        return this;
    }

    /** The name that the author's account shows beside its handle. */
    PostBuilder shownName(Field written) {
        shownName = Optional.of(written.textIfAny()).filter(TextChecks::isStorable);
        return this;
    }

    PostBuilder engagement(Field likes, Field replies, Field reposts, Field quotes, Field views) {
        Metrics metrics = intake.metrics();
        engagement =
                new Engagement(
                        metrics.count(likes),
                        metrics.count(replies),
                        metrics.count(reposts),
                        metrics.count(quotes),
                        metrics.count(views));
        return this;
    }

    PostBuilder reference(Reference.Kind kind, PostId target) {
        return reference(kind, target, Optional.empty());
    }

    /**
     * @param writer author of the target, if the payload has it
     */
    PostBuilder reference(Reference.Kind kind, PostId target, Optional<AuthorRef> writer) {
        references.add(new Reference(kind, target, writer));
        return this;
    }

    PostBuilder engagement(Engagement known) {
        engagement = known;
        return this;
    }

    /**
     * @param field source of the reference, for error messages
     */
    PostBuilder media(MediaRef.Kind kind, Field field, String reference) {
        try {
            media.add(new MediaRef(kind, reference));
        } catch (FieldException e) {
            throw field.bad(Excerpt.of(e.field() + " " + e.reason(), 200));
        }
        return this;
    }

    /**
     * Something that stands in the post beside its author's own words. Blank texts are left out,
     * long ones are cut.
     */
    PostBuilder context(Passage.Kind kind, String escaped) {
        String text = TextRepair.unescaped(escaped).replace(String.valueOf(LOST), "").strip();
        int end = Math.min(text.length(), Passage.MAX_LENGTH);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        if (!text.isEmpty() && context.size() < Post.MAX_PASSAGES && TextChecks.isStorable(text)) {
            Passage passage = new Passage(kind, text.substring(0, end));
            if (!context.contains(passage)) {
                context.add(passage);
            }
        }
        return this;
    }

    /** A passage from a field that may be absent or of another type. */
    PostBuilder context(Passage.Kind kind, Field field) {
        return context(kind, field.textIfAny());
    }

    Platform platform() {
        return id.platform();
    }

    /**
     * {@code RT @somebody: ...} is a repost though the payload may name no original. That is then
     * known by its text alone, of which its id is made, so that all who repeat it repeat one post.
     */
    private void readWrittenRepost() {
        boolean known = references.stream().anyMatch(r -> r.kind() == Reference.Kind.REPOST);
        boolean possible = platform() == Platform.X || platform() == Platform.UPLOAD;
        if (possible) {
            ManualRepost.whole(text)
                    .ifPresent(
                            repeated -> {
                                text = repeated;
                                if (known) {
                                    return;
                                }
                                String id = "text-" + Digests.sha256(repeated).substring(0, 24);
                                reference(Reference.Kind.REPOST, new PostId(platform(), id));
                            });
        }
    }

    /** The finished record. */
    Decoded published() {
        readWrittenRepost();
        Post post =
                new Post(
                        id,
                        otherIds,
                        new Revision(edit, intake.sentAt(), digest()),
                        createdAt.orElse(intake.sentAt()),
                        text,
                        language,
                        author.map(known -> handle.map(known::under).orElse(known)),
                        engagement,
                        references,
                        media,
                        context,
                        intake.metrics().dropped(),
                        plainHandle.map(known -> new Profile(platform(), known, shownName)));
        return new Decoded.Event(new PostEvent.Published(post));
    }

    /** Covers everything that analysis depends on; likes and other counts are not part of it. */
    private String digest() {
        MessageDigest sha = Digests.newSha256();
        put(sha, text);
        put(sha, language.orElse(""));
        for (MediaRef each : media) {
            put(sha, each.kind().name());
            put(sha, each.reference());
        }
        for (Passage each : context) {
            put(sha, each.kind().name());
            put(sha, each.text());
        }
        return Digests.hex(sha.digest());
    }

    private static void put(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int n = bytes.length;
        sha.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
        sha.update(bytes);
    }
}
