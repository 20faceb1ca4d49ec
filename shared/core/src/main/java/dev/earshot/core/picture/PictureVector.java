package dev.earshot.core.picture;

import dev.earshot.core.ModelVersion;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Embedding of a picture or a text by a text-image model. Only its direction is kept: each
 * component is a whole number, the largest of magnitude 127, so a cosine is off by less than 0.01.
 * Vectors of different models, or of different weights of one model, can't be compared. Immutable.
 */
public final class PictureVector {
    /** Most components; the largest models in use have this many. */
    public static final int MAX_DIMENSIONS = 2_048;

    private static final int LARGEST = Byte.MAX_VALUE;

    private final ModelVersion model;
    private final byte[] values;
    private final double length;

    private PictureVector(ModelVersion model, byte[] values) {
        if (values.length < 2 || values.length > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "a vector must have 2 to "
                            + MAX_DIMENSIONS
                            + " components, got "
                            + values.length);
        }
        this.model = model;
        this.values = values;
        double sum = 0;
        for (byte value : values) {
            sum += value * value;
        }
        this.length = Math.sqrt(sum);
        if (length == 0) {
            throw new IllegalArgumentException("a vector must have a direction, got zeros only");
        }
    }

    /**
     * The direction of a model's output, whatever its length.
     *
     * @throws IllegalArgumentException where a component is not finite or all are zero
     */
    public static PictureVector of(ModelVersion model, float[] output) {
        float largest = 0;
        for (float value : output) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "a vector's components must be finite numbers, got " + value);
            }
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] values = new byte[output.length];
        for (int i = 0; i < output.length && largest > 0; i++) {
            values[i] = (byte) Math.round(output[i] / largest * LARGEST);
        }
        return new PictureVector(model, values);
    }

    /** What {@link #values()} gave. */
    public static PictureVector ofValues(ModelVersion model, byte[] values) {
        return new PictureVector(model, values.clone());
    }

    /** Which model made it. */
    public ModelVersion model() {
        return model;
    }

    /** The components, for storage. */
    public byte[] values() {
        return values.clone();
    }

    /**
     * The cosine of the angle between both, in [-1, 1].
     *
     * @throws IllegalArgumentException where they are of different weights
     */
    public double cosine(PictureVector other) {
        if (!model.sha256().equals(other.model.sha256()) || values.length != other.values.length) {
            throw new IllegalArgumentException(
                    "vectors of " + model + " and " + other.model + " can't be compared");
        }
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum / (length * other.length);
    }

    /** The model's name, revision and digest, each followed by a line feed, then the components. */
    public byte[] toBytes() {
        byte[] head =
                String.join("\n", model.name(), model.revision(), model.sha256(), "")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(head, head.length + values.length);
        System.arraycopy(values, 0, bytes, head.length, values.length);
        return bytes;
    }

    /**
     * What {@link #toBytes()} gave.
     *
     * @throws IllegalArgumentException where the bytes are of something else
     * @throws dev.earshot.core.FieldException where what stands for the model names none
     */
    public static PictureVector ofBytes(byte[] bytes) {
        int at = 0;
        String[] parts = new String[3];
        for (int i = 0; i < parts.length; i++) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                throw new IllegalArgumentException(
                        "a vector must begin with its model's name, revision and digest");
            }
            parts[i] = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
        }
        return new PictureVector(
                new ModelVersion(parts[0], parts[1], parts[2]),
                Arrays.copyOfRange(bytes, at, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureVector vector
                && model.equals(vector.model)
                && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "PictureVector[" + model + ", " + values.length + " components]";
    }
}
