package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.core.picture.Scenery;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.scene.SceneClassifier;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scenes, inside or outside, and garments on the photographs that the model's training left out:
 * scene photographs whose number is a multiple of five, and every fifth of clothing.
 */
public final class SceneFigures implements VisionEvaluation {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.jpg");
    private static final int HELD_OUT = 5;
    private static final Set<String> INSIDE =
            Set.of("Bedroom", "Kitchen", "LivingRoom", "Office", "Store");

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        try (ObjectDetector objects = new ObjectDetector(models.resolve("objects"), Device.cpu());
                ObjectDetector products =
                        new ObjectDetector(models.resolve("products"), Device.cpu());
                SceneClassifier scenes =
                        new SceneClassifier(models.resolve("scenes"), Device.cpu())) {
            Tally scene = new Tally();
            Tally side = new Tally();
            for (Picture picture : pictures.of("scenes15")) {
                Matcher number = NUMBER.matcher(picture.file());
                if (number.find() && Integer.parseInt(number.group(1)) % HELD_OUT == 0) {
                    Pixels pixels = picture.pixels();
                    var everyday = objects.glance(pixels);
                    var kinds = products.glance(pixels);
                    String name = picture.label().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
                    Scenery seen =
                            scenes.classify(
                                    kinds.features(),
                                    everyday.features(),
                                    everyday.objects(),
                                    (double) pixels.width() * pixels.height());
                    scene.add(
                            scenes.likeliestScene(kinds.features(), everyday.features())
                                    .equals(name.toLowerCase(Locale.ROOT)),
                            seen.scene().isPresent());
                    if (!picture.label().equals("Industrial")) {
                        String truth = INSIDE.contains(picture.label()) ? "indoor" : "outdoor";
                        Optional<String> told =
                                seen.settings().stream()
                                        .map(s -> s.label())
                                        .filter(l -> l.equals("indoor") || l.equals("outdoor"))
                                        .findFirst();
                        side.add(told.filter(truth::equals).isPresent(), told.isPresent());
                    }
                }
            }
            Tally garment = new Tally();
            int index = 0;
            for (Picture picture : pictures.of("clothing")) {
                if (index++ % HELD_OUT == 0) {
                    Pixels pixels = picture.pixels();
                    var everyday = objects.glance(pixels);
                    Optional<String> told =
                            scenes.classify(
                                            products.glance(pixels).features(),
                                            everyday.features(),
                                            everyday.objects(),
                                            (double) pixels.width() * pixels.height())
                                    .garment()
                                    .map(g -> g.label());
                    garment.add(told.filter(picture.label()::equals).isPresent(), told.isPresent());
                }
            }
            return List.of(
                    Figure.atLeast(
                                    "scenes: right of 15 kinds, held out",
                                    scene.all,
                                    "pictures",
                                    scene.share(),
                                    0.75)
                            .withWilson()
                            .beside(scene.sure() + "; one layer, 416 photographs: 0.68"),
                    Figure.plain(
                                    "scenes: inside or outside, where told",
                                    side.told,
                                    "pictures",
                                    side.rightOfTold())
                            .withWilson()
                            .beside(side.sure()),
                    Figure.plain(
                                    "scenes: garment right, where told",
                                    garment.told,
                                    "pictures",
                                    garment.rightOfTold())
                            .withWilson()
                            .beside(garment.sure() + "; ten kinds, by chance 0.1"));
        }
    }

    private static final class Tally {
        private int all;
        private int right;
        private int told;
        private int rightTold;

        void add(boolean isRight, boolean isTold) {
            all++;
            right += isRight ? 1 : 0;
            told += isTold ? 1 : 0;
            rightTold += isRight && isTold ? 1 : 0;
        }

        double share() {
            return (double) right / all;
        }

        double rightOfTold() {
            return told == 0 ? 0 : (double) rightTold / told;
        }

        String sure() {
            return String.format(
                    Locale.ROOT,
                    "told in %.2f, then right in %.3f",
                    (double) told / all,
                    rightOfTold());
        }
    }
}
