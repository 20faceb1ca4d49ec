package dev.earshot.evaluation.vision;

import dev.earshot.core.catalogue.CopyKeys;
import dev.earshot.core.catalogue.SamePicture;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.print.Fingerprinter;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how many copies of 100 photographs are recognised, and how many different photographs
 * are mistaken for copies.
 */
public final class DuplicateFigures implements VisionEvaluation {
    private static final int PICTURES = 100;

    /** Whether the catalogue's keys would bring the two up for comparison. */
    private static boolean meet(Fingerprint kept, Fingerprint asked) {
        return !Collections.disjoint(CopyKeys.kept(kept), CopyKeys.asked(asked));
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<Picture> photographs = pictures.of("objects_coco");
        return figures(photographs.subList(0, Math.min(PICTURES, photographs.size())));
    }

    /**
     * Makes four changed copies of each picture, and compares each picture with its copies and with
     * the pictures before it.
     */
    static List<Figure> figures(List<Picture> photographs) throws IOException {
        List<Fingerprint> originals = new ArrayList<>();
        int[] known = new int[4];
        int compareAll = 0;
        int wrong = 0;
        int compared = 0;
        for (Picture picture : photographs) {
            Pixels pixels = picture.pixels();
            Fingerprint print = Fingerprinter.of(pixels);
            List<Pixels> copies = copies(pixels);
            for (int i = 0; i < copies.size(); i++) {
                Fingerprint copy = Fingerprinter.of(copies.get(i));
                boolean same = SamePicture.test(print, copy);
                known[i] += same && meet(print, copy) ? 1 : 0;
                compareAll += same ? 1 : 0;
            }
            for (Fingerprint other : originals) {
                compared++;
                wrong += meet(print, other) && SamePicture.test(print, other) ? 1 : 0;
            }
            originals.add(print);
        }
        int count = photographs.size();
        int all = known[0] + known[1] + known[2] + known[3];
        return List.of(
                Figure.share("copies: recognised", all, 4 * count, "copies")
                        .atLeast(0.95)
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "recompressed %d, halved %d, a fifth cut off %d, all three"
                                                + " %d of %d; comparing all: %d",
                                        known[0],
                                        known[1],
                                        known[2],
                                        known[3],
                                        count,
                                        compareAll)),
                Figure.share("copies: different ones taken for copies", wrong, compared, "pairs")
                        .atMost(0.01)
                        .beside(wrong + " pairs"));
    }

    /** Four copies: recompressed, halved, a fifth cropped, and all three. */
    private static List<Pixels> copies(Pixels pixels) throws IOException {
        return List.of(
                PictureTransforms.recompressed(pixels, 0.4f),
                PictureTransforms.resized(pixels, 0.5),
                PictureTransforms.cropped(pixels, 0.1),
                PictureTransforms.recompressed(
                        PictureTransforms.resized(PictureTransforms.cropped(pixels, 0.05), 0.7),
                        0.6f));
    }
}
