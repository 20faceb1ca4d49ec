package dev.earshot.djl.image;

import java.util.Arrays;

/**
 * Walks the markers of a JPEG file (ITU T.81, annex B). Requires the end-of-image marker: a file
 * without it is truncated, and half a picture is refused rather than analysed as if it were
 * complete.
 */
final class JpegContainer {
    /** Real progressive files have about ten scans; each costs a pass over the whole picture. */
    private static final int MAX_SCANS = 100;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int COMMENT = 0xfe;

    private final Bytes bytes;
    private int width;
    private int height;
    private int channels;
    private int adobeTransform = -1;
    private int scans;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegContainer(byte[] file) {
        this.bytes = new Bytes(MediaType.JPEG, file);
    }

    static Container read(byte[] file) throws RefusedException {
        return new JpegContainer(file).walk();
    }

    private Container walk() throws RefusedException {
        bytes.append(0xff, SOI);
        int at = 2;
        while (true) {
            at = marker(at);
            int code = bytes.at(at++);
            if (code == EOI) {
                break;
            }
            if (code == 0 || code == 1 || (code >= 0xd0 && code <= SOI)) {
                continue; // a stray marker without a payload
            }
            int length = bytes.bigEndian16(at);
            if (length < 2) {
                throw RefusedException.corrupt(MediaType.JPEG, "a segment of length " + length);
            }
            segment(code, at, length);
            at += length;
            if (code == SOS) {
                int end = entropyEnd(at);
                bytes.keep(at, end - at);
                at = end;
            }
        }
        if (scans == 0) {
            throw RefusedException.corrupt(MediaType.JPEG, "it holds no picture data");
        }
        bytes.append(0xff, EOI);
        return new Container(width, height, orientation, colours(), bytes.kept());
    }

    /** Index of the next marker's code, after 0xff and any fill. */
    private int marker(int from) throws RefusedException {
        int at = from;
        while (bytes.at(at) != 0xff) {
            at++;
        }
        while (bytes.at(at) == 0xff) {
            at++;
        }
        return at;
    }

    /** Index of the 0xff that ends a scan's data. */
    private int entropyEnd(int from) throws RefusedException {
        int at = from;
        while (true) {
            if (bytes.at(at) == 0xff) {
                int code = bytes.at(at + 1);
                boolean data = code == 0 || code == 0xff || (code >= 0xd0 && code <= 0xd7);
                if (!data) {
                    return at;
                }
            }
            at++;
        }
    }

    private void segment(int code, int at, int length) throws RefusedException {
        bytes.need(at, length);
        if (code == APP0 && length >= 16 && bytes.text(at + 2, 5).equals("JFIF\0")) {
            jfif();
        } else if (code == APP1 && length > 8 && bytes.text(at + 2, 6).equals("Exif\0\0")) {
            orientation = Orientation.ofExif(bytes.range(at + 8, length - 8));
        } else if (code == APP14 && length >= 14 && bytes.text(at + 2, 5).equals("Adobe")) {
            adobeTransform = bytes.at(at + 13);
            keep(code, at, length);
        } else if (code < APP0 || code > COMMENT) {
            if (isFrame(code)) {
                frame(code, at, length);
            }
            if (code == SOS && (channels == 0 || ++scans > MAX_SCANS)) {
                throw RefusedException.corrupt(
                        MediaType.JPEG,
                        channels == 0 ? "a scan before any frame" : "over " + MAX_SCANS + " scans");
            }
            keep(code, at, length);
        }
    }

    /**
     * Writes a plain JFIF header without thumbnail: it says that three channels are luma and
     * chroma.
     */
    private void jfif() {
        bytes.append(0xff, APP0, 0, 16);
        bytes.append("JFIF\0");
        bytes.append(1, 1, 0, 0, 1, 0, 1, 0, 0);
    }

    private void keep(int code, int at, int length) throws RefusedException {
        bytes.append(0xff, code);
        bytes.keep(at, length);
    }

    private static boolean isFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }

    private void frame(int code, int at, int length) throws RefusedException {
        if (channels != 0) {
            throw RefusedException.corrupt(MediaType.JPEG, "two frames");
        }
        if (length < 8) {
            throw RefusedException.corrupt(MediaType.JPEG, "a frame header of length " + length);
        }
        int precision = bytes.at(at + 2);
        height = bytes.bigEndian16(at + 3);
        width = bytes.bigEndian16(at + 5);
        channels = bytes.at(at + 7);
        boolean known = code <= 0xc2 && precision == 8;
        if (!known || !Arrays.asList(1, 3, 4).contains(channels)) {
            throw new RefusedException(
                    Decoding.Reason.UNSUPPORTED,
                    "This kind of JPEG is not read (coding "
                            + (code - 0xc0)
                            + ", "
                            + precision
                            + " bits, "
                            + channels
                            + " channels): save it as an ordinary 8-bit"
                            + " JPEG.");
        }
    }

    private Container.Colours colours() {
        if (channels != 4) {
            return Container.Colours.AS_DECODED;
        }
        return switch (adobeTransform) {
            case -1 -> Container.Colours.CMYK;
            case 2 -> Container.Colours.INVERTED_YCCK;
            default -> Container.Colours.INVERTED_CMYK;
        };
    }
}
