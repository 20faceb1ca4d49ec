package dev.earshot.djl.image;

/**
 * Walks the blocks of a GIF file (GIF89a specification) up to the end of its first frame; that
 * frame alone is the picture.
 */
final class GifContainer {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    private GifContainer() {}

    static Container read(byte[] file) throws RefusedException {
        Bytes bytes = new Bytes(MediaType.GIF, file);
        int at = 13 + colourTable(bytes.at(10));
        bytes.keep(0, at);
        while (true) {
            int block = bytes.at(at);
            if (block == EXTENSION) {
                int end = subBlocksEnd(bytes, at + 2);
                if (bytes.at(at + 1) == GRAPHIC_CONTROL) {
                    bytes.keep(at, end - at);
                }
                at = end;
            } else if (block == FRAME) {
                int data = at + 10 + colourTable(bytes.at(at + 9));
                int end = subBlocksEnd(bytes, data + 1);
                bytes.keep(at, end - at);
                bytes.append(TRAILER);
                return new Container(
                        bytes.littleEndian16(at + 5),
                        bytes.littleEndian16(at + 7),
                        Orientation.UPRIGHT,
                        Container.Colours.AS_DECODED,
                        bytes.kept());
            } else {
                throw RefusedException.corrupt(
                        MediaType.GIF,
                        block == TRAILER
                                ? "it holds no picture data"
                                : "an unknown block 0x" + Integer.toHexString(block));
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
