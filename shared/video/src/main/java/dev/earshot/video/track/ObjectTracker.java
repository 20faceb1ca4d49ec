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
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Follows things from frame to frame: a detection goes on with the track of its label that it
 * overlaps most, or is nearest to; certain detections first, then uncertain ones, which start
 * nothing (the idea of Y. Zhang et al., ByteTrack, ECCV 2022). Used by one thread.
 */
public final class ObjectTracker {
    /**
     * A detection at least so certain may start a track; models report from 0.4 on when looking.
     */
    private static final double STARTS = 0.4;

    /** At a glance, without the other models, a start must be surer. */
    private static final double STARTS_AT_A_GLANCE = 0.5;

    private static final double OVERLAPS = 0.2;

    /** Of the boxes' mean diagonal: how far from where it should be a thing may be at once ... */
    private static final double ASTRAY = 0.5;

    /** ... each second later, and at most. */
    private static final double ASTRAY_A_SECOND = 1.5;

    private static final double ASTRAY_AT_MOST = 1.5;
    private static final double SMALLEST_RATIO = 0.4;

    /** A track ends after so many looks in a row without it, but not sooner than after a while. */
    private static final int MISSES = 2;

    private static final double PATIENCE = 1.2;

    /** Above this many the shortest are left out: more than anyone will read. */
    private static final int MAX_TRACKS = 600;

    private final List<LiveTrack> live = new ArrayList<>();
    private final List<Track> done = new ArrayList<>();
    private int nextNumber;
    private double screen = 1;

    private record Pair(LiveTrack track, Detection detection, double merit) {}

    /** Tells the area of the frame in pixels. */
    public void screen(double area) {
        screen = area;
    }

    /**
     * Takes what was found in a frame.
     *
     * @param labels what the models that looked could have found; tracks of other labels are left
     *     as they are
     * @param glance whether few models looked
     */
    public void see(
            double seconds, List<Detection> found, Predicate<String> labels, boolean glance) {
        double starts = glance ? STARTS_AT_A_GLANCE : STARTS;
        List<Detection> sure = found.stream().filter(d -> d.score() >= STARTS).toList();
        List<Detection> unsure = found.stream().filter(d -> d.score() < STARTS).toList();
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
            if (track.missed() >= MISSES && seconds - track.end() >= PATIENCE) {
                end(track, track.end());
            }
        }
    }

    /** Matches greedily, best pair first; takes the matched tracks out and returns what is left. */
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

    /** How well a box goes on with a track: 0 not at all, overlaps above mere nearness. */
    private static double merit(LiveTrack track, Box box, double seconds) {
        Box expected = track.expected(seconds);
        double overlap = Math.max(track.box().overlap(box), expected.overlap(box));
        if (overlap >= OVERLAPS) {
            return 1 + overlap;
        }
        double ratio = Boxes.area(box) / Boxes.area(track.box());
        if (!(ratio >= SMALLEST_RATIO && ratio <= 1 / SMALLEST_RATIO)) {
            return 0;
        }
        double reach =
                (Boxes.diagonal(box) + Boxes.diagonal(expected))
                        / 2
                        * Math.min(
                                ASTRAY_AT_MOST, ASTRAY + ASTRAY_A_SECOND * (seconds - track.end()));
        double distance = Boxes.distance(box, expected);
        return distance < reach ? 1 - distance / reach : 0;
    }

    /** The live track of a person whom a pose shows, if any; moves it there. */
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

    /** Where live tracks of people are. */
    public List<Box> people() {
        return live.stream()
                .filter(track -> track.label().equals("person"))
                .map(LiveTrack::box)
                .toList();
    }

    /** Another scene: nothing goes on. */
    public void cut() {
        for (LiveTrack track : List.copyOf(live)) {
            end(track, track.end());
        }
    }

    /**
     * Every track, in order of their beginning.
     *
     * @param lastLook when the models looked last; what they saw then stays until {@code end}
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
