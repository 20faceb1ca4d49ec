package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.logo.LogoFinder;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Logos found in photographs by one reference a variant, with the pictures at three sizes. */
public final class LogoFigures implements VisionEvaluation {
    private static final double[] SIZES = {0.5, 1, 1.5};
    private static final double SAME = 0.4;

    @Override
    public String name() {
        return "logos";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<LogoReference> references = new ArrayList<>();
        for (Path file : pictures.files("logo_references")) {
            String variant = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
            references.add(
                    new LogoReference(
                            variant.replaceFirst("-icon$", ""), variant, Files.readAllBytes(file)));
        }
        LogoFinder finder = new LogoFinder(Device.cpu(), LogoFinder.Settings.DEFAULT);
        List<Figure> figures = new ArrayList<>();
        List<Picture> photographs = pictures.of("logos");
        for (double size : SIZES) {
            int wanted = 0;
            int reported = 0;
            int hits = 0;
            long nanoseconds = 0;
            for (Picture picture : photographs) {
                Pixels pixels = PictureTransforms.resized(picture.pixels(), size);
                long start = System.nanoTime();
                List<LogoFinding> found = finder.find(pixels, references);
                nanoseconds += System.nanoTime() - start;
                wanted += picture.truths().size();
                reported += found.size();
                for (Truth truth : picture.truths()) {
                    Box box = scaled(truth.box(), size);
                    hits +=
                            found.stream()
                                            .anyMatch(
                                                    f ->
                                                            f.brand().equals(truth.label())
                                                                    && f.box().overlap(box) > SAME)
                                    ? 1
                                    : 0;
                }
            }
            String at = String.format(Locale.ROOT, " at size %.1f", size);
            figures.add(
                    Figure.atLeast(
                                    "logos: recall" + at,
                                    wanted,
                                    "logos",
                                    (double) hits / wanted,
                                    0.7)
                            .withWilson()
                            .beside(
                                    String.format(
                                            Locale.ROOT,
                                            "%d references, %.1f s a picture",
                                            references.size(),
                                            nanoseconds / 1e9 / photographs.size())));
            figures.add(
                    Figure.atLeast(
                                    "logos: precision" + at,
                                    Math.max(1, reported),
                                    "reports",
                                    reported == 0 ? 0 : (double) hits / reported,
                                    0.9)
                            .withWilson());
        }
        return figures;
    }

    private static Box scaled(Box box, double size) {
        return new Box(box.x() * size, box.y() * size, box.width() * size, box.height() * size);
    }
}
