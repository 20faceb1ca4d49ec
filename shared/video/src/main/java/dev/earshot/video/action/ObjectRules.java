package dev.earshot.video.action;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.Pose.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises actions by where an object is relative to a person: in a hand, at the mouth. Lengths
 * are in torsos; thresholds were chosen by hand on short clips. Stateless.
 */
final class ObjectRules {
    private static final Map<String, String> IN_HAND =
            Map.of(
                    "cell phone", "using a phone",
                    "book", "reading",
                    "laptop", "using a computer",
                    "keyboard", "using a computer",
                    "tennis racket", "playing tennis",
                    "baseball bat", "playing baseball",
                    "baseball glove", "playing baseball",
                    "frisbee", "playing frisbee");

    private static final Set<String> DRUNK_FROM =
            Set.of("bottle", "cup", "wine glass", "mug", "coffee cup");

    private static final Set<String> EATEN =
            Set.of(
                    "banana",
                    "apple",
                    "sandwich",
                    "orange",
                    "hot dog",
                    "pizza",
                    "donut",
                    "cake",
                    "fork",
                    "spoon");

    /** Gear with only one use: it is enough that it is at a person. */
    private static final Map<String, String> GEAR =
            Map.of(
                    "tennis racket", "playing tennis",
                    "baseball bat", "playing baseball",
                    "baseball glove", "playing baseball");

    private static final double SURE_GEAR = 0.5;
    private static final double HELD = 0.6;

    /** A racket or a bat reaches further from the hand than a phone. */
    private static final double HELD_LONG = 1.2;

    private static final Set<String> LONG = Set.of("tennis racket", "baseball bat");
    private static final double AT_MOUTH = 0.45;
    private static final double BALL_AT_HAND = 0.8;
    private static final double BALL_AT_FOOT = 0.6;

    private ObjectRules() {}

    /** Cues from a person and the objects around. */
    static List<Cue> of(Person person, List<Detection> things) {
        List<Cue> cues = new ArrayList<>();
        for (Detection thing : things) {
            inHand(person, thing).ifPresent(cues::add);
            atMouth(person, thing).ifPresent(cues::add);
            ball(person, thing).ifPresent(cues::add);
            gear(person, thing).ifPresent(cues::add);
        }
        return cues;
    }

    private static Optional<Cue> inHand(Person person, Detection thing) {
        String label = IN_HAND.get(thing.label());
        if (label == null) {
            return Optional.empty();
        }
        double reach = (LONG.contains(thing.label()) ? HELD_LONG : HELD) * person.torso();
        boolean held =
                person.wrists().stream().anyMatch(w -> Boxes.distance(thing.box(), w) < reach);
        return held
                ? cue(label, thing, 0.75, "rule: " + thing.label() + " at a person's hand")
                : Optional.empty();
    }

    private static Optional<Cue> atMouth(Person person, Detection thing) {
        boolean drink = DRUNK_FROM.contains(thing.label());
        if (!drink && !EATEN.contains(thing.label())) {
            return Optional.empty();
        }
        double torso = person.torso();
        Optional<Point> nose = person.pose().flatMap(p -> p.at(BodyPart.NOSE));
        boolean near =
                nose.isPresent()
                        && Boxes.distance(thing.box(), nose.get()) < AT_MOUTH * torso
                        && Boxes.area(thing.box()) < 4 * torso * torso;
        // Nothing else brings a vessel to a mouth than a hand, which it often hides.
        boolean held =
                (drink && person.wrists().isEmpty())
                        || person.wrists().stream()
                                .anyMatch(w -> Boxes.distance(thing.box(), w) < HELD * torso);
        return near && held
                ? cue(
                        drink ? "drinking" : "eating",
                        thing,
                        0.75,
                        "rule: " + thing.label() + " in a hand at a person's mouth")
                : Optional.empty();
    }

    /** A ball lying about is nobody's; in play it is at a hand or a foot, or over the head. */
    private static Optional<Cue> ball(Person person, Detection thing) {
        if (!thing.label().equals("sports ball")) {
            return Optional.empty();
        }
        double torso = person.torso();
        Box body = person.box();
        boolean atHand =
                person.wrists().stream()
                        .anyMatch(w -> Boxes.distance(thing.box(), w) < BALL_AT_HAND * torso);
        boolean atFoot =
                person.ankles().stream()
                        .anyMatch(a -> Boxes.distance(thing.box(), a) < BALL_AT_FOOT * torso);
        boolean overHead =
                Boxes.centreY(thing.box()) < body.y() + 0.1 * body.height()
                        && Math.abs(Boxes.centreX(thing.box()) - Boxes.centreX(body))
                                < body.height() / 2;
        return atHand || atFoot || overHead
                ? cue(
                        "playing ball",
                        thing,
                        0.65,
                        "rule: sports ball at a hand or a foot, or over the head")
                : Optional.empty();
    }

    private static Optional<Cue> gear(Person person, Detection thing) {
        String label = GEAR.get(thing.label());
        boolean near =
                Boxes.distance(thing.box(), person.box())
                        < (Boxes.diagonal(person.box()) + Boxes.diagonal(thing.box())) / 2;
        return label != null && near && thing.score() >= SURE_GEAR
                ? cue(label, thing, 0.6, "rule: " + thing.label() + " at a person")
                : Optional.empty();
    }

    private static Optional<Cue> cue(String label, Detection thing, double most, String basis) {
        return Optional.of(new Cue(label, most * Math.min(1, 0.5 + thing.score()), basis));
    }
}
