package dev.earshot.video.action;

import dev.earshot.video.action.Person.Moment;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises actions by how a person's joints moved over the last seconds. Lengths are in torsos
 * and speeds in torsos a second; a standing body is about 3.3 torsos high, so walking at 1.4 m/s is
 * about 2.7 torsos a second. Stateless.
 */
final class MotionRules {
    /** Seconds of poses that a rule considers. */
    static final double WINDOW = 2;

    private static final double LONG_WINDOW = 4;
    private static final int MIN_MOMENTS = 4;
    private static final double MIN_SECONDS = 0.6;
    private static final double WALKING_SPEED = 0.45;
    private static final double RUNNING_SPEED = 4;

    /** Speed of a hand above which it is more than a twitch. */
    private static final double GESTURE_SPEED = 0.55;

    private MotionRules() {}

    /** Cues from a person's movement. */
    static List<Cue> of(Person person) {
        List<Cue> cues = new ArrayList<>();
        Person recent = person.last(WINDOW);
        if (recent.moments().size() < MIN_MOMENTS || recent.covered() < MIN_SECONDS) {
            return cues;
        }
        onFoot(recent).ifPresent(cues::add);
        hands(recent).ifPresent(cues::add);
        exercising(person.last(LONG_WINDOW)).ifPresent(cues::add);
        return cues;
    }

    private static Optional<Cue> onFoot(Person person) {
        double torso = person.torso();
        double legsSeen =
                person.share(
                        p ->
                                (p.at(BodyPart.LEFT_KNEE).isPresent()
                                                && p.at(BodyPart.RIGHT_KNEE).isPresent())
                                        || (p.at(BodyPart.LEFT_ANKLE).isPresent()
                                                && p.at(BodyPart.RIGHT_ANKLE).isPresent()));
        if (legsSeen < 0.5 || person.share(PostureRules::sits) > 0.5) {
            return Optional.empty();
        }
        List<Double> stride = apart(person, BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE, torso);
        List<Double> knees = apart(person, BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE, torso);
        boolean alternates =
                TimeSeries.crosses(stride, 0.12)
                        || TimeSeries.crosses(knees, 0.1)
                        || TimeSeries.turns(heights(person, torso), 0.12) >= 2;
        double speed = travelled(person) / torso / person.covered();
        if (!alternates || (speed < WALKING_SPEED && TimeSeries.turns(stride, 0.3) < 2)) {
            return Optional.empty();
        }
        double heelsUp = person.share(p -> heelUp(p, torso));
        boolean runs = speed >= RUNNING_SPEED || (heelsUp >= 0.3 && speed >= 2 * WALKING_SPEED);
        return Optional.of(
                new Cue(
                        runs ? "running" : "walking",
                        0.5 + 0.3 * legsSeen,
                        runs
                                ? "rule on poses: legs alternate, heels rise and the person moves"
                                        + " fast"
                                : "rule on poses: legs alternate while the person moves"));
    }

    private static List<Double> apart(Person person, BodyPart left, BodyPart right, double torso) {
        return person.series(
                p -> p.at(left).flatMap(l -> p.at(right).map(r -> (l.x() - r.x()) / torso)));
    }

    private static List<Double> heights(Person person, double torso) {
        return person.series(
                p ->
                        p.at(BodyPart.LEFT_ANKLE)
                                .flatMap(
                                        l ->
                                                p.at(BodyPart.RIGHT_ANKLE)
                                                        .map(r -> (l.y() - r.y()) / torso)));
    }

    private static boolean heelUp(Pose pose, double torso) {
        return heelUp(pose, BodyPart.LEFT_KNEE, BodyPart.LEFT_ANKLE, torso)
                || heelUp(pose, BodyPart.RIGHT_KNEE, BodyPart.RIGHT_ANKLE, torso);
    }

    private static boolean heelUp(Pose pose, BodyPart knee, BodyPart ankle, double torso) {
        return pose.at(knee)
                .flatMap(k -> pose.at(ankle).map(a -> (a.y() - k.y()) / torso < 0.35))
                .orElse(false);
    }

    /**
     * Pixels between the body's first and last position; a change of size counts as movement
     * towards or away from the camera.
     */
    private static double travelled(Person person) {
        Moment first = person.moments().getFirst();
        Moment last = person.moments().getLast();
        double across = Boxes.centreX(last.pose().box()) - Boxes.centreX(first.pose().box());
        double nearer = last.pose().box().height() - first.pose().box().height();
        return Math.hypot(across, nearer);
    }

    private static Optional<Cue> hands(Person person) {
        double torso = person.torso();
        for (boolean left : new boolean[] {true, false}) {
            if (waves(person, left, torso)) {
                return Optional.of(
                        new Cue(
                                "waving",
                                0.7,
                                "rule on poses: a raised hand swings from side to side"));
            }
        }
        double hands =
                Math.max(handPath(person, true, torso), handPath(person, false, torso))
                        / person.covered();
        double body = bodyPath(person, torso) / person.covered();
        return hands >= GESTURE_SPEED && body < 0.5 * hands
                ? Optional.of(
                        new Cue(
                                "gesturing",
                                Math.min(0.8, 0.4 + 0.15 * hands),
                                "rule on poses: hands move in front of a body that stays in"
                                        + " place; signing looks the same"))
                : Optional.empty();
    }

    private static boolean waves(Person person, boolean left, double torso) {
        BodyPart wrist = left ? BodyPart.LEFT_WRIST : BodyPart.RIGHT_WRIST;
        BodyPart elbow = left ? BodyPart.LEFT_ELBOW : BodyPart.RIGHT_ELBOW;
        BodyPart shoulder = left ? BodyPart.LEFT_SHOULDER : BodyPart.RIGHT_SHOULDER;
        double raised =
                person.share(
                        p ->
                                p.at(wrist)
                                        .flatMap(
                                                w ->
                                                        p.at(elbow)
                                                                .flatMap(
                                                                        e ->
                                                                                p.at(shoulder)
                                                                                        .map(
                                                                                                s ->
                                                                                                        w
                                                                                                                                .y()
                                                                                                                        < e
                                                                                                                                        .y()
                                                                                                                                - 0.25
                                                                                                                                        * torso
                                                                                                                && w
                                                                                                                                .y()
                                                                                                                        < s
                                                                                                                                        .y()
                                                                                                                                + 0.1
                                                                                                                                        * torso)))
                                        .orElse(false));
        List<Double> swing =
                person.series(
                        p ->
                                p.at(wrist)
                                        .flatMap(
                                                w ->
                                                        p.at(shoulder)
                                                                .map(
                                                                        s ->
                                                                                (w.x() - s.x())
                                                                                        / torso)));
        return raised >= 0.7 && TimeSeries.turns(swing, 0.2) >= 2;
    }

    private static double handPath(Person person, boolean left, double torso) {
        BodyPart wrist = left ? BodyPart.LEFT_WRIST : BodyPart.RIGHT_WRIST;
        return TimeSeries.path(from(person, wrist, torso, true))
                + TimeSeries.path(from(person, wrist, torso, false));
    }

    /** One coordinate of a joint relative to the middle of the shoulders. */
    private static List<Double> from(Person person, BodyPart part, double torso, boolean across) {
        return person.series(
                p ->
                        p.at(part)
                                .flatMap(
                                        point ->
                                                p.between(
                                                                BodyPart.LEFT_SHOULDER,
                                                                BodyPart.RIGHT_SHOULDER)
                                                        .map(
                                                                m ->
                                                                        (across
                                                                                        ? point.x()
                                                                                                - m
                                                                                                        .x()
                                                                                        : point.y()
                                                                                                - m
                                                                                                        .y())
                                                                                / torso)));
    }

    private static double bodyPath(Person person, double torso) {
        return TimeSeries.path(shoulders(person, torso, true))
                + TimeSeries.path(shoulders(person, torso, false));
    }

    private static List<Double> shoulders(Person person, double torso, boolean across) {
        return person.series(
                p ->
                        p.between(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                                .map(m -> (across ? m.x() : m.y()) / torso));
    }

    private static Optional<Cue> exercising(Person person) {
        double torso = person.torso();
        List<Double> up = shoulders(person, torso, false);
        List<Double> arms = from(person, BodyPart.LEFT_WRIST, torso, false);
        boolean squats = TimeSeries.turns(up, 0.35) >= 3;
        boolean armsUpAndDown = TimeSeries.turns(arms, 0.8) >= 3 && legsSeen(person);
        return squats || armsUpAndDown
                ? Optional.of(
                        new Cue(
                                "exercising",
                                0.6,
                                squats
                                        ? "rule on poses: the body goes up and down again and again"
                                        : "rule on poses: arms go up and down again and again"))
                : Optional.empty();
    }

    private static boolean legsSeen(Person person) {
        return person.share(
                        p ->
                                p.at(BodyPart.LEFT_KNEE)
                                        .or(() -> p.at(BodyPart.RIGHT_KNEE))
                                        .isPresent())
                > 0.5;
    }

    /** Current position of a wrist, for rules about pairs of people. */
    static Optional<Point> wrist(Pose pose, boolean left) {
        return pose.at(left ? BodyPart.LEFT_WRIST : BodyPart.RIGHT_WRIST);
    }
}
