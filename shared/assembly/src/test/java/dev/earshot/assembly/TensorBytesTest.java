package dev.earshot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

final class TensorBytesTest {

    @Test
    void compute_sameTypeAndOrder_copiesBytesFromOffset() {
        byte[] source = floats(9, 1, 2, 3);
        Recipe.Tensor tensor = tensor(4, ElementType.FLOAT32, ElementType.FLOAT32, List.of(3));

        assertThat(values(of(tensor, source, none()).compute())).containsExactly(1, 2, 3);
    }

    @Test
    void compute_permutedMatrix_transposes() {
        Recipe.Tensor tensor = permuted(ElementType.FLOAT32, List.of(2, 3), List.of(1, 0));

        assertThat(values(of(tensor, floats(1, 2, 3, 4, 5, 6), none()).compute()))
                .containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void compute_permutedKernel_matchesNumpyTranspose() {
        // numpy.arange(24).reshape(2, 3, 4).transpose(2, 0, 1).ravel()
        byte[] source = new byte[24];
        for (int i = 0; i < source.length; i++) {
            source[i] = (byte) i;
        }
        Recipe.Tensor tensor = permuted(ElementType.UINT8, List.of(2, 3, 4), List.of(2, 0, 1));

        assertThat(of(tensor, source, none()).compute())
                .containsExactly(
                        0, 4, 8, 12, 16, 20, 1, 5, 9, 13, 17, 21, 2, 6, 10, 14, 18, 22, 3, 7, 11,
                        15, 19, 23);
    }

    @Test
    void compute_float16Source_widensExactly() {
        byte[] source = halves(1.5f, -0.25f, 65504f, 0x1p-24f);
        Recipe.Tensor tensor = tensor(0, ElementType.FLOAT16, ElementType.FLOAT32, List.of(4));

        assertThat(values(of(tensor, source, none()).compute()))
                .containsExactly(1.5f, -0.25f, 65504f, 0x1p-24f);
    }

    @Test
    void compute_quantisedSource_scalesUnsignedBytes() {
        Recipe.Tensor tensor =
                new Recipe.Tensor(
                        "data/0",
                        new Recipe.Upstream("u", 0),
                        ElementType.UINT8,
                        ElementType.FLOAT32,
                        List.of(3),
                        List.of(),
                        Optional.of(new Recipe.Affine(0.5, -1)),
                        Optional.empty(),
                        Optional.empty());

        byte[] source = {0, 4, (byte) 255};
        assertThat(values(of(tensor, source, none()).compute())).containsExactly(-1, 1, 126.5f);
    }

    @Test
    void compute_lowRank_addsScaledProductToPermutedMatrix() {
        // Source is W transposed: W = [[1, 2], [3, 4], [5, 6]]; B = [[1], [0], [-1]], A = [[10,
        // 20]].
        byte[] adapter = halves(10, 20, 1, 0, -1);
        Recipe.Tensor tensor =
                new Recipe.Tensor(
                        "data/0",
                        new Recipe.Upstream("u", 0),
                        ElementType.FLOAT32,
                        ElementType.FLOAT32,
                        List.of(2, 3),
                        List.of(1, 0),
                        Optional.empty(),
                        Optional.of(new Recipe.LowRank(1, 2f, 0, 4)),
                        Optional.empty());

        assertThat(values(of(tensor, floats(1, 3, 5, 2, 4, 6), adapter).compute()))
                .containsExactly(21, 42, 3, 4, -15, -34);
    }

    @Test
    void compute_quantisedRows_roundsHalfToEvenWithinMost() {
        Recipe.Tensor tensor = quantised(RowQuantisation.Part.VALUES, ElementType.INT8);

        // Source is transposed: rows [63, -12.5, 11.5], [0, 0, 0], [-6.3, 3.15, 0.04]
        byte[] source = floats(63, 0, -6.3f, -12.5f, 0, 3.15f, 11.5f, 0, 0.04f);
        assertThat(of(tensor, source, none()).compute())
                .containsExactly(63, -12, 12, 0, 0, 0, -63, 32, 0);
    }

    @Test
    void compute_quantisedRows_scalesAreGreatestMagnitudes() {
        Recipe.Tensor tensor = quantised(RowQuantisation.Part.SCALES, ElementType.FLOAT32);

        byte[] source = floats(63, 0, -6.3f, -12.5f, 0, 3.15f, 11.5f, 0, 0.04f);
        assertThat(values(of(tensor, source, none()).compute())).containsExactly(1, 1, 6.3f / 63);
    }

    @Test
    void compute_quantisedRowsInPlace_givesWhatATransposedSourceGives() {
        byte[] source = floats(63, -12.5f, 11.5f, 0, 0, 0, -6.3f, 3.15f, 0.04f);

        Recipe.Tensor rows = inPlace(RowQuantisation.Part.VALUES, ElementType.INT8);
        assertThat(of(rows, source, none()).compute())
                .containsExactly(63, -12, 12, 0, 0, 0, -63, 32, 0);
        Recipe.Tensor scales = inPlace(RowQuantisation.Part.SCALES, ElementType.FLOAT32);
        assertThat(values(of(scales, source, none()).compute())).containsExactly(1, 1, 6.3f / 63);
    }

    @Test
    void quantisation_mostBeyondInt8_isRefused() {
        assertThatThrownBy(() -> new RowQuantisation(128, RowQuantisation.Part.VALUES))
                .hasMessageContaining("128");
    }

    @Test
    void compute_sourceTooShort_namesTensorAndSizes() {
        Recipe.Tensor tensor = tensor(8, ElementType.FLOAT32, ElementType.FLOAT32, List.of(3));

        assertThatThrownBy(() -> of(tensor, floats(1, 2, 3), none()))
                .isInstanceOf(AssemblyException.class)
                .hasMessageContaining("data/0 ends at byte 20")
                .hasMessageContaining("only 12");
    }

    @Test
    void compute_valueOutsideIntegerTarget_isRefused() {
        Recipe.Tensor tensor = tensor(0, ElementType.FLOAT32, ElementType.INT8, List.of(1));

        assertThatThrownBy(() -> of(tensor, floats(128), none()).compute())
                .hasMessageContaining("128.0 does not fit int8");
    }

    private static Recipe.Tensor quantised(RowQuantisation.Part part, ElementType to) {
        return quantised(part, to, List.of(1, 0));
    }

    private static Recipe.Tensor inPlace(RowQuantisation.Part part, ElementType to) {
        return quantised(part, to, List.of());
    }

    private static Recipe.Tensor quantised(
            RowQuantisation.Part part, ElementType to, List<Integer> permute) {
        return new Recipe.Tensor(
                "data/0",
                new Recipe.Upstream("u", 0),
                ElementType.FLOAT32,
                to,
                List.of(3, 3),
                permute,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RowQuantisation(63, part)));
    }

    private static Recipe.Tensor tensor(
            int offset, ElementType from, ElementType to, List<Integer> shape) {
        return new Recipe.Tensor(
                "data/0",
                new Recipe.Upstream("u", offset),
                from,
                to,
                shape,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Recipe.Tensor permuted(
            ElementType type, List<Integer> shape, List<Integer> permute) {
        return new Recipe.Tensor(
                "data/0",
                new Recipe.Upstream("u", 0),
                type,
                type,
                shape,
                permute,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TensorBytes of(Recipe.Tensor tensor, byte[] source, byte[] adapter) {
        return new TensorBytes(tensor, ByteBuffer.wrap(source), adapter);
    }

    private static byte[] none() {
        return new byte[0];
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] halves(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    private static float[] values(byte[] bytes) {
        float[] values = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
