package dev.earshot.core.post;

import dev.earshot.core.Checks;

/**
 * A picture or clip that a post carries.
 *
 * @param reference the platform's media id, or the S3 key of an uploaded file; never an address
 *     that holds a handle
 */
public record MediaRef(Kind kind, String reference) {
    /** What the platform says the attachment is. */
    public enum Kind {
        IMAGE,
        VIDEO,
        ANIMATION
    }

    public MediaRef {
        Checks.name("media reference", reference, 1024);
    }
}
