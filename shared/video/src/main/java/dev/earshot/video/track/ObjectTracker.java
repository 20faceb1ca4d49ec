package dev.earshot.video.track;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Track;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.Pose;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tracks things from frame to frame: a detection continues the track of its label that it overlaps
 * most or is nearest to. Certain detections are matched first, then uncertain ones, which never
 * start a track (the idea of Y. Zhang et al., ByteTrack, ECCV 2022). Used by one thread.
 */
public final class ObjectTracker {
    /** Minimum score to start a track in a look; in a look, models report detections from 0.4. */
    private static final double START_SCORE = 0.4;

    /** Minimum score to start a track in a glance, where other models don't confirm it. */
    private static final double GLANCE_START_SCORE = 0.5;

    private static final double MIN_OVERLAP = 0.2;

    /**
     * How far a thing may be from its expected position, as a share of the boxes' mean diagonal ...
     */
    private static final double BASE_DISTANCE = 0.5;

    /** ... plus this for each second since it was last seen, up to {@link #MAX_DISTANCE}. */
    private static final double DISTANCE_PER_SECOND = 1.5;

    private static final double MAX_DISTANCE = 1.5;
    private static final double MIN_SIZE_RATIO = 0.4;

    /** A track ends after this many misses in a row, once {@link #PATIENCE_SECONDS} have passed. */
    private static final int MAX_MISSES = 2;

    private static final double PATIENCE_SECONDS = 1.2;

    /** Maximum number of tracks reported, more than anyone will read; the shortest are omitted. */
    private static final int MAX_TRACKS = 600;

    private final List<LiveTrack> live = new ArrayList<>();
    private final List<Track> done = new ArrayList<>();
    private int nextNumber;
    private double screen = 1;

    private record Pair(LiveTrack track, Detection detection, double merit) {}

    /** Sets the area of the frame in pixels. */
    public void screen(double area) {
        screen = area;
    }

    /**
     * Adds the detections of a frame.
     *
     * @param labels labels that the models could have found; tracks of other labels are left as
     *     they are
     * @param glance whether only the models of a glance looked
     */
    public void see(
            double seconds, List<Detection> found, Predicate<String> labels, boolean glance) {
        double starts = glance ? GLANCE_START_SCORE : START_SCORE;
        List<Detection> sure = found.stream().filter(d -> d.score() >= START_SCORE).toList();
        List<Detection> unsure = found.stream().filter(d -> d.score() < START_SCORE).toList();
        List<LiveTrack> open = new ArrayList<>(live);
        List<Detection> left = match(seconds, open, sure);
        match(seconds, open, unsure);
        for (LiveTrack track : open) {
            if (labels.test(track.label())) {
                track.miss(seconds);
            }
        }
        for (Detection detection : left) {
            if (detection.score() >= starts) {
                LiveTrack track =
                        new LiveTrack(nextNumber++, detection.label(), seconds, detection.box());
                track.see(seconds, detection);
                live.add(track);
            }
        }
        for (LiveTrack track : List.copyOf(live)) {
            if (track.missed() >= MAX_MISSES && seconds - track.end() >= PATIENCE_SECONDS) {
                end(track, track.end());
            }
        }
    }

    /**
     * Matches greedily, best pair first; removes the matched tracks from {@code open} and returns
     * the unmatched detections.
     */
    private static List<Detection> match(
            double seconds, List<LiveTrack> open, List<Detection> found) {
        List<Pair> pairs = new ArrayList<>();
        for (LiveTrack track : open) {
            for (Detection detection : found) {
                double merit =
                        track.label().equals(detection.label())
                                ? merit(track, detection.box(), seconds)
                                : 0;
                if (merit > 0) {
                    pairs.add(new Pair(track, detection, merit));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::merit).reversed());
        List<Detection> left = new ArrayList<>(found);
        for (Pair pair : pairs) {
            if (open.contains(pair.track()) && left.contains(pair.detection())) {
                open.remove(pair.track());
                left.remove(pair.detection());
                pair.track().see(seconds, pair.detection());
            }
        }
        return left;
    }

    /** How well a box continues a track, 0 for not at all; overlap ranks above nearness. */
    private static double merit(LiveTrack track, Box box, double seconds) {
        Box expected = track.expected(seconds);
        double overlap = Math.max(track.box().overlap(box), expected.overlap(box));
        if (overlap >= MIN_OVERLAP) {
            return 1 + overlap;
        }
        double ratio = Boxes.area(box) / Boxes.area(track.box());
        if (!(ratio >= MIN_SIZE_RATIO && ratio <= 1 / MIN_SIZE_RATIO)) {
            return 0;
        }
        double reach =
                (Boxes.diagonal(box) + Boxes.diagonal(expected))
                        / 2
                        * Math.min(
                                MAX_DISTANCE,
                                BASE_DISTANCE + DISTANCE_PER_SECOND * (seconds - track.end()));
        double distance = Boxes.distance(box, expected);
        return distance < reach ? 1 - distance / reach : 0;
    }

    /** The live track of the person in a pose, if any, moved to the pose. */
    public Optional<LiveTrack> person(double seconds, Pose pose) {
        Optional<LiveTrack> best =
                live.stream()
                        .filter(track -> track.label().equals("person"))
                        .filter(track -> merit(track, pose.box(), seconds) > 0)
                        .max(
                                Comparator.comparingDouble(
                                        track -> merit(track, pose.box(), seconds)));
        best.filter(track -> seconds > track.end())
                .ifPresent(track -> track.move(seconds, pose.box()));
        return best;
    }

    /** Boxes of the people seen at that moment, by the number of their track. */
    public Map<Integer, Box> peopleAt(double seconds) {
        Map<Integer, Box> boxes = new TreeMap<>();
        live.stream()
                .filter(track -> track.label().equals("person") && track.end() >= seconds)
                .forEach(track -> boxes.put(track.number(), track.box()));
        return boxes;
    }

    /** Boxes of the live tracks of people. */
    public List<Box> people() {
        return live.stream()
                .filter(track -> track.label().equals("person"))
                .map(LiveTrack::box)
                .toList();
    }

    /** Ends all tracks, at a change of scene. */
    public void cut() {
        for (LiveTrack track : List.copyOf(live)) {
            end(track, track.end());
        }
    }

    /**
     * All tracks, in order of their start.
     *
     * @param lastLook when the models looked last; tracks seen then last until {@code end}
     */
    public List<Track> finish(double lastLook, double end) {
        for (LiveTrack track : List.copyOf(live)) {
            end(track, track.end() >= lastLook ? end : track.end());
        }
        return done.stream()
                .sorted(
                        Comparator.comparingDouble(Track::start)
                                .thenComparing(Track::label)
                                .thenComparing(Track::score))
                .toList();
    }

    private void end(LiveTrack track, double until) {
        live.remove(track);
        done.add(track.finished(until, screen));
        if (done.size() > MAX_TRACKS) {
            done.remove(
                    done.stream()
                            .min(Comparator.comparingDouble(t -> t.end() - t.start() + t.score()))
                            .orElseThrow());
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(nextNumber);
        out.writeDouble(screen);
        out.writeInt(live.size());
        for (LiveTrack track : live) {
            track.write(out);
        }
        Tracks.write(done, out);
    }

    public static ObjectTracker read(DataInput in) throws IOException {
        ObjectTracker following = new ObjectTracker();
        following.nextNumber = in.readInt();
        following.screen = in.readDouble();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            following.live.add(LiveTrack.read(in));
        }
        following.done.addAll(Tracks.read(in));
        return following;
    }
}
