package dev.earshot.ffmpeg;

import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.Info;
import dev.earshot.video.frame.Thumbnail;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads what {@link FrameWriter} writes, and trusts no size in it. Used by one thread. */
final class FrameReader {
    private final DataInputStream in;
    private final int longestSide;
    private int frameWidth;
    private int frameHeight;
    private int width;
    private int height;

    /**
     * @param longestSide most pixels per side of a frame
     */
    FrameReader(InputStream in, int longestSide) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.longestSide = longestSide;
    }

    /** The first message of the pipe. */
    sealed interface Beginning {
        record Header(Info info) implements Beginning {}

        record Refused(String reason) implements Beginning {}
    }

    Beginning begin() throws IOException {
        int tag = in.readByte();
        if (tag == FrameWriter.REFUSED) {
            return new Beginning.Refused(in.readUTF());
        }
        if (tag != FrameWriter.HEADER) {
            throw new IOException("the decoder began with tag " + tag);
        }
        width = in.readInt();
        height = in.readInt();
        Info info = new Info(width, height, in.readDouble(), in.readLong(), in.readUTF());
        frameWidth = in.readInt();
        frameHeight = in.readInt();
        if (frameWidth < 1
                || frameHeight < 1
                || frameWidth > longestSide
                || frameHeight > longestSide) {
            throw new IOException(
                    "the decoder announced frames of " + frameWidth + " x " + frameHeight);
        }
        return new Beginning.Header(info);
    }

    Event next() throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case FrameWriter.THUMBNAIL -> {
                boolean afterDamage = in.readBoolean();
                yield new Event.Sample(thumbnail(), Optional.empty(), afterDamage);
            }
            case FrameWriter.FRAME -> {
                boolean afterDamage = in.readBoolean();
                Thumbnail thumbnail = thumbnail();
                byte[] rgb = new byte[3 * frameWidth * frameHeight];
                in.readFully(rgb);
                yield new Event.Sample(
                        thumbnail,
                        Optional.of(
                                new Frame(
                                        thumbnail.seconds(),
                                        frameWidth,
                                        frameHeight,
                                        rgb,
                                        width,
                                        height)),
                        afterDamage);
            }
            case FrameWriter.END -> {
                double end = in.readDouble();
                long frames = in.readLong();
                String damage = in.readUTF();
                yield new Event.End(
                        end, frames, damage.isEmpty() ? Optional.empty() : Optional.of(damage));
            }
            case FrameWriter.REFUSED -> new Event.Refused(in.readUTF());
            default -> throw new IOException("the decoder wrote tag " + tag);
        };
    }

    private Thumbnail thumbnail() throws IOException {
        double seconds = in.readDouble();
        byte[] rgb = new byte[Thumbnail.BYTES];
        in.readFully(rgb);
        return new Thumbnail(seconds, rgb);
    }
}
