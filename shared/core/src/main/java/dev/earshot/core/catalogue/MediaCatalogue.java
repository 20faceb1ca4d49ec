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
 * An inverted index of analysed files: a short entry for each file, and under each of its
 * {@linkplain CataloguedMedia#terms() terms} a place that points to the entry. Every query names
 * the most it reads, however many files there are. A place may outlive its entry for a while;
 * {@link #get} leaves such places out. Thread-safe; failures surface as {@link StoreException}.
 */
public interface MediaCatalogue {
    /**
     * Stores an entry, unless a later version is stored or this or a later version was deleted.
     *
     * @param vector the picture's vector, if a text-image model is mounted
     */
    void put(WorkspaceId workspace, CataloguedMedia media, Optional<PictureVector> vector);

    /** Likewise, without a vector. */
    default void put(WorkspaceId workspace, CataloguedMedia media) {
        put(workspace, media, Optional.empty());
    }

    /** Deletes a file's entry, if its version is not later than {@code version}. */
    void delete(WorkspaceId workspace, String key, String version);

    /** Points to an entry: the file's key, and when the version that was listed was first seen. */
    record Place(String key, Instant seenAt) {}

    /**
     * The places under one term, newest first.
     *
     * @param whole false where the term may have more places than were read
     */
    record Places(List<Place> newest, boolean whole) {
        /** No places. */
        public static final Places NONE = new Places(List.of(), true);

        public Places {
            newest = List.copyOf(newest);
        }
    }

    /** A picture whose vector was compared. */
    record Near(Place place, double cosine) {}

    /**
     * The places under each term.
     *
     * @param newest most places read for one term
     */
    Map<String, Places> under(WorkspaceId workspace, Set<String> terms, int newest);

    /** For each term the oldest place under it; terms without any are left out. */
    Map<String, Place> oldest(WorkspaceId workspace, Set<String> terms);

    /**
     * The entries that places point to, by key, strongly consistent; places without an entry are
     * left out.
     */
    Map<String, CataloguedMedia> get(WorkspaceId workspace, Collection<Place> places);

    /**
     * The pictures with the nearest vectors of the same model, nearest first.
     *
     * @param newest most vectors compared, those of the newest pictures
     * @param most most pictures in the answer
     */
    List<Near> nearest(WorkspaceId workspace, PictureVector asked, int newest, int most);
}
