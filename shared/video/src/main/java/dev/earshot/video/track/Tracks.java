package dev.earshot.video.track;

import dev.earshot.core.video.Track;
import dev.earshot.core.video.Track.TimedBox;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits finished tracks at shots, and stores them in a checkpoint. Stateless. */
public final class Tracks {
    private Tracks() {}

    /** Splits tracks where shots begin: no track continues through a cut. */
    public static List<Track> divided(List<Track> tracks, List<Double> boundaries) {
        List<Track> parts = new ArrayList<>();
        for (Track track : tracks) {
            Track rest = track;
            for (double boundary : boundaries) {
                if (boundary > rest.start() && boundary <= rest.end()) {
                    Track before = part(rest, rest.start(), boundary);
                    Track after = part(rest, boundary, rest.end());
                    if (after.boxes().isEmpty()) {
                        rest = before;
                    } else {
                        if (!before.boxes().isEmpty()) {
                            parts.add(before);
                        }
                        rest = after;
                    }
                }
            }
            parts.add(rest);
        }
        return parts;
    }

    private static Track part(Track track, double from, double to) {
        List<TimedBox> boxes =
                track.boxes().stream()
                        .filter(b -> b.time() >= from && (b.time() < to || to == track.end()))
                        .toList();
        double start = from == track.start() || boxes.isEmpty() ? from : boxes.getFirst().time();
        return new Track(
                track.label(), start, Math.max(start, to), track.score(), track.share(), boxes);
    }

    static void write(List<Track> tracks, DataOutput out) throws IOException {
        out.writeInt(tracks.size());
        for (Track track : tracks) {
            out.writeUTF(track.label());
            out.writeDouble(track.start());
            out.writeDouble(track.end());
            out.writeDouble(track.score());
            out.writeDouble(track.share());
            out.writeInt(track.boxes().size());
            for (TimedBox timed : track.boxes()) {
                out.writeDouble(timed.time());
                Boxes.write(timed.box(), out);
            }
        }
    }

    static List<Track> read(DataInput in) throws IOException {
        List<Track> tracks = new ArrayList<>();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            String label = in.readUTF();
            double start = in.readDouble();
            double end = in.readDouble();
            double score = in.readDouble();
            double share = in.readDouble();
            List<TimedBox> boxes = new ArrayList<>();
            for (int more = Boxes.length(in.readInt()); more > 0; more--) {
                boxes.add(new TimedBox(in.readDouble(), Boxes.read(in)));
            }
            tracks.add(new Track(label, start, end, score, share, boxes));
        }
        return tracks;
    }
}
