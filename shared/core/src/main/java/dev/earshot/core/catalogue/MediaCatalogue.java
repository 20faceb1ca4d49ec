package dev.earshot.core.catalogue;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.store.StoreException;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A short entry for every analysed file, by which files are searched and grouped, and under each of
 * its {@linkplain CataloguedMedia#terms() terms} a place that leads to it. No question reads more
 * than it says, however many files there are. Places may outlive what they lead to for a while;
 * {@link #get} tells. Thread-safe; failures surface as {@link StoreException}.
 */
public interface MediaCatalogue {
    /**
     * Keeps an entry unless one of a later version, or a deletion of the same, is there.
     *
     * @param vector the picture's, if a text-image model is mounted
     */
    void put(WorkspaceId workspace, CataloguedMedia media, Optional<PictureVector> vector);

    /** Likewise, without a vector. */
    default void put(WorkspaceId workspace, CataloguedMedia media) {
        put(workspace, media, Optional.empty());
    }

    /** Forgets a file, if its version is not later than {@code version}. */
    void delete(WorkspaceId workspace, String key, String version);

    /**
     * What leads to an entry: the file's key, and when it was seen at the version that was meant.
     */
    record Place(String key, Instant seenAt) {}

    /**
     * What lies under one term, the newest first.
     *
     * @param whole false where more may lie there than was read
     */
    record Places(List<Place> newest, boolean whole) {
        /** Nothing lies there. */
        public static final Places NONE = new Places(List.of(), true);

        public Places {
            newest = List.copyOf(newest);
        }
    }

    /** A picture whose vector was compared. */
    record Near(Place place, double cosine) {}

    /**
     * For each term the places of files under it.
     *
     * @param newest most places of one term that are read
     */
    Map<String, Places> under(WorkspaceId workspace, Set<String> terms, int newest);

    /** For each term the oldest place under it; terms without any are left out. */
    Map<String, Place> oldest(WorkspaceId workspace, Set<String> terms);

    /**
     * The entries that places lead to, by key, strongly consistent; those that are gone are left
     * out.
     */
    Map<String, CataloguedMedia> get(WorkspaceId workspace, Collection<Place> places);

    /**
     * The pictures whose vectors of the same model lie nearest, nearest first.
     *
     * @param newest most vectors that are compared, those of the newest pictures
     * @param most most pictures in the answer
     */
    List<Near> nearest(WorkspaceId workspace, PictureVector asked, int newest, int most);
}
