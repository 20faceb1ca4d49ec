package dev.earshot.video.track;

import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is kept of each frame that was looked at.
 *
 * @param merit how well the frame represents its shot: sharpness, and how much there is to see
 * @param faces number of faces in it
 * @param unsafe label of a flagged frame, else empty
 * @param unsafeScore its score
 * @param scenery where it seems to be taken, judging by this frame alone
 */
public record FrameObservation(
        double seconds,
        double merit,
        int faces,
        String unsafe,
        double unsafeScore,
        Scenery scenery) {

    public static FrameObservation of(double seconds, double sharpness, ImageFindings found) {
        int seen = found.objects().size() + found.faces().size();
        double merit = Math.log1p(sharpness) + 0.3 * Math.min(6, seen);
        Safety safety = found.safety();
        return new FrameObservation(
                seconds,
                merit,
                found.faces().size(),
                safety.flagged() ? safety.label() : "",
                safety.flagged() ? safety.score() : 0,
                found.scenery());
    }

    /**
     * What at least half of the looks agree on, with the mean score and the most common basis of
     * those looks; a tie goes to the earliest.
     */
    public static Scenery agreed(List<FrameObservation> looks) {
        List<Scored> scenes = agreed(looks, look -> look.scenery.scene().stream().toList());
        List<Scored> garments = agreed(looks, look -> look.scenery.garment().stream().toList());
        return new Scenery(
                scenes.stream().findFirst(),
                agreed(looks, look -> look.scenery.settings()),
                garments.stream().findFirst());
    }

    private static List<Scored> agreed(
            List<FrameObservation> looks, Function<FrameObservation, List<Scored>> labels) {
        Map<String, List<Scored>> named = new TreeMap<>();
        for (FrameObservation look : looks) {
            for (Scored label : labels.apply(look)) {
                named.computeIfAbsent(label.label(), l -> new ArrayList<>()).add(label);
            }
        }
        return named.values().stream()
                .filter(same -> 2 * same.size() >= looks.size())
                .map(FrameObservation::together)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** One label in several looks: the mean score and the most common basis. */
    private static Scored together(List<Scored> same) {
        Map<String, Integer> bases = new HashMap<>();
        same.forEach(label -> bases.merge(label.basis(), 1, Integer::sum));
        int most = Collections.max(bases.values());
        String basis =
                same.stream()
                        .map(Scored::basis)
                        .filter(each -> bases.getOrDefault(each, 0) == most)
                        .findFirst()
                        .orElse(Scored.PICTURE);
        return new Scored(
                same.getFirst().label(),
                same.stream().mapToDouble(Scored::score).average().orElse(0),
                basis);
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(seconds);
        out.writeDouble(merit);
        out.writeInt(faces);
        out.writeUTF(unsafe);
        out.writeDouble(unsafeScore);
        write(scenery.scene().stream().toList(), out);
        write(scenery.settings(), out);
        write(scenery.garment().stream().toList(), out);
    }

    private static void write(List<Scored> labels, DataOutput out) throws IOException {
        out.writeInt(labels.size());
        for (Scored label : labels) {
            out.writeUTF(label.label());
            out.writeDouble(label.score());
            out.writeUTF(label.basis());
        }
    }

    private static List<Scored> labels(DataInput in) throws IOException {
        List<Scored> labels = new ArrayList<>();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            labels.add(new Scored(in.readUTF(), in.readDouble(), in.readUTF()));
        }
        return labels;
    }

    public static FrameObservation read(DataInput in) throws IOException {
        return new FrameObservation(
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readUTF(),
                in.readDouble(),
                new Scenery(
                        labels(in).stream().findFirst(),
                        labels(in),
                        labels(in).stream().findFirst()));
    }
}
