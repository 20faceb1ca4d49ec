package dev.earshot.video.action;

import dev.earshot.core.picture.Box;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A person now, with the poses of the last seconds. Lengths are measured in torsos (middle of the
 * shoulders to middle of the hips), so that rules hold at any distance from the camera.
 *
 * @param track number of the person's track
 * @param box where the person is now
 * @param moments poses until now, in order of time; may be empty
 */
record Person(int track, Box box, List<Moment> moments) {
    /** A torso is about this many shoulder widths of a person facing the camera ... */
    private static final double TORSO_OF_SHOULDERS = 1.3;

    /** ... and this share of a standing body's height. */
    private static final double TORSO_OF_BODY = 0.3;

    Person {
        moments = List.copyOf(moments);
    }

    /** A pose at a time in seconds. */
    record Moment(double seconds, Pose pose) {}

    /** The current pose, if there is one. */
    Optional<Pose> pose() {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.getLast().pose());
    }

    /** Seconds covered by the poses. */
    double covered() {
        return moments.isEmpty() ? 0 : moments.getLast().seconds() - moments.getFirst().seconds();
    }

    /** The same person with the poses of the last seconds only. */
    Person last(double seconds) {
        double from = moments.isEmpty() ? 0 : moments.getLast().seconds() - seconds - 1e-6;
        return new Person(track, box, moments.stream().filter(m -> m.seconds() >= from).toList());
    }

    /** Length of the torso in pixels: the median over the poses. */
    double torso() {
        List<Double> lengths = moments.stream().map(m -> torso(m.pose())).sorted().toList();
        return lengths.isEmpty()
                ? Math.max(1, TORSO_OF_BODY * box.height())
                : lengths.get(lengths.size() / 2);
    }

    private static double torso(Pose pose) {
        Optional<Point> shoulders = pose.between(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER);
        Optional<Point> hips = pose.between(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        double width =
                pose.at(BodyPart.LEFT_SHOULDER)
                        .flatMap(l -> pose.at(BodyPart.RIGHT_SHOULDER).map(l::distance))
                        .orElse(0.0);
        double upright =
                shoulders.isPresent() && hips.isPresent()
                        ? shoulders.get().distance(hips.get())
                        : 0;
        double torso = Math.max(upright, TORSO_OF_SHOULDERS * width);
        return torso > 0 ? torso : Math.max(1, TORSO_OF_BODY * pose.box().height());
    }

    /** The values of the moments that have one. */
    List<Double> series(Function<Pose, Optional<Double>> value) {
        List<Double> values = new ArrayList<>();
        for (Moment moment : moments) {
            value.apply(moment.pose()).ifPresent(values::add);
        }
        return values;
    }

    /** Share of the moments for which something holds, in [0, 1]. */
    double share(Function<Pose, Boolean> holds) {
        return moments.isEmpty()
                ? 0
                : (double) moments.stream().filter(m -> holds.apply(m.pose())).count()
                        / moments.size();
    }

    /** The wrists that are visible now. */
    List<Point> wrists() {
        return visible(BodyPart.LEFT_WRIST, BodyPart.RIGHT_WRIST);
    }

    /** The ankles that are visible now. */
    List<Point> ankles() {
        return visible(BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE);
    }

    private List<Point> visible(BodyPart... parts) {
        return pose().stream()
                .flatMap(p -> Stream.of(parts).flatMap(part -> p.at(part).stream()))
                .toList();
    }
}
