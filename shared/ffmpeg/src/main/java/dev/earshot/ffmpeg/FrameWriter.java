package dev.earshot.ffmpeg;

import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.Info;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes decoded frames to the parent's pipe: a tag byte, then big-endian fields.
 *
 * <pre>
 * H  width int, height int, duration double, origin long, codec UTF, frame width int, height int
 * T  after damage boolean, seconds double, thumbnail bytes
 * F  after damage boolean, seconds double, thumbnail bytes, pixel bytes
 * Z  end double, frames long, damage UTF
 * X  reason UTF
 * </pre>
 */
final class FrameWriter implements AutoCloseable {
    static final int HEADER = 'H';
    static final int THUMBNAIL = 'T';
    static final int FRAME = 'F';
    static final int END = 'Z';
    static final int REFUSED = 'X';

    private final DataOutputStream out;

    FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    void header(Info info, int frameWidth, int frameHeight) throws IOException {
        out.writeByte(HEADER);
        out.writeInt(info.width());
        out.writeInt(info.height());
        out.writeDouble(info.durationSeconds());
        out.writeLong(info.originTicks());
        out.writeUTF(info.codec());
        out.writeInt(frameWidth);
        out.writeInt(frameHeight);
        out.flush();
    }

    void sample(Event.Sample sample) throws IOException {
        out.writeByte(sample.frame().isPresent() ? FRAME : THUMBNAIL);
        out.writeBoolean(sample.afterDamage());
        out.writeDouble(sample.thumbnail().seconds());
        out.write(sample.thumbnail().rgb());
        if (sample.frame().isPresent()) {
            Frame frame = sample.frame().get();
            out.write(frame.rgb());
            out.flush();
        }
    }

    void end(Event.End end) throws IOException {
        out.writeByte(END);
        out.writeDouble(end.endSeconds());
        out.writeLong(end.framesDecoded());
        out.writeUTF(end.damage().orElse(""));
        out.flush();
    }

    void refused(String reason) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(reason);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
