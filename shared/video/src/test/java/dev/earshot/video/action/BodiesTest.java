package dev.earshot.video.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.video.VideoAction;
import dev.earshot.video.action.Person.Moment;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * Tests the pose rules on bodies of several sizes and proportions, near and far, mirrored, and with
 * the jitter that networks produce: each must show the same actions, and no others from this list.
 */
class BodiesTest {
    private static final double RATE = 5;

    /**
     * A body as a camera sees it.
     *
     * @param torso pixels from the shoulders to the hips
     * @param legs length of thigh and shank in torsos
     * @param arms length of upper and lower arm in torsos
     */
    record Body(double torso, double legs, double arms, boolean mirrored, double tremble) {}

    static Stream<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        for (double torso : new double[] {18, 60, 240}) {
            for (boolean mirrored : new boolean[] {false, true}) {
                bodies.add(new Body(torso, 0.85, 0.55, mirrored, 0.02));
                // A child, and a tall person.
                bodies.add(new Body(torso, 0.7, 0.5, mirrored, 0.02));
                bodies.add(new Body(torso, 0.95, 0.6, mirrored, 0.03));
            }
        }
        return bodies.stream();
    }

    /** Joints in torsos relative to the middle of the hips, x to the right, y down. */
    private static Map<BodyPart, double[]> standing(Body body) {
        Map<BodyPart, double[]> joints = new EnumMap<>(BodyPart.class);
        joints.put(BodyPart.NOSE, new double[] {0, -1.45});
        joints.put(BodyPart.LEFT_EAR, new double[] {0.12, -1.45});
        joints.put(BodyPart.RIGHT_EAR, new double[] {-0.12, -1.45});
        both(joints, BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER, 0.33, -1);
        both(joints, BodyPart.LEFT_ELBOW, BodyPart.RIGHT_ELBOW, 0.4, -1 + body.arms());
        both(joints, BodyPart.LEFT_WRIST, BodyPart.RIGHT_WRIST, 0.42, -1 + 2 * body.arms());
        both(joints, BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP, 0.2, 0);
        both(joints, BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE, 0.2, body.legs());
        both(joints, BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE, 0.2, 2 * body.legs());
        return joints;
    }

    private static void both(
            Map<BodyPart, double[]> joints, BodyPart left, BodyPart right, double x, double y) {
        joints.put(left, new double[] {x, y});
        joints.put(right, new double[] {-x, y});
    }

    /** The action spans of six seconds. */
    private static List<String> actions(Body body, DoubleFunction<Map<BodyPart, double[]>> at) {
        var random = new Random(7);
        ActionSpans spans = new ActionSpans();
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i <= 6 * RATE; i++) {
            moments.add(new Moment(i / RATE, pose(body, at.apply(i / RATE), random)));
            Person person = new Person(1, moments.getLast().pose().box(), moments);
            List<Cue> cues = new ArrayList<>(MotionRules.of(person));
            cues.addAll(PostureRules.of(person, List.of()));
            spans.take(i / RATE, cues);
        }
        return spans.finish().stream().map(VideoAction::label).distinct().toList();
    }

    private static Pose pose(Body body, Map<BodyPart, double[]> joints, Random random) {
        List<Point> points = new ArrayList<>();
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (BodyPart part : BodyPart.values()) {
            double[] joint = joints.get(part);
            if (joint == null) {
                points.add(new Point(0, 0, 0));
                continue;
            }
            double across = joint[0] + body.tremble() * random.nextGaussian();
            double x = body.torso() * (20 + (body.mirrored() ? -across : across));
            double y = body.torso() * (5 + joint[1] + body.tremble() * random.nextGaussian());
            points.add(new Point(x, y, 0.8));
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return new Pose(new Box(left, top, right - left, bottom - top), 0.9, points);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatStands_doesNothing(Body body) {
        assertThat(actions(body, t -> standing(body))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatWalksPast_walks(Body body) {
        assertThat(actions(body, t -> striding(body, 1.2 * t, 0.35 * Math.sin(6 * t))))
                .containsExactly("walking");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatRunsPast_runs(Body body) {
        assertThat(actions(body, t -> striding(body, -15 + 5.5 * t, 0.5 * Math.sin(8.5 * t))))
                .containsExactly("running");
    }

    private static Map<BodyPart, double[]> striding(Body body, double x, double stride) {
        Map<BodyPart, double[]> joints = standing(body);
        joints.put(BodyPart.LEFT_KNEE, new double[] {stride / 2, body.legs()});
        joints.put(BodyPart.RIGHT_KNEE, new double[] {-stride / 2, body.legs()});
        joints.put(BodyPart.LEFT_ANKLE, new double[] {stride, 2 * body.legs()});
        joints.put(BodyPart.RIGHT_ANKLE, new double[] {-stride, 2 * body.legs()});
        joints.values().forEach(joint -> joint[0] += x);
        return joints;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_onASeat_sits(Body body) {
        for (double forward : new double[] {0.1, body.legs()}) {
            assertThat(
                            actions(
                                    body,
                                    t -> {
                                        Map<BodyPart, double[]> joints = standing(body);
                                        seated(joints, forward, 0.2, 0.2 + body.legs());
                                        return joints;
                                    }))
                    .as("thighs %.1f to the side", forward)
                    .containsExactly("sitting");
        }
    }

    private static void seated(
            Map<BodyPart, double[]> joints, double forward, double knees, double feet) {
        for (int side : new int[] {1, -1}) {
            boolean left = side > 0;
            double x = 0.2 * side + forward;
            joints.put(left ? BodyPart.LEFT_KNEE : BodyPart.RIGHT_KNEE, new double[] {x, knees});
            joints.put(left ? BodyPart.LEFT_ANKLE : BodyPart.RIGHT_ANKLE, new double[] {x, feet});
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_onItsHeels_doesNotSit(Body body) {
        assertThat(
                        actions(
                                body,
                                t -> {
                                    Map<BodyPart, double[]> joints = standing(body);
                                    seated(joints, 0.5, 0, 0.35);
                                    return joints;
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatBendsForAMoment_doesNothing(Body body) {
        assertThat(
                        actions(
                                body,
                                t -> {
                                    Map<BodyPart, double[]> joints = standing(body);
                                    if (t > 3 && t < 3.5) {
                                        seated(joints, 0.3, 0.2, 0.2 + body.legs());
                                    }
                                    return joints;
                                }))
                .doesNotContain("sitting", "walking", "running");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_withARaisedHandThatSwings_waves(Body body) {
        assertThat(
                        actions(
                                body,
                                t -> {
                                    Map<BodyPart, double[]> joints = standing(body);
                                    joints.put(BodyPart.LEFT_ELBOW, new double[] {0.6, -1});
                                    joints.put(
                                            BodyPart.LEFT_WRIST,
                                            new double[] {
                                                0.65 + 0.25 * Math.sin(7 * t), -1 - body.arms()
                                            });
                                    return joints;
                                }))
                .contains("waving")
                .doesNotContain("walking", "sitting", "running");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatBendsItsKneesAgainAndAgain_exercises(Body body) {
        assertThat(
                        actions(
                                body,
                                t -> {
                                    Map<BodyPart, double[]> joints = standing(body);
                                    double down = 0.35 * (1 - Math.cos(3.5 * t));
                                    joints.forEach(
                                            (part, joint) -> {
                                                if (part.index() < BodyPart.LEFT_KNEE.index()) {
                                                    joint[1] += down;
                                                }
                                            });
                                    return joints;
                                }))
                .contains("exercising")
                .doesNotContain("walking", "running");
    }
}
