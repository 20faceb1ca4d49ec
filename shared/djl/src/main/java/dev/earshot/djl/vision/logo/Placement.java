package dev.earshot.djl.vision.logo;

import dev.earshot.djl.image.Pixels;

/**
 * Position and scale of a template on a picture.
 *
 * @param left left edge of the template with its border, in pixels of the picture
 * @param across picture pixels per template pixel, horizontally
 * @param down likewise, vertically
 */
record Placement(double left, double top, double across, double down) {

    /**
     * How well the template agrees with the picture there.
     *
     * @param edges normalised correlation of the edges' directions, in [-1, 1]
     * @param colours agreement of the logo's own colours, in [0, 1]
     */
    record Agreement(double edges, double colours) {}

    /**
     * Compares template and picture; beyond its border the picture continues with the border's
     * pixels.
     */
    Agreement agreement(LogoTemplate template, Pixels picture) {
        int width = template.width();
        int height = template.height();
        int plane = width * height;
        float[] patch = patch(picture, width, height);
        Edges seen = Edges.of(patch, 3, width, height).blurred();
        double together = 0;
        double own = 0;
        double theirs = 0;
        double difference = 0;
        double opaque = 0;
        for (int i = 0; i < plane; i++) {
            if (!template.near()[i]) {
                continue;
            }
            float u = template.edges().across()[i];
            float v = template.edges().along()[i];
            float a = seen.across()[i];
            float b = seen.along()[i];
            together += u * a + v * b;
            own += u * u + v * v;
            theirs += a * a + b * b;
            if (template.planes()[3 * plane + i] > 250) {
                opaque++;
                for (int c = 0; c < 3; c++) {
                    difference += Math.abs(patch[c * plane + i] - template.planes()[c * plane + i]);
                }
            }
        }
        double edges = together / Math.sqrt(Math.max(1e-9, own * theirs));
        double colours = opaque == 0 ? 0 : 1 - difference / (3 * 255 * opaque);
        return new Agreement(edges, colours);
    }

    private float[] patch(Pixels picture, int width, int height) {
        float[] patch = new float[3 * width * height];
        byte[] rgb = picture.rgb();
        int samples = Math.clamp(Math.round(Math.max(across, down)), 1, 3);
        float share = 1f / (samples * samples);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int j = 0; j < samples; j++) {
                    double v = top + (y + (j + 0.5) / samples) * down - 0.5;
                    for (int i = 0; i < samples; i++) {
                        double u = left + (x + (i + 0.5) / samples) * across - 0.5;
                        double cu = Math.clamp(u, 0, picture.width() - 1.001);
                        double cv = Math.clamp(v, 0, picture.height() - 1.001);
                        int x0 = (int) cu;
                        int y0 = (int) cv;
                        int x1 = Math.min(x0 + 1, picture.width() - 1);
                        int y1 = Math.min(y0 + 1, picture.height() - 1);
                        float fx = (float) (cu - x0);
                        float fy = (float) (cv - y0);
                        int a = 3 * (y0 * picture.width() + x0);
                        int b = 3 * (y0 * picture.width() + x1);
                        int c = 3 * (y1 * picture.width() + x0);
                        int d = 3 * (y1 * picture.width() + x1);
                        red += mix(rgb[a], rgb[b], rgb[c], rgb[d], fx, fy);
                        green += mix(rgb[a + 1], rgb[b + 1], rgb[c + 1], rgb[d + 1], fx, fy);
                        blue += mix(rgb[a + 2], rgb[b + 2], rgb[c + 2], rgb[d + 2], fx, fy);
                    }
                }
                int at = y * width + x;
                patch[at] = red * share;
                patch[width * height + at] = green * share;
                patch[2 * width * height + at] = blue * share;
            }
        }
        return patch;
    }

    private static float mix(byte a, byte b, byte c, byte d, float fx, float fy) {
        float upper = (a & 0xff) * (1 - fx) + (b & 0xff) * fx;
        float lower = (c & 0xff) * (1 - fx) + (d & 0xff) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** The placement moved, in pixels of the template, and scaled about its centre. */
    Placement changed(LogoTemplate template, double dx, double dy, double growX, double growY) {
        double wider = across * growX;
        double higher = down * growY;
        return new Placement(
                left + dx * across - (wider - across) * template.width() / 2,
                top + dy * down - (higher - down) * template.height() / 2,
                wider,
                higher);
    }
}
