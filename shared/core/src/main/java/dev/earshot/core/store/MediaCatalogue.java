package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.CataloguedMedia;
import java.util.List;

/**
 * A short entry for every analysed file, by which files are searched and grouped. Thread-safe;
 * failures surface as {@link StoreException}.
 */
public interface MediaCatalogue {
    /** Keeps an entry unless one of a later version, or a deletion of the same, is there. */
    void put(WorkspaceId workspace, CataloguedMedia media);

    /** Forgets a file, if its version is not later than {@code version}. */
    void delete(WorkspaceId workspace, String key, String version);

    /** Every entry of a workspace, strongly consistent, by key. */
    List<CataloguedMedia> all(WorkspaceId workspace);
}
