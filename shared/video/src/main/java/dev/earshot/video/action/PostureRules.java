package dev.earshot.video.action;

import dev.earshot.core.picture.Detection;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises actions by people's posture, alone or in pairs. Stateless. */
final class PostureRules {
    private static final Set<String> SEATS = Set.of("chair", "couch", "bench", "toilet", "bed");

    /** A thigh that descends by less than this share of the torso is about level. */
    private static final double LEVEL_THIGH = 0.45;

    /**
     * A person on a seat has the feet at least this far below the hips, in torsos (a shank is about
     * .8 of one); a crouching person sits on the heels.
     */
    private static final double FEET_BELOW = 0.6;

    private PostureRules() {}

    /** Cues from one person's posture. */
    static List<Cue> of(Person person, List<Detection> things) {
        List<Cue> cues = new ArrayList<>();
        Person recent = person.last(MotionRules.WINDOW);
        if (recent.moments().isEmpty()) {
            return cues;
        }
        if (recent.share(PostureRules::sits) >= 0.6) {
            boolean seat =
                    things.stream()
                            .anyMatch(
                                    t ->
                                            SEATS.contains(t.label())
                                                    && t.box().overlap(person.box()) > 0.1);
            cues.add(
                    new Cue(
                            "sitting",
                            seat ? 0.8 : 0.6,
                            "rule on poses: thighs are level and the back is upright"
                                    + (seat ? ", on a seat" : "")));
        }
        if (recent.share(PostureRules::lies) >= 0.6) {
            cues.add(new Cue("lying", 0.6, "rule on poses: the back is level"));
        }
        if (recent.moments().size() >= 3
                && recent.share(p -> handAtFace(p, recent.torso())) >= 0.6) {
            cues.add(
                    new Cue(
                            "touching the face",
                            0.65,
                            "rule on poses: a hand stays at the face; making up, shaving and"
                                    + " brushing teeth look the same"));
        }
        return cues;
    }

    /** A cue from the hands of two people over the last moments. */
    static Optional<Cue> of(Person one, Person other) {
        Optional<Pose> a = one.pose();
        Optional<Pose> b = other.pose();
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        double torso = (one.torso() + other.torso()) / 2;
        if (Boxes.distance(one.box(), other.box()) < 0.4 * torso) {
            return Optional.empty();
        }
        for (boolean left : new boolean[] {true, false}) {
            for (boolean otherLeft : new boolean[] {true, false}) {
                Optional<Cue> cue = hands(a.get(), left, b.get(), otherLeft, torso);
                if (cue.isPresent()) {
                    return cue;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Cue> hands(
            Pose a, boolean left, Pose b, boolean otherLeft, double torso) {
        Optional<Point> hand = MotionRules.wrist(a, left);
        Optional<Point> otherHand = MotionRules.wrist(b, otherLeft);
        if (hand.isEmpty()
                || otherHand.isEmpty()
                || hand.get().distance(otherHand.get()) > 0.45 * torso) {
            return Optional.empty();
        }
        boolean bothRaised =
                raised(a, left, hand.get(), torso) && raised(b, otherLeft, otherHand.get(), torso);
        return Optional.of(
                bothRaised
                        ? new Cue(
                                "arm wrestling",
                                0.55,
                                "rule on poses: two people's hands meet above their elbows")
                        : new Cue("holding hands", 0.45, "rule on poses: two people's hands meet"));
    }

    private static boolean raised(Pose pose, boolean left, Point hand, double torso) {
        return pose.at(left ? BodyPart.LEFT_ELBOW : BodyPart.RIGHT_ELBOW)
                .map(elbow -> elbow.y() - hand.y() > 0.15 * torso)
                .orElse(false);
    }

    /** Whether a thigh is level under an upright back, with the feet as low as on a seat. */
    static boolean sits(Pose pose) {
        return pose.between(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                .flatMap(
                        shoulders ->
                                pose.between(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP)
                                        .map(hips -> sits(pose, shoulders, hips)))
                .orElse(false);
    }

    private static boolean sits(Pose pose, Point shoulders, Point hips) {
        double torso = shoulders.distance(hips);
        if (hips.y() - shoulders.y() < 0.7 * torso) {
            return false;
        }
        int level = 0;
        int seen = 0;
        for (boolean left : new boolean[] {true, false}) {
            Optional<Point> hip = pose.at(left ? BodyPart.LEFT_HIP : BodyPart.RIGHT_HIP);
            Optional<Point> knee = pose.at(left ? BodyPart.LEFT_KNEE : BodyPart.RIGHT_KNEE);
            if (hip.isPresent() && knee.isPresent()) {
                seen++;
                level += knee.get().y() - hip.get().y() < LEVEL_THIGH * torso ? 1 : 0;
                Optional<Point> ankle = pose.at(left ? BodyPart.LEFT_ANKLE : BodyPart.RIGHT_ANKLE);
                if (ankle.filter(a -> a.y() - hip.get().y() < FEET_BELOW * torso).isPresent()) {
                    return false;
                }
            }
        }
        return seen > 0 && level == seen;
    }

    private static boolean lies(Pose pose) {
        return pose.between(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                .flatMap(
                        shoulders ->
                                pose.between(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP)
                                        .map(
                                                hips ->
                                                        Math.abs(hips.y() - shoulders.y())
                                                                        < 0.4
                                                                                * shoulders
                                                                                        .distance(
                                                                                                hips)
                                                                && pose.box().width()
                                                                        > 1.2
                                                                                * pose.box()
                                                                                        .height()))
                .orElse(false);
    }

    private static boolean handAtFace(Pose pose, double torso) {
        Optional<Point> nose = pose.at(BodyPart.NOSE);
        return nose.isPresent()
                && List.of(BodyPart.LEFT_WRIST, BodyPart.RIGHT_WRIST).stream()
                        .flatMap(part -> pose.at(part).stream())
                        .anyMatch(
                                w ->
                                        w.distance(nose.get()) < 0.6 * torso
                                                && w.y() < nose.get().y() + 0.45 * torso);
    }
}
