package dev.earshot.assembly;

import java.util.Arrays;

/**
 * Symmetric quantisation of a matrix with one scale per row: {@code value = q * scale}, no zero
 * point.
 *
 * <p>In float32: {@code scale = max|row| / most}, 1 for a row of zeros; {@code q = value / scale}
 * rounded half to even and kept within {@code -most..most}. Each division is rounded once, so numpy
 * reproduces both bit for bit.
 *
 * @param most the greatest q, 1 to 127; 63 keeps products of two unsigned bytes and weights within
 *     the 16 bits that processors without VNNI add them up in
 * @param part which of the two tensors to compute
 */
record RowQuantisation(int most, Part part) {

    /** The two tensors into which quantisation turns one. */
    enum Part {
        /** q, as large as the matrix. */
        VALUES,
        /** One scale per row. */
        SCALES
    }

    RowQuantisation {
        if (most < 1 || most > 127) {
            throw new IllegalArgumentException("quantise.most must be 1 to 127, not " + most);
        }
    }

    static Part parse(String name) {
        return switch (name) {
            case "values" -> Part.VALUES;
            case "scales" -> Part.SCALES;
            default ->
                    throw new IllegalArgumentException(
                            "quantise.part must be values or scales, not '" + name + "'");
        };
    }

    /** The part's numbers: row-major q as whole floats, or the scales. */
    float[] apply(float[] matrix, int columns) {
        float[] scales = new float[matrix.length / columns];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = scale(matrix, row * columns, columns);
        }
        return switch (part) {
            case SCALES -> scales;
            case VALUES -> values(matrix, columns, scales);
        };
    }

    private float scale(float[] matrix, int start, int columns) {
        float greatest = 0;
        for (int i = start; i < start + columns; i++) {
            greatest = Math.max(greatest, Math.abs(matrix[i]));
        }
        float scale = greatest / most;
        return scale == 0 ? 1 : scale;
    }

    private float[] values(float[] matrix, int columns, float[] scales) {
        float[] values = Arrays.copyOf(matrix, matrix.length);
        for (int i = 0; i < values.length; i++) {
            double rounded = Math.rint(values[i] / scales[i / columns]);
            values[i] = (float) Math.clamp(rounded, -most, most);
        }
        return values;
    }
}
