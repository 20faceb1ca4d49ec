package dev.earshot.djl.image;

import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a WebP file (RFC 9649) and rebuilds a still picture of its first frame, so
 * that the stated size and the decoded size can't differ.
 */
final class WebpContainer {
    private static final int ALPHA_FLAG = 0x10;
    private static final int FRAME_HEADER = 16;

    /**
     * The reader of lossless pictures looks 8 bytes ahead at each pixel; where it meets the end, as
     * in a picture of one colour, whose pixels need no bits, it asks again at each.
     */
    private static final int LOOK_AHEAD = 16;

    private final Bytes bytes;
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable Range alpha;
    private @Nullable Range picture;

    /** A chunk with its header of 8 bytes. */
    private record Range(String name, int at, int length) {
        int payload() {
            return at + 8;
        }

        int padded() {
            return length + (length & 1);
        }
    }

    private WebpContainer(byte[] file) {
        this.bytes = new Bytes(MediaType.WEBP, file);
    }

    static Container read(byte[] file) throws RefusedException {
        return new WebpContainer(file).walk();
    }

    private Container walk() throws RefusedException {
        long stated = bytes.littleEndianLength(4) + 8L;
        if (stated > bytes.length()) {
            throw RefusedException.truncated(MediaType.WEBP);
        }
        chunks(12, (int) stated);
        if (picture == null) {
            throw RefusedException.corrupt(MediaType.WEBP, "it holds no picture data");
        }
        return rebuild(picture);
    }

    private void chunks(int from, int end) throws RefusedException {
        int at = from;
        while (at + 8 <= end) {
            Range chunk = new Range(bytes.text(at, 4), at, bytes.littleEndianLength(at + 4));
            bytes.need(chunk.payload(), chunk.length());
            switch (chunk.name()) {
                case "VP8 ", "VP8L" -> picture = picture == null ? chunk : picture;
                case "ALPH" -> alpha = picture == null ? chunk : alpha;
                case "EXIF" -> orientation = exif(chunk);
                case "ANMF" -> {
                    if (picture == null && chunk.length() > FRAME_HEADER) {
                        int inner = chunk.payload() + FRAME_HEADER;
                        chunks(inner, chunk.payload() + chunk.length());
                    }
                }
                default -> {} // profile, XMP, animation settings
            }
            at = Math.addExact(chunk.payload(), chunk.padded());
        }
    }

    private Orientation exif(Range chunk) throws RefusedException {
        byte[] block = bytes.range(chunk.payload(), chunk.length());
        boolean prefixed = block.length > 6 && bytes.text(chunk.payload(), 4).equals("Exif");
        return Orientation.ofExif(
                prefixed ? java.util.Arrays.copyOfRange(block, 6, block.length) : block);
    }

    private Container rebuild(Range chunk) throws RefusedException {
        boolean lossless = chunk.name().equals("VP8L");
        int width = lossless ? losslessWidth(chunk) : lossySide(chunk, 6);
        int height = lossless ? losslessHeight(chunk) : lossySide(chunk, 8);
        boolean extended = !lossless && alpha != null;
        int more = lossless ? LOOK_AHEAD : 0;
        int size = 4 + 8 + chunk.padded() + more;
        if (extended && alpha != null) {
            size += 18 + 8 + alpha.padded();
        }
        bytes.append("RIFF");
        bytes.appendLittleEndian32(size);
        bytes.append("WEBP");
        if (extended && alpha != null) {
            bytes.append("VP8X");
            bytes.appendLittleEndian32(10);
            bytes.append(ALPHA_FLAG, 0, 0, 0);
            appendSide(width);
            appendSide(height);
            append(alpha);
        }
        bytes.append(chunk.name());
        bytes.appendLittleEndian32(chunk.padded() + more);
        bytes.keep(chunk.payload(), chunk.length());
        for (int i = chunk.length(); i < chunk.padded() + more; i++) {
            bytes.append(0);
        }
        return new Container(
                width, height, orientation, Container.Colours.AS_DECODED, bytes.kept());
    }

    private void appendSide(int side) {
        int value = side - 1;
        bytes.append(value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff);
    }

    private void append(Range chunk) throws RefusedException {
        bytes.keep(chunk.at(), 8 + chunk.length());
        if (chunk.padded() != chunk.length()) {
            bytes.append(0);
        }
    }

    private int lossySide(Range chunk, int offset) throws RefusedException {
        int at = chunk.payload();
        boolean keyFrame = chunk.length() >= 10 && (bytes.at(at) & 1) == 0;
        if (!keyFrame || !bytes.text(at + 3, 3).equals("\u009d\u0001*")) {
            throw RefusedException.corrupt(MediaType.WEBP, "its frame header is not one");
        }
        return bytes.littleEndian16(at + offset) & 0x3fff;
    }

    private int losslessWidth(Range chunk) throws RefusedException {
        if (chunk.length() < 5 || bytes.at(chunk.payload()) != 0x2f) {
            throw RefusedException.corrupt(MediaType.WEBP, "its frame header is not one");
        }
        return (bytes.littleEndian16(chunk.payload() + 1) & 0x3fff) + 1;
    }

    private int losslessHeight(Range chunk) throws RefusedException {
        return (bytes.littleEndian24(chunk.payload() + 2) >> 6 & 0x3fff) + 1;
    }
}
