package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.util.Optional;

/**
 * Small files made from an uploaded one, such as its contact sheet; they are deleted with the
 * upload. Thread-safe; failures surface as {@link StoreException}.
 */
public interface DerivedFiles {
    /** A copy of a picture with every face made unrecognisable, a JPEG. */
    String BLURRED = "blurred.jpg";

    /** The contact sheet of a video, a JPEG. */
    String CONTACT_SHEET = "contact-sheet.jpg";

    /**
     * Stores a file, replacing one of the same name.
     *
     * @param key of the uploaded file
     * @param name letters, digits, dots and hyphens
     */
    void put(WorkspaceId workspace, String key, String name, byte[] bytes);

    /** A file; empty if there is none. */
    Optional<byte[]> get(WorkspaceId workspace, String key, String name);

    /** Removes all that was made from a file. */
    void delete(WorkspaceId workspace, String key);
}
