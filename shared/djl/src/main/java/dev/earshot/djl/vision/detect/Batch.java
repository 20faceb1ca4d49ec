package dev.earshot.djl.vision.detect;

import dev.earshot.djl.vision.network.TorchNetwork;

import java.util.Arrays;
import java.util.List;

/**
 * Square pictures of one size for one run of a network.
 *
 * @param values {@code [count, 3, size, size]}, red, green, blue, each in [0, 255]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
record Batch(float[] values, int count, int size) {
    Batch(int count, int size) {
        this(new float[Math.multiplyExact(3 * count, size * size)], count, size);
    }

    /** Fills picture {@code index} with one colour. */
    void fill(int index, float red, float green, float blue) {
        int plane = size * size;
        float[] colour = {red, green, blue};
        for (int channel = 0; channel < 3; channel++) {
            int from = (3 * index + channel) * plane;
            Arrays.fill(values, from, from + plane, colour[channel]);
        }
    }

    /** Mirrors picture {@code index} left to right. */
    void mirror(int index) {
        int rows = 3 * size;
        for (int row = index * rows; row < (index + 1) * rows; row++) {
            for (int left = row * size, right = left + size - 1; left < right; left++, right--) {
                float kept = values[left];
                values[left] = values[right];
                values[right] = kept;
            }
        }
    }

    /** Runs the network and returns all outputs. */
    List<TorchNetwork.Tensor> throughAll(TorchNetwork network) {
        return network.forwardAll(new TorchNetwork.Tensor(values, count, 3, size, size));
    }

    /**
     * Runs the network; returns rows of left, top, right, bottom, then the scores, picture by
     * picture.
     */
    float[] through(TorchNetwork network) {
        return network.forward(new TorchNetwork.Tensor(values, count, 3, size, size)).values();
    }
}
