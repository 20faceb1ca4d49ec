package dev.earshot.core.author;

import dev.earshot.core.Digests;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;

/**
 * Marks that something of an author, or of a post's author, was erased. It is a digest: whoever
 * knows the author can find the mark, but the mark by itself names nobody, so erasure leaves no
 * pseudonym behind.
 *
 * @param digest 24 hexadecimal digits of SHA-256
 */
public record ErasureMark(String digest) {
    private static final int DIGITS = 24;

    public ErasureMark {
        if (!digest.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException(
                    "a mark must be 24 hexadecimal digits, got '" + digest + "'");
        }
    }

    /** The mark of an author. */
    public static ErasureMark of(AuthorRef author) {
        return digest("author\0" + author.pseudonym());
    }

    /** The mark of a post's author, where only the post is known. */
    public static ErasureMark of(PostId post) {
        return digest("post\0" + post);
    }

    private static ErasureMark digest(String text) {
        return new ErasureMark(Digests.sha256(text).substring(0, DIGITS));
    }
}
