package dev.earshot.assembly;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Computes the little-endian bytes of one tensor from its source bytes and the adapter. */
final class TensorBytes {
    private final Recipe.Tensor tensor;
    private final ByteBuffer source;
    private final ByteBuffer adapter;
    private final int start;

    /**
     * @param source the bytes that {@code tensor.source()} names
     * @param adapter the adapter file, empty if the model has none
     */
    TensorBytes(Recipe.Tensor tensor, ByteBuffer source, byte[] adapter) {
        this.tensor = tensor;
        this.source = source.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.adapter = ByteBuffer.wrap(adapter).order(ByteOrder.LITTLE_ENDIAN);
        this.start = tensor.source().offset();
        within("source", source.capacity(), start, tensor.elements(), tensor.sourceType());
    }

    byte[] compute() {
        boolean copied =
                tensor.sourceType() == tensor.targetType()
                        && tensor.affine().isEmpty()
                        && tensor.lowRank().isEmpty()
                        && tensor.quantisation().isEmpty();
        if (copied && tensor.permute().isEmpty()) {
            byte[] bytes = new byte[tensor.elements() * tensor.sourceType().bytes()];
            source.get(start, bytes);
            return bytes;
        }
        if (tensor.quantisation().isPresent()
                && tensor.permute().isEmpty()
                && tensor.lowRank().isEmpty()) {
            return quantisedByRows(tensor.quantisation().get());
        }
        int[] order = sourceIndices();
        return copied ? permuted(order) : converted(order);
    }

    private byte[] permuted(int[] order) {
        int size = tensor.sourceType().bytes();
        byte[] target = new byte[Math.multiplyExact(order.length, size)];
        for (int i = 0; i < order.length; i++) {
            source.get(start + order[i] * size, target, i * size, size);
        }
        return target;
    }

    /** Works row by row, so that the embeddings of a large vocabulary are never held as floats. */
    private byte[] quantisedByRows(RowQuantisation quantisation) {
        int columns = columns();
        int rows = tensor.elements() / columns;
        int width = quantisation.part() == RowQuantisation.Part.SCALES ? 1 : columns;
        byte[] bytes = new byte[Math.multiplyExact(rows * width, tensor.targetType().bytes())];
        ByteBuffer target = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] row = new float[columns];
        for (int i = 0; i < rows; i++) {
            for (int column = 0; column < columns; column++) {
                row[column] = value(i * columns + column);
            }
            write(quantisation.apply(row, columns), target, i * width);
        }
        return bytes;
    }

    private byte[] converted(int[] order) {
        float[] values = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = value(order[i]);
        }
        tensor.lowRank().ifPresent(lowRank -> add(lowRank, values));
        return written(
                tensor.quantisation().map(part -> part.apply(values, columns())).orElse(values));
    }

    /** The source's element, scaled where the recipe says so. */
    private float value(int index) {
        ElementType from = tensor.sourceType();
        double value = from.read(source, start + index * from.bytes());
        if (tensor.affine().isEmpty()) {
            return (float) value;
        }
        Recipe.Affine affine = tensor.affine().get();
        return (float) (value * affine.scale() + affine.min());
    }

    private byte[] written(float[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, tensor.targetType().bytes())];
        write(values, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 0);
        return bytes;
    }

    private void write(float[] values, ByteBuffer target, int from) {
        ElementType to = tensor.targetType();
        for (int i = 0; i < values.length; i++) {
            to.write(target, (from + i) * to.bytes(), values[i]);
        }
    }

    private void add(Recipe.LowRank lowRank, float[] values) {
        int rows = tensor.shape().get(tensor.order().get(0));
        int columns = columns();
        float[] a = halves("lora.a", lowRank.a(), lowRank.rank() * columns);
        float[] b = halves("lora.b", lowRank.b(), rows * lowRank.rank());
        float[] sum = new float[columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < lowRank.rank(); k++) {
                float factor = lowRank.scale() * b[row * lowRank.rank() + k];
                for (int column = 0; column < columns; column++) {
                    sum[column] += factor * a[k * columns + column];
                }
            }
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] += sum[column];
            }
        }
    }

    /** Columns of the target, which is a matrix. */
    private int columns() {
        return tensor.shape().get(tensor.order().get(1));
    }

    private float[] halves(String name, int offset, int count) {
        within(name, adapter.limit(), offset, count, ElementType.FLOAT16);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(adapter.getShort(offset + 2 * i));
        }
        return values;
    }

    /** Index into the source of each target element, target in row-major order. */
    private int[] sourceIndices() {
        List<Integer> shape = tensor.shape();
        int rank = shape.size();
        int[] sourceStride = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; axis--) {
            sourceStride[axis] = stride;
            stride *= shape.get(axis);
        }
        int[] indices = new int[tensor.elements()];
        // Built axis by axis from the outermost: each known index is split along the next axis.
        int known = 1;
        for (int axis : tensor.order()) {
            int size = shape.get(axis);
            for (int i = known - 1; i >= 0; i--) {
                int base = indices[i];
                for (int j = 0; j < size; j++) {
                    indices[i * size + j] = base + j * sourceStride[axis];
                }
            }
            known *= size;
        }
        return indices;
    }

    private void within(String what, int length, int offset, int count, ElementType type) {
        long end = offset + (long) count * type.bytes();
        if (end > length) {
            throw new AssemblyException(
                    "recipe.json: %s of %s ends at byte %d, but there are only %d"
                            .formatted(what, tensor.entry(), end, length));
        }
    }
}
