package dev.earshot.video.frame;

import dev.earshot.core.picture.Box;

import java.util.List;
import java.util.Optional;

/**
 * Where a person's joints are. Joints tell how a person moves and nothing about who it is.
 *
 * @param box around the person, in pixels of the original frame
 * @param score confidence that there is a person, in [0, 1]
 * @param points one for each {@link BodyPart}, in its order
 */
public record Pose(Box box, double score, List<Point> points) {
    /** A keypoint with a lower score is a guess (MoveNet's own demo uses 0.3). */
    public static final double SEEN = 0.3;

    public Pose {
        points = List.copyOf(points);
        if (points.size() != BodyPart.COUNT) {
            throw new IllegalArgumentException(
                    "points must hold " + BodyPart.COUNT + " keypoints, got " + points.size());
        }
    }

    /** A keypoint; it may lie outside the frame. */
    public record Point(double x, double y, double score) {
        public double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2, Math.min(score, other.score));
        }
    }

    /** A keypoint, if it is visible. */
    public Optional<Point> at(BodyPart part) {
        Point point = points.get(part.index());
        return point.score() >= SEEN ? Optional.of(point) : Optional.empty();
    }

    /** The midpoint of two keypoints, if both are visible. */
    public Optional<Point> between(BodyPart one, BodyPart other) {
        return at(one).flatMap(a -> at(other).map(a::middle));
    }
}
