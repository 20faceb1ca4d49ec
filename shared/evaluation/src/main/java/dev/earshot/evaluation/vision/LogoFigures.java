package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.logo.LogoFinder;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Measures how many logos are found in photographs at three sizes, with one reference per variant.
 */
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
        LogoFinder finder = new LogoFinder(ComputeDevice.CPU, LogoFinder.Settings.DEFAULT);
        return figures(
                pictures.of("logos"),
                references.size(),
                picture -> finder.find(picture, references));
    }

    /**
     * @param references number of logo references searched for
     * @param find finds the logos in a picture
     */
    static List<Figure> figures(
            List<Picture> photographs, int references, Function<Pixels, List<LogoFinding>> find) {
        List<Figure> figures = new ArrayList<>();
        for (double size : SIZES) {
            int wanted = 0;
            int reported = 0;
            int hits = 0;
            long nanoseconds = 0;
            for (Picture picture : photographs) {
                Pixels pixels = PictureTransforms.resized(picture.pixels(), size);
                long start = System.nanoTime();
                List<LogoFinding> found = find.apply(pixels);
                nanoseconds += System.nanoTime() - start;
                wanted += picture.truths().size();
                reported += found.size();
                for (Truth truth : picture.truths()) {
                    hits += isFound(truth.label(), scaled(truth.box(), size), found) ? 1 : 0;
                }
            }
            String at = String.format(Locale.ROOT, " at size %.1f", size);
            figures.add(
                    Figure.share("logos: recall" + at, hits, wanted, "logos")
                            .chosenHere("bounds")
                            .atLeast(0.7)
                            .beside(
                                    String.format(
                                            Locale.ROOT,
                                            "%d references, %.1f s a picture",
                                            references,
                                            nanoseconds / 1e9 / photographs.size())));
            // A finding that overlaps two logos of its brand counts as correct once.
            figures.add(
                    Figure.share(
                                    "logos: precision" + at,
                                    Math.min(hits, reported),
                                    reported,
                                    "reports")
                            .chosenHere("bounds")
                            .atLeast(0.9));
        }
        return figures;
    }

    private static boolean isFound(String brand, Box box, List<LogoFinding> found) {
        return found.stream()
                .anyMatch(one -> one.brand().equals(brand) && one.box().overlap(box) > SAME);
    }

    private static Box scaled(Box box, double size) {
        return new Box(box.x() * size, box.y() * size, box.width() * size, box.height() * size);
    }
}
