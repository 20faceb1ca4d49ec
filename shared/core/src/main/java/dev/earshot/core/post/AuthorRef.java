package dev.earshot.core.post;

import dev.earshot.core.FieldException;

/**
 * An author as a pseudonym, never a handle: HMAC-SHA-256 of workspace, platform and the author's
 * id, 32 hexadecimal digits (128 bits).
 */
public record AuthorRef(String pseudonym) {
    public AuthorRef {
        if (!pseudonym.matches("[0-9a-f]{32}")) {
            throw new FieldException(
                    "pseudonym",
                    "must be 32 hexadecimal digits, got a value of length " + pseudonym.length());
        }
    }
}
