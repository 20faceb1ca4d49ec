package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Detection;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures average precision of everyday objects on COCO photographs, of the whole pipeline and of
 * a single detector pass.
 */
public final class ObjectFigures implements VisionEvaluation {
    private static final double MIN_SCORE = 0.03;
    private static final String PERSON = "person";
    private static final double SAME = 0.5;

    /** A tenth of the height of COCO's photographs, in pixels. */
    private static final double LARGE = 48;

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<List<Truth>> truths = new ArrayList<>();
        List<List<Detection>> close = new ArrayList<>();
        List<List<Detection>> once = new ArrayList<>();
        List<List<Detection>> told = new ArrayList<>();
        long nanoseconds = 0;
        try (ObjectDetector objects =
                new ObjectDetector(models.resolve("objects"), ComputeDevice.CPU)) {
            for (Picture picture : pictures.of("objects_coco")) {
                Pixels pixels = picture.pixels();
                truths.add(picture.truths());
                long start = System.nanoTime();
                close.add(objects.lookClosely(pixels, MIN_SCORE).objects());
                nanoseconds += System.nanoTime() - start;
                told.add(objects.lookClosely(pixels).objects());
                once.add(objects.glance(pixels, MIN_SCORE).objects());
            }
        }
        return figures(truths, close, once, told, nanoseconds);
    }

    /**
     * @param truths what each picture shows
     * @param close detections of the whole pipeline, at the lowest score threshold
     * @param once detections of a single pass, at the lowest score threshold
     * @param told detections that the pipeline reports, at its own threshold
     * @param nanoseconds time that the pipeline took for all pictures
     */
    static List<Figure> figures(
            List<List<Truth>> truths,
            List<List<Detection>> close,
            List<List<Detection>> once,
            List<List<Detection>> told,
            long nanoseconds) {
        double alone = AveragePrecision.of(truths, once, SAME);
        People people = People.of(truths, told);
        Estimate precision =
                Bootstrap.standard()
                        .estimate(
                                truths.size(),
                                drawn ->
                                        AveragePrecision.of(
                                                drawn(truths, drawn), drawn(close, drawn), SAME));
        return List.of(
                Figure.of(
                                "objects: AP at IoU .5 on COCO photographs",
                                truths.size(),
                                "pictures",
                                precision.value())
                        .within(precision.interval())
                        .atLeast(0.47)
                        .chosenHere("overlap")
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "NanoDet, one look: %.3f; %.0f ms a picture; the network may have been"
                                                + " trained on some of them",
                                        alone,
                                        nanoseconds / 1e6 / truths.size())),
                Figure.share("objects: people found", people.found(), people.wanted(), "people")
                        .chosenHere("overlap")
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "of those at least a tenth of the picture's height: %d of"
                                                + " %d; %d of %d told are boxed",
                                        people.largeFound(),
                                        people.large(),
                                        people.right(),
                                        people.told())));
    }

    private static <T> List<T> drawn(List<T> all, int[] indices) {
        return Arrays.stream(indices).mapToObj(all::get).toList();
    }

    /** Counts of the people that the pipeline reports, compared with the annotated boxes. */
    private record People(int wanted, int found, int large, int largeFound, int told, int right) {
        static People of(List<List<Truth>> truths, List<List<Detection>> told) {
            int[] sums = new int[6];
            for (int i = 0; i < truths.size(); i++) {
                List<Detection> people =
                        told.get(i).stream().filter(d -> d.label().equals(PERSON)).toList();
                List<Truth> drawn =
                        truths.get(i).stream().filter(t -> t.label().equals(PERSON)).toList();
                for (Truth truth : drawn) {
                    boolean found =
                            people.stream().anyMatch(d -> d.box().overlap(truth.box()) >= SAME);
                    boolean large = truth.box().height() >= LARGE;
                    sums[0]++;
                    sums[1] += found ? 1 : 0;
                    sums[2] += large ? 1 : 0;
                    sums[3] += large && found ? 1 : 0;
                }
                sums[4] += people.size();
                sums[5] += (int) people.stream().filter(d -> isDrawn(d, drawn)).count();
            }
            return new People(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
        }

        private static boolean isDrawn(Detection person, List<Truth> drawn) {
            return drawn.stream().anyMatch(t -> t.box().overlap(person.box()) >= SAME);
        }
    }
}
