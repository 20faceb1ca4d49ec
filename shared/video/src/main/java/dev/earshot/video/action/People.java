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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the recent poses of each tracked person and applies the action rules to them. Used by one
 * thread.
 */
public final class People {
    private static final double MEMORY_SECONDS = 4.1;

    /** Poses below this score are often furniture. */
    private static final double MIN_POSE_SCORE = 0.25;

    /** Objects may have been seen this many seconds before the pose. */
    private static final double MAX_OBJECT_AGE = 0.9;

    private static final double MIN_OBJECT_SCORE = 0.35;
    private static final double SAME_OBJECT_OVERLAP = 0.3;

    private final Map<Integer, List<Moment>> moments = new TreeMap<>();
    private List<Thing> things = List.of();
    private Carriers carriers = new Carriers();

    private record Thing(double seconds, Detection found) {}

    /**
     * Adds the objects found in a frame; recent ones that were not found again are kept.
     *
     * @param tracker which has seen them already
     */
    public void things(double seconds, List<Detection> found, ObjectTracker tracker) {
        carriers.see(
                seconds,
                tracker.peopleAt(seconds),
                found.stream().filter(d -> d.score() >= MIN_OBJECT_SCORE).toList());
        List<Thing> now = new ArrayList<>();
        for (Detection detection : found) {
            if (detection.score() >= MIN_OBJECT_SCORE) {
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
                                                            > SAME_OBJECT_OVERLAP);
            if (!again && seconds - thing.seconds() <= MAX_OBJECT_AGE) {
                now.add(thing);
            }
        }
        things = List.copyOf(now);
    }

    /** Forgets everything, at a change of scene. */
    public void cut() {
        moments.clear();
        carriers.cut();
        things = List.of();
    }

    /** Adds the poses of a frame and returns what is being done in it. */
    public List<Cue> take(double seconds, List<Pose> poses, ObjectTracker tracker) {
        List<Person> people = new ArrayList<>();
        for (Pose pose : poses) {
            if (pose.score() >= MIN_POSE_SCORE) {
                tracker.person(seconds, pose)
                        .ifPresent(track -> people.add(person(track.number(), seconds, pose)));
            }
        }
        moments.values().removeIf(m -> m.getLast().seconds() < seconds - MEMORY_SECONDS);
        List<Detection> near =
                things.stream()
                        .filter(t -> seconds - t.seconds() <= MAX_OBJECT_AGE)
                        .map(Thing::found)
                        .toList();
        List<Cue> cues = new ArrayList<>();
        Set<Integer> carried = new HashSet<>();
        for (int track : tracker.peopleAt(seconds - MAX_OBJECT_AGE).keySet()) {
            List<Cue> riding = carriers.of(track);
            cues.addAll(riding);
            if (!riding.isEmpty()) {
                carried.add(track);
            }
        }
        for (Person person : people) {
            cues.addAll(ObjectRules.of(person, near));
            if (!carried.contains(person.track())) {
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
        past.removeIf(m -> m.seconds() < seconds - MEMORY_SECONDS || m.seconds() >= seconds);
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
        carriers.write(out);
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
        people.carriers = Carriers.read(in);
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
