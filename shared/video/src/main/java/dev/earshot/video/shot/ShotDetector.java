package dev.earshot.video.shot;

import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.FrameDifference;
import dev.earshot.video.frame.Thumbnail;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds where one shot gives way to another: at a cut, through a blank screen, or in a dissolve.
 *
 * <p>A decision about a point in time depends only on the thumbnails within {@link #HISTORY}
 * seconds of it and on the checkpointed state. So a detector that resumes from a checkpoint decides
 * the same, once the earlier thumbnails were {@linkplain #recall recalled}. Used by one thread.
 */
public final class ShotDetector {
    /** Seconds of thumbnails that a decision depends on. */
    public static final double HISTORY = 3.2;

    /** Length of the shortest shot. */
    private static final double MIN_SHOT_SECONDS = 0.35;

    /** A cut is decided this long after its time, to see what follows. */
    private static final double CUT_DELAY = 0.6;

    private static final double DISSOLVE_DELAY = Dissolves.MAX_HALF_SECONDS + 0.05;

    /** A blank screen up to this long is a transition; a longer one is a shot of its own. */
    private static final double MAX_BLANK_SECONDS = 1.5;

    /** A blank screen up to this long may be a flash or a lost frame. */
    private static final double MAX_FLASH_SECONDS = 0.2;

    /** Mean colour difference, of 255, at which a flash begins and ends; a fade is gradual. */
    private static final double FLASH_DIFFERENCE = 20;

    /** Frames whose colours differ less belong to one scene. */
    private static final double SAME_SCENE_COLOURS = 0.25;

    /** A dissolve is decided when no better fit has come for this long. */
    private static final double SETTLE_SECONDS = 0.7;

    /** A frame with less contrast (standard deviation of its luma) is a blank screen. */
    private static final double BLANK_CONTRAST = 6;

    private final Deque<Thumbnail> history = new ArrayDeque<>();
    private final List<Double> boundaries = new ArrayList<>();
    private double cutsDecidedTo = -1;
    private double dissolvesDecidedTo = -1;
    private double blankSince = -1;
    private boolean contentSeen;
    private double dissolveAt = -1;
    private double dissolveFit;

    /** Puts an earlier thumbnail back into the history after a checkpoint. */
    public void recall(Thumbnail thumbnail) {
        history.addLast(thumbnail);
    }

    /** Adds the next thumbnail. */
    public void take(Thumbnail thumbnail) {
        history.addLast(thumbnail);
        double now = thumbnail.seconds();
        while (history.getFirst().seconds() < now - HISTORY) {
            history.removeFirst();
        }
        blank(thumbnail);
        decide(now - CUT_DELAY, now - DISSOLVE_DELAY);
        settleDissolve(now - DISSOLVE_DELAY);
    }

    /** Start times of all shots but the first, after the last thumbnail. */
    public List<Double> finish() {
        decide(Double.MAX_VALUE, Double.MAX_VALUE);
        settleDissolve(Double.MAX_VALUE);
        return boundaries();
    }

    /** Start times of shots as far as decided, in order. */
    List<Double> boundaries() {
        return boundaries.stream().sorted().toList();
    }

    private void decide(double cutsTo, double dissolvesTo) {
        List<Thumbnail> frames = List.copyOf(history);
        for (int i = 1; i < frames.size(); i++) {
            double at = frames.get(i).seconds();
            if (at > cutsDecidedTo && at <= cutsTo) {
                cutsDecidedTo = at;
                if (Cuts.isCut(frames, i)) {
                    add(at);
                }
            }
            if (at > dissolvesDecidedTo && at <= dissolvesTo) {
                dissolvesDecidedTo = at;
                double fit = Dissolves.fit(frames, i);
                if (fit > (dissolveAt < 0 ? 0 : dissolveFit)) {
                    dissolveAt = at;
                    dissolveFit = fit;
                }
            }
        }
    }

    /** A run of blank frames is one boundary in its middle, or a shot of its own if it is long. */
    private void blank(Thumbnail thumbnail) {
        double now = thumbnail.seconds();
        if (FrameDifference.contrast(thumbnail) < BLANK_CONTRAST) {
            blankSince = blankSince < 0 ? now : blankSince;
            return;
        }
        if (blankSince >= 0 && contentSeen && !flash(thumbnail)) {
            double since = blankSince;
            if (now - since <= MAX_BLANK_SECONDS) {
                boundaries.removeIf(b -> b >= since - 0.1 && b <= now + 0.1);
                add((since + now) / 2);
            } else {
                add(since);
                add(now);
            }
        }
        blankSince = -1;
        contentSeen = true;
    }

    /** Whether a short blank screen interrupted a scene that continues after it. */
    private boolean flash(Thumbnail after) {
        if (after.seconds() - blankSince > MAX_FLASH_SECONDS) {
            return false;
        }
        Thumbnail before = null;
        Thumbnail blank = null;
        for (Thumbnail thumbnail : history) {
            before = thumbnail.seconds() < blankSince ? thumbnail : before;
            blank = thumbnail.seconds() == blankSince ? thumbnail : blank;
        }
        return before != null
                && blank != null
                && FrameDifference.mean(before, blank) >= FLASH_DIFFERENCE
                && FrameDifference.histogram(before, after) < SAME_SCENE_COLOURS;
    }

    private void settleDissolve(double decidedTo) {
        if (dissolveAt >= 0 && decidedTo >= dissolveAt + SETTLE_SECONDS) {
            double at = dissolveAt;
            if (boundaries.stream().noneMatch(b -> Math.abs(b - at) < SETTLE_SECONDS)) {
                add(at);
            }
            dissolveAt = -1;
        }
    }

    private void add(double at) {
        if (at >= MIN_SHOT_SECONDS
                && boundaries.stream().noneMatch(b -> Math.abs(b - at) < MIN_SHOT_SECONDS)) {
            boundaries.add(at);
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(boundaries.size());
        for (double boundary : boundaries) {
            out.writeDouble(boundary);
        }
        out.writeDouble(cutsDecidedTo);
        out.writeDouble(dissolvesDecidedTo);
        out.writeDouble(blankSince);
        out.writeBoolean(contentSeen);
        out.writeDouble(dissolveAt);
        out.writeDouble(dissolveFit);
    }

    public static ShotDetector read(DataInput in) throws IOException {
        ShotDetector detector = new ShotDetector();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            detector.boundaries.add(in.readDouble());
        }
        detector.cutsDecidedTo = in.readDouble();
        detector.dissolvesDecidedTo = in.readDouble();
        detector.blankSince = in.readDouble();
        detector.contentSeen = in.readBoolean();
        detector.dissolveAt = in.readDouble();
        detector.dissolveFit = in.readDouble();
        return detector;
    }
}
