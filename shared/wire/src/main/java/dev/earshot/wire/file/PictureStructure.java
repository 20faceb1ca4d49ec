package dev.earshot.wire.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Tells whether a file is built as a picture beyond its first bytes, without decoding it: a PNG's
 * chunks with their checksums, a JPEG's segments, a GIF's and WebP's blocks. A file that passes may
 * still be damaged where its pixels are. Stateless.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG</a>, <a
 *     href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG, annex B</a>, <a
 *     href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF</a>, <a
 *     href="https://developers.google.com/speed/webp/docs/riff_container">WebP</a>
 */
public final class PictureStructure {
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_FRAME = 12;
    private static final int GIF_HEADER = 13;
    private static final int RIFF_HEADER = 12;

    private PictureStructure() {}

    /** What is wrong with a file as a picture, worded to follow "it"; empty if nothing is. */
    public static Optional<String> fault(byte[] file) {
        if (!FileSignature.isPicture(file)) {
            return Optional.of("is no PNG, JPEG, GIF or WebP picture");
        }
        boolean whole =
                switch (file[0] & 0xFF) {
                    case 0x89 -> isPng(file);
                    case 0xFF -> isJpeg(file);
                    case 'G' -> isGif(file);
                    default -> isWebp(file);
                };
        return whole
                ? Optional.empty()
                : Optional.of("begins as a picture, but is damaged or cut off");
    }

    private static boolean isPng(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int at = PNG_SIGNATURE;
        boolean pixels = false;
        while (file.limit() - at >= PNG_FRAME) {
            int length = file.getInt(at);
            if (length < 0 || length > file.limit() - at - PNG_FRAME) {
                return false;
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            var checksum = new CRC32();
            checksum.update(bytes, at + 4, 4 + length);
            if ((int) checksum.getValue() != file.getInt(at + 8 + length)) {
                return false;
            }
            if (at == PNG_SIGNATURE
                    && !(type.equals("IHDR")
                            && length >= 8
                            && file.getInt(at + 8) > 0
                            && file.getInt(at + 12) > 0)) {
                return false;
            }
            pixels |= type.equals("IDAT");
            if (type.equals("IEND")) {
                return pixels;
            }
            at += PNG_FRAME + length;
        }
        return false;
    }

    private static boolean isJpeg(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int at = 2;
        boolean frame = false;
        while (at + 4 <= file.limit()) {
            if ((file.get(at) & 0xFF) != 0xFF) {
                return false;
            }
            int marker = file.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                at += 2;
                continue;
            }
            int length = file.getShort(at + 2) & 0xFFFF;
            if (length < 2 || at + 2 + length > file.limit()) {
                return false;
            }
            if (marker == 0xDA) {
                return frame && at + 2 + length < file.limit();
            }
            frame |= isFrame(marker) && length >= 8 && file.getShort(at + 7) != 0;
            at += 2 + length;
        }
        return false;
    }

    /** Markers of frames: C0 to CF but for tables and arithmetic conditioning. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean isGif(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() <= GIF_HEADER || file.getShort(6) == 0 || file.getShort(8) == 0) {
            return false;
        }
        int flags = file.get(10);
        int at = GIF_HEADER + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
        while (at + 2 < file.limit() && file.get(at) == 0x21) {
            at += 2;
            while (at < file.limit() && file.get(at) != 0) {
                at += 1 + (file.get(at) & 0xFF);
            }
            at++;
        }
        return at + 10 < file.limit() && file.get(at) == 0x2C;
    }

    private static boolean isWebp(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < RIFF_HEADER + 8
                || Integer.toUnsignedLong(file.getInt(4)) > file.limit() - 8L) {
            return false;
        }
        String chunk = new String(bytes, RIFF_HEADER, 4, StandardCharsets.ISO_8859_1);
        long length = Integer.toUnsignedLong(file.getInt(RIFF_HEADER + 4));
        return (chunk.equals("VP8 ") || chunk.equals("VP8L") || chunk.equals("VP8X"))
                && length > 0
                && RIFF_HEADER + 8 + length <= file.limit();
    }
}
