package dev.earshot.video.action;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.video.action.Person.Moment;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;
import dev.earshot.video.track.ObjectTracker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The poses of the last seconds of each person followed, and what they say. Used by one thread. */
public final class People {
    private static final double REMEMBERED = 4.1;

    /** Poses below are often furniture. */
    private static final double SURE = 0.25;

    /** Things at a person may be so much older than the pose. */
    private static final double FRESH = 0.9;

    private static final double SEEN = 0.35;
    private static final double SAME_THING = 0.3;

    private final Map<Integer, List<Moment>> moments = new TreeMap<>();
    private List<Thing> things = List.of();

    private record Thing(double seconds, Detection found) {}

    /**
     * Takes the things found in a frame; those of a moment ago stay unless they were seen again.
     */
    public void things(double seconds, List<Detection> found) {
        List<Thing> now = new ArrayList<>();
        for (Detection detection : found) {
            if (detection.score() >= SEEN) {
                now.add(new Thing(seconds, detection));
            }
        }
        for (Thing thing : things) {
            boolean again =
                    now.stream()
                            .anyMatch(
                                    n ->
                                            n.found().label().equals(thing.found().label())
                                                    && n.found().box().overlap(thing.found().box())
                                                            > SAME_THING);
            if (!again && seconds - thing.seconds() <= FRESH) {
                now.add(thing);
            }
        }
        things = List.copyOf(now);
    }

    /** Forgets everything: another scene. */
    public void cut() {
        moments.clear();
        things = List.of();
    }

    /** Takes the poses of a frame and says what is being done in it. */
    public List<Cue> take(double seconds, List<Pose> poses, ObjectTracker following) {
        List<Person> people = new ArrayList<>();
        for (Pose pose : poses) {
            if (pose.score() >= SURE) {
                following
                        .person(seconds, pose)
                        .ifPresent(track -> people.add(person(track.number(), seconds, pose)));
            }
        }
        moments.values().removeIf(m -> m.getLast().seconds() < seconds - REMEMBERED);
        List<Detection> near =
                things.stream()
                        .filter(t -> seconds - t.seconds() <= FRESH)
                        .map(Thing::found)
                        .toList();
        List<Cue> cues = new ArrayList<>();
        for (Person person : people) {
            List<Cue> withThings = ObjectRules.of(person, near);
            boolean carried =
                    withThings.stream()
                            .anyMatch(
                                    c ->
                                            c.label().startsWith("riding")
                                                    || c.basis().contains("under a person"));
            cues.addAll(withThings);
            if (!carried) {
                cues.addAll(MotionRules.of(person));
                cues.addAll(PostureRules.of(person, near));
            }
        }
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                PostureRules.of(people.get(i), people.get(j)).ifPresent(cues::add);
            }
        }
        return cues;
    }

    private Person person(int track, double seconds, Pose pose) {
        List<Moment> past = moments.computeIfAbsent(track, t -> new ArrayList<>());
        past.removeIf(m -> m.seconds() < seconds - REMEMBERED || m.seconds() >= seconds);
        past.add(new Moment(seconds, pose));
        return new Person(track, pose.box(), past);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(things.size());
        for (Thing thing : things) {
            out.writeDouble(thing.seconds());
            out.writeUTF(thing.found().label());
            out.writeDouble(thing.found().score());
            Boxes.write(thing.found().box(), out);
        }
        out.writeInt(moments.size());
        for (Map.Entry<Integer, List<Moment>> entry : moments.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue().size());
            for (Moment moment : entry.getValue()) {
                out.writeDouble(moment.seconds());
                out.writeDouble(moment.pose().score());
                Boxes.write(moment.pose().box(), out);
                for (Point point : moment.pose().points()) {
                    out.writeDouble(point.x());
                    out.writeDouble(point.y());
                    out.writeDouble(point.score());
                }
            }
        }
    }

    public static People read(DataInput in) throws IOException {
        People people = new People();
        List<Thing> things = new ArrayList<>();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            double seconds = in.readDouble();
            things.add(
                    new Thing(
                            seconds, new Detection(in.readUTF(), in.readDouble(), Boxes.read(in))));
        }
        people.things = List.copyOf(things);
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            int track = in.readInt();
            List<Moment> past = new ArrayList<>();
            for (int more = Boxes.length(in.readInt()); more > 0; more--) {
                past.add(moment(in));
            }
            people.moments.put(track, past);
        }
        return people;
    }

    private static Moment moment(DataInput in) throws IOException {
        double seconds = in.readDouble();
        double score = in.readDouble();
        Box box = Boxes.read(in);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BodyPart.COUNT; i++) {
            points.add(new Point(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new Moment(seconds, new Pose(box, score, points));
    }
}
