package dev.earshot.core.media.video;

import dev.earshot.core.media.Safety;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is remembered of each frame that was looked at.
 *
 * @param merit how well the frame stands for its shot: sharp, and much to see
 * @param faces seen in it
 * @param unsafe label of what was flagged in it, empty if nothing
 * @param unsafeScore its score
 */
record Looked(double seconds, double merit, int faces, String unsafe, double unsafeScore) {

    static Looked of(double seconds, double sharpness, int objects, int faces, Safety safety) {
        double merit = Math.log1p(sharpness) + 0.3 * Math.min(6, objects + faces);
        return new Looked(
                seconds,
                merit,
                faces,
                safety.flagged() ? safety.label() : "",
                safety.flagged() ? safety.score() : 0);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(seconds);
        out.writeDouble(merit);
        out.writeInt(faces);
        out.writeUTF(unsafe);
        out.writeDouble(unsafeScore);
    }

    static Looked read(DataInput in) throws IOException {
        return new Looked(
                in.readDouble(), in.readDouble(), in.readInt(), in.readUTF(), in.readDouble());
    }
}
