package dev.earshot.video;

import dev.earshot.core.picture.Detection;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame kept small for the contact sheet.
 *
 * @param seconds when the frame is shown
 * @param jpeg as {@link Miniatures#shrink} made it
 * @param objects what was found in it, in pixels of the original frame
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
public record KeyPicture(double seconds, byte[] jpeg, List<Detection> objects) {
    public KeyPicture {
        objects = List.copyOf(objects);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(seconds);
        out.writeInt(jpeg.length);
        out.write(jpeg);
        out.writeInt(objects.size());
        for (Detection object : objects) {
            out.writeUTF(object.label());
            out.writeDouble(object.score());
            Boxes.write(object.box(), out);
        }
    }

    static KeyPicture read(DataInput in) throws IOException {
        double seconds = in.readDouble();
        byte[] jpeg = new byte[Boxes.length(in.readInt())];
        in.readFully(jpeg);
        List<Detection> objects = new ArrayList<>();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            objects.add(new Detection(in.readUTF(), in.readDouble(), Boxes.read(in)));
        }
        return new KeyPicture(seconds, jpeg, objects);
    }
}
