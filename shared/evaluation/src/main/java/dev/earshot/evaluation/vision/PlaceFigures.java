package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.djl.image.Pixels;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures what share of the places that are told is right on mixed pictures, most of which show
 * none. {@code places.json} has our own labels of the ImageNet photographs: the scenes that would
 * be right, none where there is no surrounding, and inside or outside. Thresholds were chosen on
 * every second of them, which are left out here, and on pictures of training; screenshots, receipts
 * and memes are measured where they were not trained on. Stateless.
 */
final class PlaceFigures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlaceFigures() {}

    /**
     * @param photographs with an entry in {@code places.json}
     * @param flat pictures without a surrounding: screenshots, receipts, memes
     */
    static List<Figure> figures(
            List<Picture> photographs, List<Picture> flat, Function<Pixels, Scenery> classify)
            throws IOException {
        JsonNode labels = labels();
        int told = 0;
        int right = 0;
        int sides = 0;
        int rightSides = 0;
        int invented = 0;
        List<Picture> measured = everySecond(photographs);
        for (Picture picture : measured) {
            JsonNode label = labels.path(picture.file());
            Scenery seen = classify.apply(picture.pixels());
            Optional<String> scene = seen.scene().map(Scored::label);
            told += scene.isPresent() ? 1 : 0;
            right += scene.filter(s -> holds(label.path("scenes"), s)).isPresent() ? 1 : 0;
            Optional<String> side = SceneFigures.side(seen);
            sides += side.isPresent() ? 1 : 0;
            rightSides +=
                    side.filter(s -> label.path("side").asText().equals(s)).isPresent() ? 1 : 0;
        }
        List<Picture> without = everySecond(flat);
        for (Picture picture : without) {
            Scenery seen = classify.apply(picture.pixels());
            invented += seen.scene().isPresent() || SceneFigures.side(seen).isPresent() ? 1 : 0;
        }
        return List.of(
                Figure.share("places: scene right, where told", right, told, "pictures")
                        .atLeast(0.85)
                        .beside("of " + measured.size() + " mixed photographs"),
                Figure.share(
                                "places: inside or outside right, where told",
                                rightSides,
                                sides,
                                "pictures")
                        .atLeast(0.85)
                        .beside("a close-up without a surrounding counts as wrong"),
                Figure.of(
                                "places: told of screenshots, receipts and memes",
                                without.size(),
                                "pictures",
                                invented)
                        .atMost(0));
    }

    private static List<Picture> everySecond(List<Picture> pictures) {
        List<Picture> some = new ArrayList<>();
        for (int i = 1; i < pictures.size(); i += 2) {
            some.add(pictures.get(i));
        }
        return some;
    }

    private static boolean holds(JsonNode scenes, String scene) {
        for (JsonNode each : scenes) {
            if (each.asText().equals(scene)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode labels() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlaceFigures.class.getResourceAsStream("places.json"))) {
            return JSON.readTree(in);
        }
    }
}
