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
 * <p>Each decision is about a moment and takes only the thumbnails within {@link #HISTORY} seconds
 * around it, besides what is in the checkpoint; so a detector that goes on from a checkpoint and
 * was {@linkplain #recall reminded} of the thumbnails before decides the same. Used by one thread.
 */
public final class ShotDetector {
    /** Seconds of thumbnails that a decision takes into account. */
    public static final double HISTORY = 3.2;

    /** Shots are no shorter. */
    private static final double SHORTEST_SHOT = 0.35;

    /** What follows a moment is waited for this long before deciding on a cut there. */
    private static final double CUT_DELAY = 0.6;

    private static final double DISSOLVE_DELAY = Dissolves.MAX_HALF_SECONDS + 0.05;

    /** A blank screen up to this long is a transition; a longer one is a shot of its own. */
    private static final double MAX_BLANK_SECONDS = 1.5;

    /** A blank screen up to this long may be a flash or a lost frame. */
    private static final double MAX_FLASH_SECONDS = 0.2;

    /** Mean difference of colours, of 255, by which a flash stands out; a fade comes slowly. */
    private static final double ABRUPT = 20;

    /** Colours that differ less belong to one scene. */
    private static final double GOES_ON = 0.25;

    /** A dissolve is settled when so much later none fits better. */
    private static final double SETTLED = 0.7;

    /** A frame with less contrast (standard deviation of its luma) is a blank screen. */
    private static final double BLANK = 6;

    private final Deque<Thumbnail> history = new ArrayDeque<>();
    private final List<Double> boundaries = new ArrayList<>();
    private double cutsDecidedTo = -1;
    private double dissolvesDecidedTo = -1;
    private double blankSince = -1;
    private boolean contentSeen;
    private double dissolveAt = -1;
    private double dissolveFit;

    /** Puts a thumbnail from before the checkpoint back into the history. */
    public void recall(Thumbnail thumbnail) {
        history.addLast(thumbnail);
    }

    /** Takes the next thumbnail. */
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

    /** Where shots begin, without the first, once no more thumbnails come. */
    public List<Double> finish() {
        decide(Double.MAX_VALUE, Double.MAX_VALUE);
        settleDissolve(Double.MAX_VALUE);
        return boundaries();
    }

    /** Where shots begin, as far as is decided, in order of time. */
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

    /** A blank run is one boundary in its middle, or a shot of its own if it is long. */
    private void blank(Thumbnail thumbnail) {
        double now = thumbnail.seconds();
        if (FrameDifference.contrast(thumbnail) < BLANK) {
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

    /** Whether a short blank screen stood in the middle of a scene that goes on behind it. */
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
                && FrameDifference.mean(before, blank) >= ABRUPT
                && FrameDifference.histogram(before, after) < GOES_ON;
    }

    private void settleDissolve(double decidedTo) {
        if (dissolveAt >= 0 && decidedTo >= dissolveAt + SETTLED) {
            double at = dissolveAt;
            if (boundaries.stream().noneMatch(b -> Math.abs(b - at) < SETTLED)) {
                add(at);
            }
            dissolveAt = -1;
        }
    }

    private void add(double at) {
        if (at >= SHORTEST_SHOT
                && boundaries.stream().noneMatch(b -> Math.abs(b - at) < SHORTEST_SHOT)) {
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
