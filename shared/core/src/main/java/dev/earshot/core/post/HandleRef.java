package dev.earshot.core.post;

import dev.earshot.core.FieldException;

/**
 * An account's handle as a keyed hash of workspace, platform and handle, 16 hexadecimal digits (64
 * bits). It tells whether a post comes from an account that a brand declares as its own; beside it
 * no handle is kept.
 */
public record HandleRef(String digest) {
    public HandleRef {
        if (!digest.matches("[0-9a-f]{16}")) {
            throw new FieldException(
                    "handle digest",
                    "must be 16 hexadecimal digits, got a value of length " + digest.length());
        }
    }
}
