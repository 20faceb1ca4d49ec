package dev.earshot.video.frame;

import dev.earshot.video.frame.SampledFrame.Attention;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the frames that the models see by how much has changed, not by the clock.
 *
 * <p>A frame is looked at when a share of the picture has changed since the last look, or after
 * {@link #MAX_SECONDS} without change. Of a few frames in a row the sharpest is taken. Between
 * looks, frames with movement get a glance. Used by one thread.
 */
public final class FrameChoice {
    /** A still picture is looked at again after this long: 0.2 frames a second. */
    static final double MAX_SECONDS = 5;

    /** Looks within a scene are at least this far apart. */
    private static final double MIN_SECONDS = 0.75;

    /** A change of this share of the picture triggers a look. */
    private static final double LOOK_CHANGE = 0.03;

    /** A change of this share of the picture is a new scene, if hash and colours differ as well. */
    private static final double SCENE_CHANGE = 0.5;

    /**
     * Hashes of different scenes differ in at least this many of 64 bits; random ones differ in 32.
     */
    private static final int SCENE_HASH_DISTANCE = 14;

    /**
     * At least this share of the colours differs between scenes, so that a shaking camera is not a
     * new scene.
     */
    private static final double SCENE_COLOUR_CHANGE = 0.3;

    /** Movement in this share of the picture triggers a glance. */
    private static final double GLANCE_CHANGE = 0.02;

    private static final int FRAMES_TO_SETTLE = 3;
    private static final int FRAMES_TO_COMPARE = 2;

    private final List<FrameCandidate> window = new ArrayList<>();
    private int windowLength;
    private boolean windowIsNewScene;
    private @Nullable Thumbnail lastLooked;
    private @Nullable Thumbnail lastSeen;
    private @Nullable Thumbnail previous;

    private record FrameCandidate(Frame frame, Thumbnail thumbnail, boolean moves) {
        /** Computed on demand: most frames never need it. */
        double sharpness() {
            return Sharpness.of(frame);
        }
    }

    /** Whether no frame is pending, so that a checkpoint can be taken. */
    public boolean settled() {
        return window.isEmpty();
    }

    /**
     * Adds the next frame of the grid.
     *
     * @param people cells near a person, where any change counts as movement
     * @return frames that the models should see now, in order of time
     */
    public List<SampledFrame> take(Frame frame, Thumbnail thumbnail, CellMask people) {
        List<SampledFrame> chosen = new ArrayList<>();
        boolean otherScene = previous != null && otherScene(previous, thumbnail);
        previous = thumbnail;
        if (otherScene) {
            chosen.addAll(close());
        }
        FrameCandidate candidate = new FrameCandidate(frame, thumbnail, moves(thumbnail, people));
        if (window.isEmpty() && !opens(thumbnail, otherScene)) {
            if (candidate.moves()) {
                chosen.add(chosen(candidate, Attention.GLANCE, false));
            }
            return chosen;
        }
        window.add(candidate);
        if (window.size() >= windowLength) {
            chosen.addAll(close());
        }
        return chosen;
    }

    /** Frames still to be seen at the end of the video. */
    public List<SampledFrame> finish() {
        return close();
    }

    private boolean opens(Thumbnail thumbnail, boolean otherScene) {
        if (lastLooked == null || otherScene) {
            return open(FRAMES_TO_SETTLE, true);
        }
        double since = thumbnail.seconds() - lastLooked.seconds();
        if (since >= MIN_SECONDS
                && FrameDifference.share(FrameDifference.cells(lastLooked, thumbnail))
                        >= LOOK_CHANGE) {
            return open(FRAMES_TO_COMPARE, false);
        }
        return since >= MAX_SECONDS - 1e-6 && open(1, false);
    }

    private boolean open(int length, boolean newScene) {
        windowLength = length;
        windowIsNewScene = newScene;
        return true;
    }

    private boolean moves(Thumbnail thumbnail, CellMask people) {
        if (lastSeen == null) {
            return false;
        }
        boolean[] cells = FrameDifference.cells(lastSeen, thumbnail);
        return FrameDifference.share(cells) >= GLANCE_CHANGE || people.anyOf(cells);
    }

    private static boolean otherScene(Thumbnail one, Thumbnail other) {
        return FrameDifference.share(FrameDifference.cells(one, other)) >= SCENE_CHANGE
                && FrameDifference.histogram(one, other) >= SCENE_COLOUR_CHANGE
                && PerceptualHash.distance(PerceptualHash.of(one), PerceptualHash.of(other))
                        >= SCENE_HASH_DISTANCE;
    }

    private List<SampledFrame> close() {
        if (window.isEmpty()) {
            return List.of();
        }
        int sharpest = 0;
        double most = window.getFirst().sharpness();
        for (int i = 1; i < window.size(); i++) {
            double sharpness = window.get(i).sharpness();
            sharpest = sharpness > most ? i : sharpest;
            most = Math.max(most, sharpness);
        }
        List<SampledFrame> chosen = new ArrayList<>();
        boolean newScene = windowIsNewScene;
        for (int i = 0; i < window.size(); i++) {
            FrameCandidate candidate = window.get(i);
            if (i == sharpest) {
                chosen.add(chosen(candidate, Attention.LOOK, newScene));
                lastLooked = candidate.thumbnail();
                newScene = false;
            } else if (candidate.moves()) {
                chosen.add(chosen(candidate, Attention.GLANCE, newScene));
                newScene = false;
            }
        }
        window.clear();
        return chosen;
    }

    private SampledFrame chosen(FrameCandidate candidate, Attention attention, boolean newScene) {
        lastSeen = candidate.thumbnail();
        return new SampledFrame(
                candidate.frame(),
                candidate.thumbnail(),
                candidate.sharpness(),
                attention,
                newScene);
    }

    public void write(DataOutput out) throws IOException {
        if (!settled()) {
            throw new IllegalStateException("frames wait for a decision");
        }
        write(lastLooked, out);
        write(lastSeen, out);
        write(previous, out);
    }

    public static FrameChoice read(DataInput in) throws IOException {
        FrameChoice choice = new FrameChoice();
        choice.lastLooked = readThumbnail(in).orElse(null);
        choice.lastSeen = readThumbnail(in).orElse(null);
        choice.previous = readThumbnail(in).orElse(null);
        return choice;
    }

    private static void write(@Nullable Thumbnail thumbnail, DataOutput out) throws IOException {
        out.writeBoolean(thumbnail != null);
        if (thumbnail != null) {
            out.writeDouble(thumbnail.seconds());
            out.write(thumbnail.rgb());
        }
    }

    private static Optional<Thumbnail> readThumbnail(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        double seconds = in.readDouble();
        byte[] rgb = new byte[Thumbnail.BYTES];
        in.readFully(rgb);
        return Optional.of(new Thumbnail(seconds, rgb));
    }
}
