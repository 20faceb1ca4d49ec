package dev.earshot.djl.vision.detect;

import dev.earshot.djl.vision.network.TorchNetwork;

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

    /** Runs the network: rows of left, top, right, bottom, then the scores, picture by picture. */
    float[] through(TorchNetwork network) {
        return network.forward(new TorchNetwork.Tensor(values, count, 3, size, size)).values();
    }
}
