package dev.earshot.core.post;

import dev.earshot.core.FieldException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One state of one post, common to all platforms' formats. Its author is a pseudonym.
 *
 * @param id the identity under which all its edits are kept (on X the first id of the edit history)
 * @param otherIds further ids under which the platform may name the same post (X gives each edit an
 *     id of its own); empty for most
 * @param createdAt when it was published, between 1990 and 2100
 * @param text plain text, HTML already removed; may be empty, holds no NUL and no lone surrogate
 * @param declaredLanguage BCP-47 tag that the platform states; a hint
 * @param author empty when the payload names none
 * @param context what stands in it beside the author's own words, such as quoted lines, at most
 *     {@value #MAX_PASSAGES} passages
 * @param notes what was changed or left out in reading, such as invalid counts, each as path and
 *     reason
 * @param profile what the author's account shows of itself; never stored with the post
 */
public record Post(
        PostId id,
        List<PostId> otherIds,
        Revision revision,
        Instant createdAt,
        String text,
        Optional<String> declaredLanguage,
        Optional<Author> author,
        Engagement engagement,
        List<Reference> references,
        List<MediaRef> media,
        List<Passage> context,
        List<String> notes,
        Optional<Profile> profile) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    public Post {
        otherIds = List.copyOf(otherIds);
        references = List.copyOf(references);
        media = List.copyOf(media);
        context = context.stream().limit(MAX_PASSAGES).toList();
        notes = List.copyOf(notes);
        if (createdAt.isBefore(EARLIEST) || !createdAt.isBefore(LATEST)) {
            throw new FieldException(
                    "createdAt", "must lie between 1990 and 2100, got " + createdAt);
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new FieldException(
                    "text",
                    "must be at most " + MAX_TEXT_LENGTH + " characters, got " + text.length());
        }
    }

    /**
     * Longest text accepted, in UTF-16 units; Reddit allows the longest posts, 40,000 characters.
     */
    public static final int MAX_TEXT_LENGTH = 100_000;

    /** At most this many passages are kept; Reddit allows 20 pictures with captions. */
    public static final int MAX_PASSAGES = 32;

    /** A post in which nothing stands but the author's own words. */
    public Post(
            PostId id,
            List<PostId> otherIds,
            Revision revision,
            Instant createdAt,
            String text,
            Optional<String> declaredLanguage,
            Optional<Author> author,
            Engagement engagement,
            List<Reference> references,
            List<MediaRef> media,
            List<String> notes) {
        this(
                id,
                otherIds,
                revision,
                createdAt,
                text,
                declaredLanguage,
                author,
                engagement,
                references,
                media,
                List.of(),
                notes,
                Optional.empty());
    }

    /** The same state with other references. */
    public Post referring(List<Reference> others) {
        return new Post(
                id,
                otherIds,
                revision,
                createdAt,
                text,
                declaredLanguage,
                author,
                engagement,
                others,
                media,
                context,
                notes,
                profile);
    }

    /** The same state with its author described otherwise. */
    public Post by(Author other) {
        return new Post(
                id,
                otherIds,
                revision,
                createdAt,
                text,
                declaredLanguage,
                Optional.of(other),
                engagement,
                references,
                media,
                context,
                notes,
                profile);
    }
}
