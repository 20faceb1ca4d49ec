package dev.earshot.djl.image;

/**
 * Walks the chunks of a PNG file (W3C PNG, section 5). Keeps the header, palette, transparency and
 * data; drops the rest, where a few bytes of compressed text may expand to gigabytes.
 */
final class PngContainer {
    private static final int SIGNATURE = 8;

    private PngContainer() {}

    static Container read(byte[] file) throws RefusedException {
        Bytes bytes = new Bytes(MediaType.PNG, file);
        bytes.keep(0, SIGNATURE);
        if (!bytes.text(SIGNATURE + 4, 4).equals("IHDR")
                || bytes.bigEndianLength(SIGNATURE) != 13) {
            throw RefusedException.corrupt(MediaType.PNG, "its first chunk is not a header");
        }
        int width = bytes.bigEndianLength(SIGNATURE + 8);
        int height = bytes.bigEndianLength(SIGNATURE + 12);
        Orientation orientation = Orientation.UPRIGHT;
        boolean data = false;
        int at = SIGNATURE;
        while (true) {
            int length = bytes.bigEndianLength(at);
            String name = bytes.text(at + 4, 4);
            bytes.need(at + 8, Math.addExact(length, 4));
            switch (name) {
                case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> bytes.keep(at, length + 12);
                case "eXIf" -> orientation = Orientation.ofExif(bytes.range(at + 8, length));
                default -> {} // ancillary
            }
            data |= name.equals("IDAT");
            if (name.equals("IEND")) {
                break;
            }
            at += length + 12;
        }
        if (!data) {
            throw RefusedException.corrupt(MediaType.PNG, "it holds no picture data");
        }
        return new Container(
                width, height, orientation, Container.Colours.AS_DECODED, bytes.kept());
    }
}
