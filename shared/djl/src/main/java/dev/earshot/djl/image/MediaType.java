package dev.earshot.djl.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Type of a file, detected from its first bytes only, never from its name. */
public enum MediaType {
    JPEG(Kind.IMAGE),
    PNG(Kind.IMAGE),
    GIF(Kind.IMAGE),
    WEBP(Kind.IMAGE),
    MP4(Kind.VIDEO),
    QUICKTIME(Kind.VIDEO),
    WEBM(Kind.VIDEO),
    MATROSKA(Kind.VIDEO),
    AVI(Kind.VIDEO),
    HEIC(Kind.UNSUPPORTED_IMAGE),
    AVIF(Kind.UNSUPPORTED_IMAGE),
    SVG(Kind.UNSUPPORTED_IMAGE),
    BMP(Kind.UNSUPPORTED_IMAGE),
    TIFF(Kind.UNSUPPORTED_IMAGE),
    ZIP(Kind.OTHER),
    PDF(Kind.OTHER),
    EMPTY(Kind.OTHER),
    UNKNOWN(Kind.OTHER);

    /** Number of first bytes that {@link #of} reads. */
    public static final int SNIFFED_BYTES = 1024;

    /** What can be done with a type. */
    public enum Kind {
        /** {@link ImageDecoder} reads it. */
        IMAGE,
        /** A job for the video worker. */
        VIDEO,
        /** A picture in an unsupported format. */
        UNSUPPORTED_IMAGE,
        /** Neither picture nor video. */
        OTHER
    }

    private final Kind kind;

    MediaType(Kind kind) {
        this.kind = kind;
    }

    /** What can be done with it. */
    public Kind kind() {
        return kind;
    }

    /**
     * Detects the type from the first bytes of a file; 64 suffice for all but SVG, which is
     * searched for in the first {@link #SNIFFED_BYTES}.
     */
    public static MediaType of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (has(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (has(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a")) {
            return GIF;
        }
        if (has(bytes, 0, "RIFF")) {
            return has(bytes, 8, "WEBP") ? WEBP : has(bytes, 8, "AVI ") ? AVI : UNKNOWN;
        }
        if (has(bytes, 4, "ftyp")) {
            return isoBrand(bytes);
        }
        if (has(bytes, 4, "moov") || has(bytes, 4, "mdat") || has(bytes, 4, "wide")) {
            return QUICKTIME;
        }
        if (has(bytes, 0, "\u001aE\u00df\u00a3")) {
            return text(bytes, 64).contains("webm") ? WEBM : MATROSKA;
        }
        if (has(bytes, 0, "PK\u0003\u0004") || has(bytes, 0, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (has(bytes, 0, "%PDF-")) {
            return PDF;
        }
        if (has(bytes, 0, "II*\0") || has(bytes, 0, "MM\0*")) {
            return TIFF;
        }
        if (has(bytes, 0, "BM") && bytes.length > 14 && bytes[6] == 0 && bytes[7] == 0) {
            return BMP;
        }
        return svg(bytes) ? SVG : UNKNOWN;
    }

    private static MediaType isoBrand(byte[] bytes) {
        String brand = bytes.length < 12 ? "" : text(bytes, 12).substring(8);
        return switch (brand) {
            case "avif", "avis" -> AVIF;
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" ->
                    text(bytes, 64).contains("avif") ? AVIF : HEIC;
            case "qt  " -> QUICKTIME;
            case "crx ", "M4A ", "M4B " -> UNKNOWN;
            default -> MP4;
        };
    }

    private static boolean svg(byte[] bytes) {
        String head = text(bytes, SNIFFED_BYTES).toLowerCase(Locale.ROOT);
        String start = head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        return start.startsWith("<") && start.contains("<svg");
    }

    private static boolean has(byte[] bytes, int at, String magic) {
        if (bytes.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
