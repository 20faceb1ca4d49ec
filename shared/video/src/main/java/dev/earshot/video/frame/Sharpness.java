package dev.earshot.video.frame;

/**
 * How sharp a frame is: the variance of the Laplacian of its luma (J. Pech-Pacheco et al., Diatom
 * autofocusing in brightfield microscopy, ICPR 2000). Only comparable between frames of one scene.
 * Stateless.
 */
final class Sharpness {
    private Sharpness() {}

    static double of(Frame frame) {
        int width = frame.width();
        int height = frame.height();
        if (width < 3 || height < 3) {
            return 0;
        }
        byte[] rgb = frame.rgb();
        // Green carries most of the luma, which is enough for sharpness.
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = 3 * (y * width + x) + 1;
                int laplacian =
                        (rgb[at - 3] & 0xff)
                                + (rgb[at + 3] & 0xff)
                                + (rgb[at - 3 * width] & 0xff)
                                + (rgb[at + 3 * width] & 0xff)
                                - 4 * (rgb[at] & 0xff);
                sum += laplacian;
                squares += (double) laplacian * laplacian;
            }
        }
        double count = (double) (width - 2) * (height - 2);
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
