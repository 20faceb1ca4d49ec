package dev.earshot.djl.vision.logo;

/**
 * Direction and strength of the edges of a small picture, ignoring the sign of the contrast: for
 * each pixel a vector whose angle is twice the gradient's and whose length is its strength, at most
 * 1. Of several channels the one with the strongest gradient counts (Hinterstoisser et al., 2012).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
record Edges(int width, int height, float[] across, float[] along) {
    /** A gradient this strong, in levels of 255 per pixel, counts in full. */
    private static final float FULL_GRADIENT = 40;

    /** Weaker gradients are compression noise. */
    private static final float NOISE_GRADIENT = 6;

    /**
     * @param planes {@code [channels, height, width]} in [0, 255]
     */
    static Edges of(float[] planes, int channels, int width, int height) {
        float[] across = new float[width * height];
        float[] along = new float[width * height];
        int plane = width * height;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                float best = NOISE_GRADIENT * NOISE_GRADIENT;
                float gx = 0;
                float gy = 0;
                for (int from = at; from < channels * plane; from += plane) {
                    float dx = (planes[from + 1] - planes[from - 1]) / 2;
                    float dy = (planes[from + width] - planes[from - width]) / 2;
                    float strength = dx * dx + dy * dy;
                    if (strength > best) {
                        best = strength;
                        gx = dx;
                        gy = dy;
                    }
                }
                if (gx != 0 || gy != 0) {
                    float size = (float) Math.sqrt(best);
                    float weight = Math.min(size / FULL_GRADIENT, 1) / best;
                    across[at] = weight * (gx * gx - gy * gy);
                    along[at] = weight * 2 * gx * gy;
                }
            }
        }
        return new Edges(width, height, across, along);
    }

    /** Averaged over 3 x 3 pixels, so that a shift by a pixel matters less. */
    Edges blurred() {
        return new Edges(width, height, blur(across), blur(along));
    }

    private float[] blur(float[] in) {
        float[] rows = new float[in.length];
        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                rows[at] = in[at - 1] + in[at] + in[at + 1];
            }
        }
        float[] out = new float[in.length];
        for (int at = width; at < in.length - width; at++) {
            out[at] = (rows[at - width] + rows[at] + rows[at + width]) / 9;
        }
        return out;
    }
}
