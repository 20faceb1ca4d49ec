package dev.earshot.video.action;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Recognises what carries a person: a mount that the person sits on, or a board under the feet. One
 * frame proves nothing, since people stand behind bicycles and detectors see horses in pitchers; so
 * the person must stay in the same place above the thing over several sightings. It needs boxes
 * alone, so that riders whose joints can't be seen count too. Used by one thread.
 */
final class Carriers {
    private static final Map<String, String> RIDDEN =
            Map.of(
                    "bicycle", "riding a bicycle",
                    "motorcycle", "riding a motorcycle",
                    "horse", "riding a horse",
                    "elephant", "riding an elephant");

    private static final Map<String, String> UNDER_FEET =
            Map.of(
                    "skateboard", "skateboarding",
                    "surfboard", "surfing",
                    "snowboard", "snowboarding",
                    "skis", "skiing");

    /** Sightings that count, in seconds before now. */
    private static final double WINDOW = 2.5;

    private static final int MIN_SIGHTINGS = 3;
    private static final double MIN_SECONDS = 0.6;

    /** Share of the sightings, of this thing or of none, in which it carries the person. */
    private static final double MIN_SHARE = 0.6;

    /** A rider sways above the mount by less than this, in heights of the rider. */
    private static final double SWAY = 0.14;

    /** Who moved this far, in own heights, together with the thing, was carried by it. */
    private static final double MOVED = 0.35;

    /** Least mean score of a thing that moved along ... */
    private static final double SCORE_MOVING = 0.4;

    /** ... and of one that didn't, or that a panning camera keeps in place. */
    private static final double SCORE_STILL = 0.55;

    private final Map<Integer, List<Sighting>> sightings = new TreeMap<>();

    /**
     * A person in one frame.
     *
     * @param label the action, empty where nothing carries the person
     * @param across offset of the thing's middle, in heights of the person
     * @param down likewise
     * @param x middle of the person, in pixels
     * @param height of the person, in pixels
     */
    private record Sighting(
            double seconds,
            String label,
            double score,
            double across,
            double down,
            double x,
            double y,
            double height) {}

    /**
     * Adds a frame whose objects were looked for.
     *
     * @param people the boxes of people by the number of their track
     */
    void see(double seconds, Map<Integer, Box> people, List<Detection> things) {
        people.forEach(
                (track, person) -> {
                    List<Sighting> past = sightings.computeIfAbsent(track, t -> new ArrayList<>());
                    past.removeIf(s -> s.seconds() < seconds - WINDOW || s.seconds() >= seconds);
                    past.add(sighting(seconds, person, things));
                });
        sightings.values().removeIf(past -> past.getLast().seconds() < seconds - WINDOW);
    }

    /** Forgets everything, at a change of scene. */
    void cut() {
        sightings.clear();
    }

    /** Cues of one person, as of the last frame in which objects were looked for. */
    List<Cue> of(int track) {
        List<Sighting> past = sightings.getOrDefault(track, List.of());
        List<Cue> cues = new ArrayList<>();
        past.stream()
                .map(Sighting::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .filter(label -> isCarried(past, label))
                .forEach(label -> cues.add(cue(past, label)));
        return cues;
    }

    private static boolean isCarried(List<Sighting> past, String label) {
        List<Sighting> own = past.stream().filter(s -> s.label().equals(label)).toList();
        if (own.size() < MIN_SIGHTINGS
                || own.size() < MIN_SHARE * past.size()
                || own.getLast().seconds() - own.getFirst().seconds() < MIN_SECONDS) {
            return false;
        }
        boolean steady =
                deviation(own, Sighting::across) <= SWAY && deviation(own, Sighting::down) <= SWAY;
        return steady && meanScore(own) >= (moved(own) >= MOVED ? SCORE_MOVING : SCORE_STILL);
    }

    private static Cue cue(List<Sighting> past, String label) {
        List<Sighting> own = past.stream().filter(s -> s.label().equals(label)).toList();
        return new Cue(
                label,
                Math.min(0.9, 0.35 + 0.6 * meanScore(own)),
                "rule on boxes: the person stays in one place above what carries, in "
                        + own.size()
                        + " of "
                        + past.size()
                        + " sightings");
    }

    private static double meanScore(List<Sighting> own) {
        return own.stream().mapToDouble(Sighting::score).average().orElse(0);
    }

    /** How far the person came, in own heights; nearer and farther counts too. */
    private static double moved(List<Sighting> own) {
        Sighting first = own.getFirst();
        Sighting last = own.getLast();
        double height = (first.height() + last.height()) / 2;
        return Math.hypot(
                        Math.hypot(last.x() - first.x(), last.y() - first.y()),
                        last.height() - first.height())
                / height;
    }

    private static double deviation(List<Sighting> own, ToDoubleFunction<Sighting> value) {
        double mean = own.stream().mapToDouble(value).average().orElse(0);
        return Math.sqrt(
                own.stream()
                        .mapToDouble(s -> Math.pow(value.applyAsDouble(s) - mean, 2))
                        .average()
                        .orElse(0));
    }

    /** The most certain thing that carries the person, if any does. */
    private static Sighting sighting(double seconds, Box person, List<Detection> things) {
        Sighting best = sighting(seconds, person, "", 0, person);
        for (Detection thing : things) {
            String label = action(person, thing);
            if (!label.isEmpty() && thing.score() > best.score()) {
                best = sighting(seconds, person, label, thing.score(), thing.box());
            }
        }
        return best;
    }

    private static Sighting sighting(
            double seconds, Box person, String label, double score, Box thing) {
        double height = Math.max(1, person.height());
        return new Sighting(
                seconds,
                label,
                score,
                (Boxes.centreX(thing) - Boxes.centreX(person)) / height,
                (Boxes.centreY(thing) - Boxes.centreY(person)) / height,
                Boxes.centreX(person),
                Boxes.centreY(person),
                height);
    }

    private static String action(Box person, Detection thing) {
        String ridden = RIDDEN.getOrDefault(thing.label(), "");
        if (!ridden.isEmpty() && isAstride(person, thing.box())) {
            return ridden;
        }
        String board = UNDER_FEET.getOrDefault(thing.label(), "");
        return !board.isEmpty() && isUnderFeet(person, thing.box()) ? board : "";
    }

    /**
     * Whether a person's head is above a mount, the body over it, and the feet between its back and
     * the ground.
     */
    private static boolean isAstride(Box rider, Box mount) {
        double middle = Boxes.centreX(rider);
        double bottom = rider.y() + rider.height();
        boolean over =
                middle > mount.x() - 0.05 * mount.width()
                        && middle < mount.x() + 1.05 * mount.width();
        boolean above = mount.y() - rider.y() > 0.12 * rider.height();
        boolean feetInTheAir =
                bottom > mount.y() + 0.15 * mount.height()
                        && bottom < mount.y() + 0.97 * mount.height();
        boolean fits =
                mount.height() > 0.3 * rider.height()
                        && mount.height() < 2 * rider.height()
                        && mount.width() < 4 * rider.height();
        return over && above && feetInTheAir && fits;
    }

    private static boolean isUnderFeet(Box body, Box board) {
        double bottom = body.y() + body.height();
        boolean below =
                Math.abs(Boxes.centreX(board) - Boxes.centreX(body))
                        < (board.width() + body.width()) / 2;
        return below
                && Math.abs(Boxes.centreY(board) - bottom) < 0.2 * body.height()
                && board.width() < 2.5 * body.height();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sightings.size());
        for (Map.Entry<Integer, List<Sighting>> entry : sightings.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue().size());
            for (Sighting sighting : entry.getValue()) {
                out.writeDouble(sighting.seconds());
                out.writeUTF(sighting.label());
                out.writeDouble(sighting.score());
                out.writeDouble(sighting.across());
                out.writeDouble(sighting.down());
                out.writeDouble(sighting.x());
                out.writeDouble(sighting.y());
                out.writeDouble(sighting.height());
            }
        }
    }

    static Carriers read(DataInput in) throws IOException {
        Carriers carriers = new Carriers();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            int track = in.readInt();
            List<Sighting> past = new ArrayList<>();
            for (int more = Boxes.length(in.readInt()); more > 0; more--) {
                past.add(
                        new Sighting(
                                in.readDouble(),
                                in.readUTF(),
                                in.readDouble(),
                                in.readDouble(),
                                in.readDouble(),
                                in.readDouble(),
                                in.readDouble(),
                                in.readDouble()));
            }
            carriers.sightings.put(track, past);
        }
        return carriers;
    }
}
