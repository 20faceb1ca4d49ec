package dev.earshot.aws.media;

import dev.earshot.aws.table.TableItem;
import dev.earshot.core.picture.Fingerprint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fingerprint as bytes: 8 for the whole picture, then 12 per point (x, y, code), big-endian.
 * Stateless.
 */
final class FingerprintBytes {
    private static final int POINT = 2 * Short.BYTES + Long.BYTES;

    private FingerprintBytes() {}

    static byte[] write(Fingerprint fingerprint) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + POINT * fingerprint.points().size());
        bytes.putLong(fingerprint.whole());
        for (Fingerprint.Point point : fingerprint.points()) {
            bytes.putShort((short) point.x()).putShort((short) point.y()).putLong(point.code());
        }
        return bytes.array();
    }

    static Optional<Fingerprint> read(TableItem item, String name) {
        if (!item.has(name)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(item.bytes(name));
        long whole = bytes.getLong();
        List<Fingerprint.Point> points = new ArrayList<>();
        while (bytes.remaining() >= POINT) {
            int x = bytes.getShort();
            int y = bytes.getShort();
            points.add(new Fingerprint.Point(x, y, bytes.getLong()));
        }
        return Optional.of(new Fingerprint(whole, points));
    }
}
