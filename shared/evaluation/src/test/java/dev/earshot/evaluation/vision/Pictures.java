package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Box;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/** Makes small annotated pictures; fake models tell them apart by their width. */
final class Pictures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pictures() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage blank(int width) {
        return new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB);
    }

    static Picture of(int width, String annotation, Truth... truths) {
        return of(width, "p.png", annotation, truths);
    }

    static Picture of(int width, String file, String annotation, Truth... truths) {
        return new Picture(file, png(blank(width)), json(annotation), List.of(truths));
    }

    /** A picture of 60 rectangles at random positions in random colours. */
    static Picture scene(long seed) {
        var random = new Random(seed);
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            pen.setColor(new java.awt.Color(random.nextInt(1 << 24)));
            pen.fillRect(
                    random.nextInt(300),
                    random.nextInt(220),
                    20 + random.nextInt(60),
                    20 + random.nextInt(60));
        }
        pen.dispose();
        return new Picture("scene" + seed, png(image), json("{}"), List.of());
    }

    static Truth truth(String label, double x, double width) {
        return new Truth(label, box(x, width));
    }

    /** A square box at the top of the picture. */
    static Box box(double x, double width) {
        return new Box(x, 0, width, width);
    }
}
