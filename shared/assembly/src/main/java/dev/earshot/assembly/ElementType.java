package dev.earshot.assembly;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Element type of a tensor in a little-endian buffer. */
enum ElementType {
    FLOAT32(4),
    FLOAT16(2),
    INT64(8),
    INT32(4),
    UINT16(2),
    UINT8(1),
    INT8(1),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    static ElementType parse(String name) {
        for (ElementType type : values()) {
            if (type.label().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown element type '" + name + "'");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    double read(ByteBuffer source, int index) {
        return switch (this) {
            case FLOAT32 -> source.getFloat(index);
            case FLOAT16 -> Float.float16ToFloat(source.getShort(index));
            case INT64 -> source.getLong(index);
            case INT32 -> source.getInt(index);
            case UINT16 -> Short.toUnsignedInt(source.getShort(index));
            case UINT8, BOOL -> Byte.toUnsignedInt(source.get(index));
            case INT8 -> source.get(index);
        };
    }

    /** Writes with rounding to nearest; a value outside an integer type's range is refused. */
    void write(ByteBuffer target, int index, float value) {
        switch (this) {
            case FLOAT32 -> target.putFloat(index, value);
            case FLOAT16 -> target.putShort(index, Float.floatToFloat16(value));
            case INT64 -> target.putLong(index, whole(value, Long.MIN_VALUE, Long.MAX_VALUE));
            case INT32 ->
                    target.putInt(index, (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UINT16 -> target.putShort(index, (short) whole(value, 0, 65_535));
            case UINT8 -> target.put(index, (byte) whole(value, 0, 255));
            case BOOL -> target.put(index, (byte) whole(value, 0, 1));
            case INT8 -> target.put(index, (byte) whole(value, -128, 127));
        }
    }

    private long whole(float value, long least, long most) {
        double rounded = Math.rint(value);
        if (!(rounded >= least && rounded <= most)) {
            throw new IllegalArgumentException(value + " does not fit " + label());
        }
        return (long) rounded;
    }
}
