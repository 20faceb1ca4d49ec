package dev.earshot.djl.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks the blocks of a GIF file (GIF89a specification). The first frame is the picture and must be
 * whole; later frames are taken as far as the file goes, up to {@link #MAX_FRAMES}.
 */
final class GifContainer {
    /** Ten seconds of an animation at 20 frames a second. */
    private static final int MAX_FRAMES = 200;

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    private final Bytes bytes;
    private final List<GifFrame> frames = new ArrayList<>();
    private int at;
    private GifFrame.Disposal disposal = GifFrame.Disposal.KEPT;
    private int width;
    private int height;

    private GifContainer(byte[] file) throws RefusedException {
        this.bytes = new Bytes(MediaType.GIF, file);
        this.at = 13 + colourTable(bytes.at(10));
        bytes.keep(0, at);
    }

    static Container read(byte[] file) throws RefusedException {
        GifContainer gif = new GifContainer(file);
        if (!gif.toNextFrame()) {
            throw RefusedException.corrupt(MediaType.GIF, "it holds no picture data");
        }
        try {
            while (gif.frames.size() < MAX_FRAMES && gif.toNextFrame()) {
                // Each step keeps a frame
            }
        } catch (RefusedException e) {
            // An animation that breaks off is shown as far as it goes, as browsers do
        }
        gif.bytes.append(TRAILER);
        return new Container(
                gif.width,
                gif.height,
                Orientation.UPRIGHT,
                Container.Colours.AS_DECODED,
                gif.bytes.kept(),
                gif.frames);
    }

    /** Keeps the next frame; false at the end of the file. */
    private boolean toNextFrame() throws RefusedException {
        while (true) {
            int block = bytes.at(at);
            if (block == EXTENSION) {
                int end = subBlocksEnd(bytes, at + 2);
                if (bytes.at(at + 1) == GRAPHIC_CONTROL) {
                    bytes.keep(at, end - at);
                    disposal = GifFrame.Disposal.of(bytes.at(at + 3) >> 2 & 7);
                }
                at = end;
            } else if (block == FRAME) {
                int data = at + 10 + colourTable(bytes.at(at + 9));
                int end = subBlocksEnd(bytes, data + 1);
                bytes.keep(at, end - at);
                if (frames.isEmpty()) {
                    width = bytes.littleEndian16(at + 5);
                    height = bytes.littleEndian16(at + 7);
                }
                frames.add(
                        new GifFrame(
                                bytes.littleEndian16(at + 1),
                                bytes.littleEndian16(at + 3),
                                (long) bytes.littleEndian16(at + 5) * bytes.littleEndian16(at + 7),
                                disposal));
                disposal = GifFrame.Disposal.KEPT;
                at = end;
                return true;
            } else if (block == TRAILER) {
                return false;
            } else {
                throw RefusedException.corrupt(
                        MediaType.GIF, "an unknown block 0x" + Integer.toHexString(block));
            }
        }
    }

    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int subBlocksEnd(Bytes bytes, int from) throws RefusedException {
        int at = from;
        while (bytes.at(at) != 0) {
            at += 1 + bytes.at(at);
        }
        return at + 1;
    }
}
