package dev.earshot.core.catalogue;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.store.MediaResults;

import java.util.Optional;

/**
 * Media results that keep the catalogue in step. Results and entries are ordered by the same
 * versions, so both end up right when events are repeated or arrive out of order; after a crash
 * between the two writes, redelivery of the event completes the second. Thread-safe.
 */
public final class CataloguedResults implements MediaResults {
    private final MediaResults results;
    private final MediaCatalogue catalogue;

    public CataloguedResults(MediaResults results, MediaCatalogue catalogue) {
        this.results = results;
        this.catalogue = catalogue;
    }

    @Override
    public boolean put(MediaAnalysis analysis) {
        boolean kept = results.put(analysis);
        if (kept) {
            Optional<CataloguedMedia> entry = CataloguedMedia.of(analysis);
            entry.ifPresent(media -> catalogue.put(analysis.workspace(), media, vector(analysis)));
        }
        return kept;
    }

    private static Optional<PictureVector> vector(MediaAnalysis analysis) {
        return analysis.status() instanceof MediaAnalysis.Status.Analysed(ImageFindings found)
                ? found.vector()
                : Optional.empty();
    }

    @Override
    public void delete(WorkspaceId workspace, String key, String version) {
        results.delete(workspace, key, version);
        catalogue.delete(workspace, key, version);
    }

    @Override
    public Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
        return results.get(workspace, key);
    }
}
