package dev.earshot.evaluation.vision;

import dev.earshot.core.catalogue.CopyKeys;
import dev.earshot.core.catalogue.SamePicture;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.print.Fingerprinter;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Copies of 100 photographs that are recognised, and different photographs that are taken for
 * copies.
 */
public final class DuplicateFigures implements VisionEvaluation {
    private static final int PICTURES = 100;

    /** Whether the catalogue would let the two be compared. */
    private static boolean meet(Fingerprint kept, Fingerprint asked) {
        return !Collections.disjoint(CopyKeys.kept(kept), CopyKeys.asked(asked));
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<Fingerprint> originals = new ArrayList<>();
        int[] known = new int[4];
        int compareAll = 0;
        int wrong = 0;
        int compared = 0;
        List<Picture> photographs = pictures.of("objects_coco");
        int count = Math.min(PICTURES, photographs.size());
        for (Picture picture : photographs.subList(0, count)) {
            Pixels pixels = picture.pixels();
            Fingerprint print = Fingerprinter.of(pixels);
            List<Pixels> copies =
                    List.of(
                            PictureTransforms.recompressed(pixels, 0.4f),
                            PictureTransforms.resized(pixels, 0.5),
                            PictureTransforms.cropped(pixels, 0.1),
                            PictureTransforms.recompressed(
                                    PictureTransforms.resized(
                                            PictureTransforms.cropped(pixels, 0.05), 0.7),
                                    0.6f));
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
        int all = known[0] + known[1] + known[2] + known[3];
        return List.of(
                Figure.atLeast("copies: recognised", 4 * count, "copies", all / (4.0 * count), 0.95)
                        .withWilson()
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
                Figure.atMost(
                                "copies: different ones taken for copies",
                                compared,
                                "pairs",
                                (double) wrong / compared,
                                0.01)
                        .withWilson()
                        .beside(wrong + " pairs"));
    }
}
