package dev.earshot.wire.file;

/** File types, detected from the first bytes. Stateless. */
public final class FileSignature {
    private FileSignature() {}

    /** Whether a file is a PNG, JPEG, GIF or WebP picture. */
    public static boolean isPicture(byte[] file) {
        return begins(file, 0x89, 'P', 'N', 'G')
                || begins(file, 0xFF, 0xD8, 0xFF)
                || begins(file, 'G', 'I', 'F', '8')
                || (begins(file, 'R', 'I', 'F', 'F') && holdsAt(8, file, 'W', 'E', 'B', 'P'));
    }

    /** Whether these are the first bytes. */
    static boolean begins(byte[] file, int... bytes) {
        return holdsAt(0, file, bytes);
    }

    private static boolean holdsAt(int from, byte[] file, int... bytes) {
        if (file.length < from + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[from + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
