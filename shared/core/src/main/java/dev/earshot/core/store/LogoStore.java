package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.LogoReference;

import java.util.List;

/** Keeps the pictures of brands' logos. Thread-safe; failures surface as {@link StoreException}. */
public interface LogoStore {
    /** Most references of one brand. */
    int MAX_PICTURES = 3;

    /** Most bytes of one reference: a logo of 1,000 pixels a side fits. */
    int MAX_BYTES = 200 << 10;

    /**
     * Replaces a brand's references. The caller must raise the brand catalogue's version
     * afterwards, so that analysis notices the change.
     *
     * @param pictures 1 to {@link #MAX_PICTURES}, of at most {@link #MAX_BYTES} each
     */
    void put(WorkspaceId workspace, String brandId, List<byte[]> pictures);

    /** A brand's references in the order in which they were put; empty if it has none. */
    List<LogoReference> get(WorkspaceId workspace, String brandId);

    /** Deletes a brand's references. */
    void delete(WorkspaceId workspace, String brandId);
}
