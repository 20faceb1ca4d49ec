package dev.earshot.core.author;

import dev.earshot.core.Digests;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;

/**
 * Stands for an author or a post that something was taken from. It is a digest, so that whoever
 * knows the author finds the mark, while the mark by itself names nobody: what was removed leaves
 * no pseudonym behind.
 *
 * @param digest 24 hexadecimal digits of SHA-256
 */
public record ErasureMark(String digest) {
    private static final int BYTES = 12;

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

    /** The mark of whoever wrote a post, where only the post is known. */
    public static ErasureMark of(PostId post) {
        return digest("post\0" + post);
    }

    private static ErasureMark digest(String text) {
        return new ErasureMark(Digests.sha256(text).substring(0, 2 * BYTES));
    }
}
