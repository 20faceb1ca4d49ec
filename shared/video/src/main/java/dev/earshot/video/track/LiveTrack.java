package dev.earshot.video.track;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.Track.TimedBox;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A thing being tracked. Used by one thread. */
public final class LiveTrack {
    /** Maximum number of boxes kept; beyond it, every second one is dropped. */
    private static final int MAX_BOXES = 60;

    private static final double FIRST_SPACING = 0.45;

    /** A box that moved by this share of its diagonal is kept sooner. */
    private static final double MOVED = 0.15;

    private final int number;
    private final String label;
    private final double start;
    private double end;
    private double checked;
    private int missed;
    private int hits;
    private double scores;
    private double bestScore;
    private double areas;
    private Box box;
    private double speedX;
    private double speedY;
    private double spacing = FIRST_SPACING;
    private final List<TimedBox> boxes = new ArrayList<>();

    LiveTrack(int number, String label, double start, Box box) {
        this.number = number;
        this.label = label;
        this.start = start;
        this.end = start;
        this.checked = start;
        this.box = box;
    }

    public int number() {
        return number;
    }

    String label() {
        return label;
    }

    Box box() {
        return box;
    }

    /** Its expected box at constant velocity, extrapolated by at most half a second. */
    Box expected(double seconds) {
        double ahead = Math.min(0.5, seconds - end);
        return new Box(
                Math.max(0, box.x() + speedX * ahead),
                Math.max(0, box.y() + speedY * ahead),
                box.width(),
                box.height());
    }

    private void moveTo(double seconds, Box to) {
        double since = seconds - end;
        if (since >= 0.05 && hits > 0) {
            speedX = (Boxes.centreX(to) - Boxes.centreX(box)) / since;
            speedY = (Boxes.centreY(to) - Boxes.centreY(box)) / since;
        }
        box = to;
        end = seconds;
    }

    /** When it was last seen. */
    double end() {
        return end;
    }

    int hits() {
        return hits;
    }

    double bestScore() {
        return bestScore;
    }

    /** Number of looks in a row that did not find it. */
    int missed() {
        return missed;
    }

    void see(double seconds, Detection detection) {
        moveTo(seconds, detection.box());
        checked = seconds;
        missed = 0;
        hits++;
        scores += detection.score();
        bestScore = Math.max(bestScore, detection.score());
        areas += Boxes.area(box);
        if (boxes.isEmpty() || worthKeeping(seconds)) {
            boxes.add(new TimedBox(seconds, box));
        }
        if (boxes.size() > MAX_BOXES) {
            thin();
        }
    }

    /** Moves the box without counting a detection: a pose says where a person is now. */
    void move(double seconds, Box to) {
        moveTo(seconds, to);
        missed = 0;
        if (worthKeeping(seconds)) {
            boxes.add(new TimedBox(seconds, box));
        }
        if (boxes.size() > MAX_BOXES) {
            thin();
        }
    }

    void miss(double seconds) {
        missed++;
        checked = seconds;
    }

    private boolean worthKeeping(double seconds) {
        TimedBox last = boxes.getLast();
        double since = seconds - last.time();
        return since >= spacing
                || (spacing <= FIRST_SPACING
                        && since >= FIRST_SPACING / 2
                        && Boxes.distance(last.box(), box) > MOVED * Boxes.diagonal(box));
    }

    private void thin() {
        List<TimedBox> kept = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i += 2) {
            kept.add(boxes.get(i));
        }
        boxes.clear();
        boxes.addAll(kept);
        spacing *= 2;
    }

    /**
     * The finished track.
     *
     * @param until when it left, not before it was last seen
     * @param screen area of the frame in pixels
     */
    Track finished(double until, double screen) {
        return new Track(
                label,
                start,
                Math.max(end, until),
                rounded(Math.min(1, scores / Math.max(1, hits))),
                rounded(Math.min(1, areas / Math.max(1, hits) / screen)),
                boxes);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(number);
        out.writeUTF(label);
        out.writeDouble(start);
        Boxes.write(box, out);
        out.writeDouble(end);
        out.writeDouble(checked);
        out.writeInt(missed);
        out.writeInt(hits);
        out.writeDouble(scores);
        out.writeDouble(bestScore);
        out.writeDouble(areas);
        out.writeDouble(speedX);
        out.writeDouble(speedY);
        out.writeDouble(spacing);
        out.writeInt(boxes.size());
        for (TimedBox timed : boxes) {
            out.writeDouble(timed.time());
            Boxes.write(timed.box(), out);
        }
    }

    static LiveTrack read(DataInput in) throws IOException {
        LiveTrack track =
                new LiveTrack(in.readInt(), in.readUTF(), in.readDouble(), Boxes.read(in));
        track.end = in.readDouble();
        track.checked = in.readDouble();
        track.missed = in.readInt();
        track.hits = in.readInt();
        track.scores = in.readDouble();
        track.bestScore = in.readDouble();
        track.areas = in.readDouble();
        track.speedX = in.readDouble();
        track.speedY = in.readDouble();
        track.spacing = in.readDouble();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            track.boxes.add(new TimedBox(in.readDouble(), Boxes.read(in)));
        }
        return track;
    }
}
