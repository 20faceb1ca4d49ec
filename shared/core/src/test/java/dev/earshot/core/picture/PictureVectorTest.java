package dev.earshot.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.ModelVersion;

import org.junit.jupiter.api.Test;

import java.util.Random;

final class PictureVectorTest {
    private static final ModelVersion MODEL = new ModelVersion("clip é", "1", "ab".repeat(32));

    @Test
    void cosine_ofRoundedVectors_isNearTheExactOne() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            float[] a = new float[512];
            float[] b = new float[512];
            double together = 0;
            double ofA = 0;
            double ofB = 0;
            for (int k = 0; k < a.length; k++) {
                a[k] = (float) random.nextGaussian();
                b[k] = (float) (random.nextGaussian() + a[k] * (i % 5));
                together += a[k] * b[k];
                ofA += a[k] * a[k];
                ofB += b[k] * b[k];
            }
            assertThat(PictureVector.of(MODEL, a).cosine(PictureVector.of(MODEL, b)))
                    .isCloseTo(
                            together / Math.sqrt(ofA * ofB),
                            org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void length_doesNotMatter() {
        assertThat(PictureVector.of(MODEL, new float[] {1, -2, 3}))
                .isEqualTo(PictureVector.of(MODEL, new float[] {0.01f, -0.02f, 0.03f}));
    }

    @Test
    void bytes_areReadBackWhole() {
        PictureVector vector = PictureVector.of(MODEL, new float[] {10, 0, -7, 10});

        assertThat(PictureVector.ofBytes(vector.toBytes())).isEqualTo(vector);
        assertThat(PictureVector.ofValues(MODEL, vector.values())).isEqualTo(vector);
    }

    @Test
    void bytes_ofSomethingElse_areRefused() {
        assertThatThrownBy(() -> PictureVector.ofBytes(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model's name");
    }

    @Test
    void vectors_ofOtherWeights_cannotBeCompared() {
        PictureVector a = PictureVector.of(MODEL, new float[] {1, 2});
        PictureVector b =
                PictureVector.of(
                        new ModelVersion("clip é", "1", "cd".repeat(32)), new float[] {1, 2});

        assertThatThrownBy(() -> a.cosine(b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be compared");
    }

    @Test
    void output_withoutADirection_isRefused() {
        assertThatThrownBy(() -> PictureVector.of(MODEL, new float[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PictureVector.of(MODEL, new float[] {1, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}
