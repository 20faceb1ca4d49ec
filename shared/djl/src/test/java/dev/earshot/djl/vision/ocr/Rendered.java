package dev.earshot.djl.vision.ocr;

import dev.earshot.djl.image.Pixels;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws text into pictures. */
final class Rendered {
    private final BufferedImage image;
    private final Graphics2D graphics;

    Rendered(int width, int height, Color background) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(background);
        graphics.fillRect(0, 0, width, height);
    }

    Rendered text(String text, int x, int baseline, int size, Color colour) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        graphics.setColor(colour);
        graphics.drawString(text, x, baseline);
        return this;
    }

    /** The same, turned clockwise about its start. */
    Rendered turned(String text, int x, int baseline, int size, Color colour, double degrees) {
        AffineTransform saved = graphics.getTransform();
        graphics.rotate(Math.toRadians(degrees), x, baseline);
        text(text, x, baseline, size, colour);
        graphics.setTransform(saved);
        return this;
    }

    /** The same, as a mirror shows it, in the whole width of the picture. */
    Rendered mirrored(String text, int x, int baseline, int size, Color colour) {
        AffineTransform saved = graphics.getTransform();
        graphics.translate(image.getWidth(), 0);
        graphics.scale(-1, 1);
        text(text, x, baseline, size, colour);
        graphics.setTransform(saved);
        return this;
    }

    Pixels pixels() {
        byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                rgb[at++] = (byte) (colour >> 16);
                rgb[at++] = (byte) (colour >> 8);
                rgb[at++] = (byte) colour;
            }
        }
        return new Pixels(image.getWidth(), image.getHeight(), rgb);
    }
}
