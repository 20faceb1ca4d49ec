package dev.earshot.djl.vision.detect;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.network.TorchNetwork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts and boxes faces, and nothing else: no identity, age, gender, race or emotion is read. Runs
 * on the whole picture, and on overlapping tiles where faces could be too small for that.
 * Thread-safe.
 */
public final class FaceDetector implements AutoCloseable {
    /** A box with this share of it inside another is the same face seen in another tile. */
    private static final double SAME_FACE = 0.65;

    /** What may be a face has at least this share of the score that a face must have. */
    private static final double SUSPICION = 0.8;

    private final DetectorSettings settings;
    private final TorchNetwork network;

    /**
     * @param folder an assembled model folder
     * @param device device that libtorch runs on
     * @throws ModelFolderException if the folder is not a detector
     */
    public FaceDetector(Path folder, ComputeDevice device) {
        this.settings = DetectorSettings.read(folder);
        this.network = TorchNetwork.load(folder, device);
    }

    /** The model's version. */
    public ModelVersion version() {
        return network.version();
    }

    /** The boxes of the faces in a picture, most certain first. */
    public List<Box> detect(Pixels picture) {
        return detect(picture, settings.minimumScore());
    }

    /** The boxes of what may be faces: more than are told, for hiding them. */
    public List<Box> suspect(Pixels picture) {
        return detect(picture, SUSPICION * settings.minimumScore());
    }

    /** Like {@link #detect(Pixels)} with another threshold, for evaluation. */
    List<Box> detect(Pixels picture, double minimumScore) {
        List<Region> regions = Tiles.of(picture.width(), picture.height(), settings.size());
        Batch batch = new Batch(regions.size(), settings.size());
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            double zoom = zoom(region);
            int width = Math.clamp(Math.round(region.width() * zoom), 1, settings.size());
            int height = Math.clamp(Math.round(region.height() * zoom), 1, settings.size());
            Scaler.scale(picture, region, batch, i, width, height);
        }
        float[] rows = batch.through(network);
        int length = rows.length / regions.size();
        List<CandidateBox> candidates = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            for (int row = i * length; row < (i + 1) * length; row += 5) {
                if (rows[row + 4] >= minimumScore) {
                    CandidateBox candidate = candidate(rows, row, region);
                    if (!cut(candidate, region, picture)) {
                        candidates.add(candidate);
                    }
                }
            }
        }
        return CandidateBox.withoutDoubles(candidates, this::sameFace).stream()
                .map(face -> face.within(picture.width(), picture.height()))
                .filter(box -> box.width() >= 1 && box.height() >= 1)
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }

    /** Input pixels per pixel of the region; its longer side fills the input. */
    private double zoom(Region region) {
        return (double) settings.size() / Math.max(region.width(), region.height());
    }

    private CandidateBox candidate(float[] rows, int row, Region region) {
        double scale = settings.unit() / zoom(region);
        return new CandidateBox(
                region.left() + rows[row] * scale,
                region.top() + rows[row + 1] * scale,
                region.left() + rows[row + 2] * scale,
                region.top() + rows[row + 3] * scale,
                0,
                rows[row + 4]);
    }

    /** Whether a tile's inner border cuts the face: the neighbouring tile sees it whole. */
    private static boolean cut(CandidateBox face, Region tile, Pixels picture) {
        int right = tile.left() + tile.width();
        int bottom = tile.top() + tile.height();
        return (tile.left() > 0 && face.left() < tile.left())
                || (tile.top() > 0 && face.top() < tile.top())
                || (right < picture.width() && face.right() > right)
                || (bottom < picture.height() && face.bottom() > bottom);
    }

    private boolean sameFace(CandidateBox kept, CandidateBox other) {
        return kept.overlap(other) > settings.maximumOverlap()
                || kept.containment(other) > SAME_FACE;
    }
}
