package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.scene.SceneClassifier;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures scenes, indoor or outdoor, and garments on photographs held out from training: scene
 * photographs whose number is a multiple of five, and every fifth photograph of clothing.
 */
public final class SceneFigures implements VisionEvaluation {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.jpg");
    private static final int HELD_OUT = 5;
    private static final Set<String> INSIDE =
            Set.of("Bedroom", "Kitchen", "LivingRoom", "Office", "Store");

    /** A scene that may be indoor or outdoor. */
    private static final String EITHER = "Industrial";

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        try (ObjectDetector objects =
                        new ObjectDetector(models.resolve("objects"), ComputeDevice.CPU);
                ObjectDetector products =
                        new ObjectDetector(models.resolve("products"), ComputeDevice.CPU);
                SceneClassifier scenes =
                        new SceneClassifier(models.resolve("scenes"), ComputeDevice.CPU)) {
            Function<Pixels, Look> look =
                    pixels -> {
                        var everyday = objects.glance(pixels);
                        var kinds = products.glance(pixels);
                        return new Look(
                                scenes.likeliestScene(kinds.features(), everyday.features()),
                                scenes.classify(
                                        kinds.features(),
                                        everyday.features(),
                                        everyday.objects(),
                                        (double) pixels.width() * pixels.height()));
                    };
            List<Figure> figures =
                    new ArrayList<>(
                            figures(pictures.of("scenes15"), pictures.of("clothing"), look));
            figures.addAll(
                    PlaceFigures.figures(
                            pictures.of("imagenet1k_one_per_class"),
                            Stream.concat(
                                            pictures.of("ocr").stream(),
                                            pictures.of("memes").stream())
                                    .toList(),
                            pixels -> look.apply(pixels).told()));
            return figures;
        }
    }

    /**
     * The classifier's output for a picture.
     *
     * @param likeliest the most probable scene, however unsure
     * @param told what it is confident enough to report
     */
    record Look(String likeliest, Scenery told) {}

    static List<Figure> figures(
            List<Picture> photographs, List<Picture> clothing, Function<Pixels, Look> classify) {
        Tally scene = new Tally();
        Tally side = new Tally();
        for (Picture picture : photographs) {
            if (isHeldOut(picture)) {
                Look look = classify.apply(picture.pixels());
                String name = picture.label().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
                scene.add(
                        look.likeliest().equals(name.toLowerCase(Locale.ROOT)),
                        look.told().scene().isPresent());
                if (!picture.label().equals(EITHER)) {
                    String truth = INSIDE.contains(picture.label()) ? "indoor" : "outdoor";
                    side.add(truth, side(look.told()));
                }
            }
        }
        Tally garment = new Tally();
        for (int i = 0; i < clothing.size(); i += HELD_OUT) {
            Picture picture = clothing.get(i);
            garment.add(
                    picture.label(),
                    classify.apply(picture.pixels()).told().garment().map(Scored::label));
        }
        return List.of(
                Figure.share(
                                "scenes: right of 15 kinds, held out",
                                scene.right,
                                scene.all,
                                "pictures")
                        .atLeast(0.75)
                        .beside(scene.sure() + "; one layer, 416 photographs: 0.68"),
                Figure.share(
                                "scenes: inside or outside, where told",
                                side.rightOfTold,
                                side.told,
                                "pictures")
                        .beside(side.sure()),
                Figure.share(
                                "scenes: garment right, where told",
                                garment.rightOfTold,
                                garment.told,
                                "pictures")
                        .beside(garment.sure() + "; ten kinds, by chance 0.1"));
    }

    private static boolean isHeldOut(Picture picture) {
        Matcher number = NUMBER.matcher(picture.file());
        return number.find() && Integer.parseInt(number.group(1)) % HELD_OUT == 0;
    }

    static Optional<String> side(Scenery told) {
        return told.settings().stream()
                .map(Scored::label)
                .filter(label -> label.equals("indoor") || label.equals("outdoor"))
                .findFirst();
    }

    /** Counts classified pictures. */
    private static final class Tally {
        private int all;
        private int right;
        private int told;
        private int rightOfTold;

        void add(String truth, Optional<String> label) {
            add(label.filter(truth::equals).isPresent(), label.isPresent());
        }

        void add(boolean isRight, boolean isTold) {
            all++;
            right += isRight ? 1 : 0;
            told += isTold ? 1 : 0;
            rightOfTold += isRight && isTold ? 1 : 0;
        }

        String sure() {
            return String.format(
                    Locale.ROOT,
                    "told in %.2f, then right in %.3f",
                    (double) told / all,
                    (double) rightOfTold / told);
        }
    }
}
