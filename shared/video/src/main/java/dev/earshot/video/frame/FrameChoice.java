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
 * Chooses the frames to look at by how much has changed, not by the clock.
 *
 * <p>A frame is looked at when a share of the picture has changed since the last look, or after
 * {@link #MAX_SECONDS} without change. Of a few frames in a row the sharpest is taken. Between
 * looks, frames that move are glanced at. Used by one thread.
 */
public final class FrameChoice {
    /** Seconds after which a still picture is looked at again: a fifth of one frame a second. */
    static final double MAX_SECONDS = 5;

    /** Looks follow each other no faster within a scene. */
    private static final double SHORTEST = 0.75;

    /** Share of the picture whose change asks for a look. */
    private static final double CHANGED = 0.03;

    /** Share of the picture whose change makes another scene, if its hash differs as well. */
    private static final double OTHER_SCENE = 0.5;

    /** Bits of 64 in which the hashes of two scenes differ at least; random ones differ in 32. */
    private static final int OTHER_HASH = 14;

    /** Share of the colours that differ at least, so that a shaken camera is no other scene. */
    private static final double OTHER_COLOURS = 0.3;

    /** Share of the picture that moves, from which on frames are glanced at. */
    private static final double MOVING = 0.02;

    private static final int FRAMES_TO_SETTLE = 3;
    private static final int FRAMES_TO_COMPARE = 2;

    private final List<FrameCandidate> window = new ArrayList<>();
    private int windowLength;
    private boolean windowIsNewScene;
    private @Nullable Thumbnail looked;
    private @Nullable Thumbnail seen;
    private @Nullable Thumbnail before;

    private record FrameCandidate(Frame frame, Thumbnail thumbnail, boolean moves) {
        /** Reckoned anew each time, since of most frames nobody asks. */
        double sharpness() {
            return Sharpness.of(frame);
        }
    }

    /** Whether no frame waits for a decision: the moment for a checkpoint. */
    public boolean settled() {
        return window.isEmpty();
    }

    /**
     * Takes the next frame of the grid.
     *
     * @param people says for each changed cell whether a person is near; a change there counts as
     *     movement however small
     * @return frames to be seen now, in order of time
     */
    public List<SampledFrame> take(Frame frame, Thumbnail thumbnail, CellMask people) {
        List<SampledFrame> chosen = new ArrayList<>();
        boolean otherScene = before != null && otherScene(before, thumbnail);
        before = thumbnail;
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

    /** What is still to be seen at the video's end. */
    public List<SampledFrame> finish() {
        return close();
    }

    private boolean opens(Thumbnail thumbnail, boolean otherScene) {
        if (looked == null || otherScene) {
            return open(FRAMES_TO_SETTLE, true);
        }
        double since = thumbnail.seconds() - looked.seconds();
        if (since >= SHORTEST
                && FrameDifference.share(FrameDifference.cells(looked, thumbnail)) >= CHANGED) {
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
        if (seen == null) {
            return false;
        }
        boolean[] cells = FrameDifference.cells(seen, thumbnail);
        return FrameDifference.share(cells) >= MOVING || people.anyOf(cells);
    }

    private static boolean otherScene(Thumbnail one, Thumbnail other) {
        return FrameDifference.share(FrameDifference.cells(one, other)) >= OTHER_SCENE
                && FrameDifference.histogram(one, other) >= OTHER_COLOURS
                && PerceptualHash.distance(PerceptualHash.of(one), PerceptualHash.of(other))
                        >= OTHER_HASH;
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
                looked = candidate.thumbnail();
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
        seen = candidate.thumbnail();
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
        write(looked, out);
        write(seen, out);
        write(before, out);
    }

    public static FrameChoice read(DataInput in) throws IOException {
        FrameChoice choice = new FrameChoice();
        choice.looked = readThumbnail(in).orElse(null);
        choice.seen = readThumbnail(in).orElse(null);
        choice.before = readThumbnail(in).orElse(null);
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
