package dev.earshot.video.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.VideoAction;
import dev.earshot.video.action.Person.Moment;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Stick figures with a torso of 100 pixels and shoulders at y = 100. */
class ActionRulesTest {
    private static final double RATE = 5;

    private static Map<BodyPart, double[]> standing(double x) {
        Map<BodyPart, double[]> joints = new EnumMap<>(BodyPart.class);
        joints.put(BodyPart.NOSE, new double[] {x, 60});
        joints.put(BodyPart.LEFT_SHOULDER, new double[] {x + 30, 100});
        joints.put(BodyPart.RIGHT_SHOULDER, new double[] {x - 30, 100});
        joints.put(BodyPart.LEFT_ELBOW, new double[] {x + 40, 150});
        joints.put(BodyPart.RIGHT_ELBOW, new double[] {x - 40, 150});
        joints.put(BodyPart.LEFT_WRIST, new double[] {x + 45, 200});
        joints.put(BodyPart.RIGHT_WRIST, new double[] {x - 45, 200});
        joints.put(BodyPart.LEFT_HIP, new double[] {x + 20, 200});
        joints.put(BodyPart.RIGHT_HIP, new double[] {x - 20, 200});
        joints.put(BodyPart.LEFT_KNEE, new double[] {x + 20, 285});
        joints.put(BodyPart.RIGHT_KNEE, new double[] {x - 20, 285});
        joints.put(BodyPart.LEFT_ANKLE, new double[] {x + 20, 370});
        joints.put(BodyPart.RIGHT_ANKLE, new double[] {x - 20, 370});
        return joints;
    }

    private static Pose pose(Map<BodyPart, double[]> joints) {
        List<Point> points = new ArrayList<>();
        double left = Double.MAX_VALUE;
        double right = 0;
        for (BodyPart part : BodyPart.values()) {
            double[] at = joints.get(part);
            points.add(at == null ? new Point(0, 0, 0) : new Point(at[0], at[1], 0.9));
            left = at == null ? left : Math.min(left, at[0]);
            right = at == null ? right : Math.max(right, at[0]);
        }
        return new Pose(new Box(Math.max(0, left), 40, right - left, 340), 0.9, points);
    }

    private static Person person(double seconds, DoubleFunction<Map<BodyPart, double[]>> at) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i <= seconds * RATE; i++) {
            moments.add(new Moment(i / RATE, pose(at.apply(i / RATE))));
        }
        return new Person(1, moments.getLast().pose().box(), moments);
    }

    private static List<String> labels(Person person, Detection... things) {
        List<Cue> cues = new ArrayList<>(MotionRules.of(person));
        cues.addAll(PostureRules.of(person, List.of(things)));
        cues.addAll(ObjectRules.of(person, List.of(things)));
        assertThat(cues).allMatch(c -> c.basis().startsWith("rule"));
        return cues.stream().map(Cue::label).toList();
    }

    private static Map<BodyPart, double[]> striding(double x, double t) {
        Map<BodyPart, double[]> joints = standing(x);
        double stride = 40 * Math.sin(2 * Math.PI * t);
        joints.put(BodyPart.LEFT_ANKLE, new double[] {x + stride, 370});
        joints.put(BodyPart.RIGHT_ANKLE, new double[] {x - stride, 370});
        return joints;
    }

    @Test
    void rules_personWhoStands_findNothing() {
        assertThat(labels(person(2, t -> standing(300)))).isEmpty();
    }

    @Test
    void rules_alternatingLegsThatTravel_isWalking() {
        assertThat(labels(person(2, t -> striding(300 + 150 * t, t)))).contains("walking");
    }

    @Test
    void rules_fastTravelOnFoot_isRunning() {
        assertThat(labels(person(2, t -> striding(300 + 600 * t, 1.4 * t)))).contains("running");
    }

    @Test
    void rules_levelThighs_isSittingAndNotWalking() {
        assertThat(
                        labels(
                                person(
                                        2,
                                        t -> {
                                            Map<BodyPart, double[]> joints = standing(300);
                                            joints.put(BodyPart.LEFT_KNEE, new double[] {350, 215});
                                            joints.put(
                                                    BodyPart.RIGHT_KNEE, new double[] {320, 215});
                                            return joints;
                                        })))
                .containsExactly("sitting");
    }

    @Test
    void rules_raisedHandThatSwings_isWaving() {
        assertThat(
                        labels(
                                person(
                                        2,
                                        t -> {
                                            Map<BodyPart, double[]> joints = standing(300);
                                            joints.put(
                                                    BodyPart.LEFT_ELBOW, new double[] {360, 120});
                                            joints.put(
                                                    BodyPart.LEFT_WRIST,
                                                    new double[] {360 + 35 * Math.sin(8 * t), 50});
                                            return joints;
                                        })))
                .contains("waving");
    }

    @Test
    void rules_bottleInAHandAtTheMouth_isDrinkingAndOnATableIsNot() {
        Person drinker =
                person(
                        1,
                        t -> {
                            Map<BodyPart, double[]> joints = standing(300);
                            joints.put(BodyPart.LEFT_WRIST, new double[] {325, 90});
                            return joints;
                        });
        assertThat(labels(drinker, new Detection("bottle", 0.7, new Box(305, 55, 25, 50))))
                .contains("drinking");
        assertThat(labels(drinker, new Detection("bottle", 0.7, new Box(600, 200, 25, 50))))
                .doesNotContain("drinking");
    }

    @Test
    void rules_phoneInAHand_isUsingAPhone() {
        assertThat(
                        labels(
                                person(1, t -> standing(300)),
                                new Detection("cell phone", 0.7, new Box(340, 190, 20, 30))))
                .contains("using a phone");
    }

    @Test
    void rules_ballAtAHandOrOverTheHead_isPlayedAndOnTheGroundIsNot() {
        Person player = person(1, t -> standing(300));

        assertThat(labels(player, new Detection("sports ball", 0.6, new Box(330, 190, 30, 30))))
                .contains("playing ball");
        assertThat(labels(player, new Detection("sports ball", 0.6, new Box(340, 10, 30, 30))))
                .contains("playing ball");
        assertThat(labels(player, new Detection("sports ball", 0.6, new Box(500, 350, 30, 30))))
                .doesNotContain("playing ball");
    }

    @Test
    void rules_bodyThatGoesUpAndDown_isExercising() {
        assertThat(
                        labels(
                                person(
                                        4,
                                        t -> {
                                            Map<BodyPart, double[]> joints = standing(300);
                                            double down = 30 * (1 - Math.cos(Math.PI * t));
                                            joints.replaceAll(
                                                    (part, at) ->
                                                            part.index() < 13
                                                                    ? new double[] {
                                                                        at[0], at[1] + down
                                                                    }
                                                                    : at);
                                            return joints;
                                        })))
                .contains("exercising");
    }

    @Test
    void rules_twoHandsThatMeetAboveTheElbows_isArmWrestling() {
        Person one = arm(300, 380, true);
        Person other = arm(480, 390, false);

        assertThat(PostureRules.of(one, other).orElseThrow().label()).isEqualTo("arm wrestling");
        assertThat(PostureRules.of(one, arm(800, 710, false))).isEmpty();
    }

    private static Person arm(double x, double hand, boolean left) {
        return person(
                1,
                t -> {
                    Map<BodyPart, double[]> joints = standing(x);
                    joints.put(
                            left ? BodyPart.LEFT_WRIST : BodyPart.RIGHT_WRIST,
                            new double[] {hand, 110});
                    return joints;
                });
    }

    @Test
    void spans_cuesInARow_areJoinedAndAloneAreLeftOut() {
        ActionSpans spans = new ActionSpans();
        Cue walking = new Cue("walking", 0.6, "rule");
        for (int i = 0; i < 20; i++) {
            spans.take(
                    i / RATE,
                    i == 3 ? List.of(walking, new Cue("eating", 0.9, "rule")) : List.of(walking));
        }
        spans.take(6, List.of());
        spans.take(8, List.of());
        spans.take(20, List.of(walking));

        assertThat(spans.finish()).containsExactly(new VideoAction("walking", 0, 3.8, 0.6, "rule"));
    }
}
