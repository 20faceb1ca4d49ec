package dev.earshot.video.frame;

import dev.earshot.core.picture.Box;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Geometry of boxes, and their format in a checkpoint. Stateless. */
public final class Boxes {
    private static final int MAX_LENGTH = 1 << 24;

    private Boxes() {}

    public static double centreX(Box box) {
        return box.x() + box.width() / 2;
    }

    public static double centreY(Box box) {
        return box.y() + box.height() / 2;
    }

    public static double diagonal(Box box) {
        return Math.hypot(box.width(), box.height());
    }

    public static double area(Box box) {
        return box.width() * box.height();
    }

    /** Distance between the centres. */
    public static double distance(Box one, Box other) {
        return Math.hypot(centreX(one) - centreX(other), centreY(one) - centreY(other));
    }

    /** Distance of a point from a box, 0 inside it. */
    public static double distance(Box box, Pose.Point point) {
        double dx = Math.max(0, Math.abs(point.x() - centreX(box)) - box.width() / 2);
        double dy = Math.max(0, Math.abs(point.y() - centreY(box)) - box.height() / 2);
        return Math.hypot(dx, dy);
    }

    public static void write(Box box, DataOutput out) throws IOException {
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
    }

    public static Box read(DataInput in) throws IOException {
        return new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }

    /** Validates a length read from a checkpoint. */
    public static int length(int read) throws IOException {
        if (read < 0 || read > MAX_LENGTH) {
            throw new IOException("a checkpoint states a length of " + read);
        }
        return read;
    }
}
