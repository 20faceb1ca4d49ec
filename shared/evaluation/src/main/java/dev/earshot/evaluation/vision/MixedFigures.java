package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.evaluation.report.Figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what was found in pictures and clips of all kinds with what their list says. Used by one
 * thread.
 */
final class MixedFigures {
    /** Of places and words that are told, this share should be right. */
    private static final double LEAST_RIGHT = 0.85;

    /** Of actions. */
    private static final double LEAST_ACTIONS_RIGHT = 0.7;

    private static final double LEAST_FACES = 0.95;

    /** Boxes of one face overlap by more than this. */
    private static final double SAME_FACE = 0.3;

    private final MixedTally places = new MixedTally("places", "pictures");
    private final MixedTally sides = new MixedTally("inside or outside", "pictures");
    private final MixedTally garments = new MixedTally("garments", "pictures");
    private final MixedTally actions = new MixedTally("actions", "clips");
    private int actionClips;
    private int actionClipsRight;
    private int wordsWritten;
    private int wordsRead;
    private int wordsRight;
    private int textPictures;
    private int facesDrawn;
    private int facesFound;
    private int facesRight;
    private int facePictures;
    private int kinds;
    private int kindsFound;

    /** Adds a picture. */
    void add(String file, Expected expected, ImageFindings found) {
        Optional<String> scene = found.scenery().scene().map(Scored::label);
        add(places, file, expected.places(), scene);
        add(sides, file, expected.side().map(Set::of), SceneFigures.side(found.scenery()));
        add(garments, file, expected.garments(), found.scenery().garment().map(Scored::label));
        words(expected.text(), found.text().stream().map(TextLine::text));
        expected.faces().ifPresent(drawn -> faces(drawn, found.faces()));
        objects(expected.objects(), found.objects().stream().map(Detection::label));
    }

    /** Adds a clip. */
    void add(String file, Expected expected, VideoFindings found) {
        List<String> told =
                found.actions().stream().map(VideoAction::label).distinct().sorted().toList();
        Set<String> truth = expected.actions().orElse(Set.of());
        if (expected.actions().isPresent()) {
            int right = (int) told.stream().filter(label -> anySame(label, truth)).count();
            actions.add(file, truth, told, right);
            actionClips += truth.isEmpty() ? 0 : 1;
            actionClipsRight += right > 0 ? 1 : 0;
        } else {
            actions.addUnlabelled(!told.isEmpty());
        }
        words(expected.text(), found.text().stream().map(VideoText::text));
        objects(expected.objects(), found.tracks().stream().map(Track::label));
    }

    private static boolean anySame(String told, Set<String> truth) {
        return truth.stream().anyMatch(action -> ActionNames.same(told, action));
    }

    private static void add(
            MixedTally tally, String file, Optional<Set<String>> truth, Optional<String> answer) {
        if (truth.isEmpty()) {
            tally.addUnlabelled(answer.isPresent());
            return;
        }
        Optional<String> plain = answer.map(Labels::plain);
        tally.add(
                file,
                truth.get(),
                plain.stream().toList(),
                plain.filter(truth.get()::contains).isPresent() ? 1 : 0);
    }

    private void words(Optional<String> written, Stream<String> lines) {
        if (written.isPresent()) {
            List<String> truth = OcrFigures.words(written.get());
            List<String> read = OcrFigures.words(lines.collect(Collectors.joining(" ")));
            textPictures++;
            wordsWritten += truth.size();
            wordsRead += read.size();
            wordsRight += OcrFigures.common(truth, read);
        }
    }

    private void faces(List<Box> drawn, List<Box> found) {
        facePictures++;
        facesDrawn += drawn.size();
        facesFound += found.size();
        List<Box> left = new ArrayList<>(drawn);
        for (Box box : found) {
            Optional<Box> same =
                    left.stream().filter(other -> other.overlap(box) > SAME_FACE).findFirst();
            same.ifPresent(left::remove);
            facesRight += same.isPresent() ? 1 : 0;
        }
    }

    private void objects(Set<String> expected, Stream<String> labels) {
        Set<String> found = labels.map(Labels::plain).collect(Collectors.toSet());
        kinds += expected.size();
        kindsFound += (int) expected.stream().filter(found::contains).count();
    }

    /** What could be measured. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (MixedTally tally : List.of(places, sides, garments)) {
            if (tally.measured()) {
                figures.addAll(tally.figures(LEAST_RIGHT));
            }
        }
        if (actions.measured()) {
            figures.addAll(actions.figures(LEAST_ACTIONS_RIGHT));
            figures.add(
                    Figure.share(
                            "actions: clips with a right one",
                            actionClipsRight,
                            actionClips,
                            "clips"));
        }
        if (textPictures > 0) {
            figures.add(
                    Figure.share("words: read, in order", wordsRight, wordsWritten, "words")
                            .atLeast(LEAST_RIGHT)
                            .beside(textPictures + " pictures"));
            figures.add(
                    Figure.share("words: right, of those read", wordsRight, wordsRead, "words"));
        }
        if (facePictures > 0) {
            figures.add(
                    Figure.share("faces: found", facesRight, facesDrawn, "faces")
                            .atLeast(LEAST_FACES)
                            .beside(facePictures + " pictures"));
            figures.add(
                    Figure.share("faces: right, of those found", facesRight, facesFound, "faces"));
        }
        if (kinds > 0) {
            figures.add(
                    Figure.share("objects: kinds found in the picture", kindsFound, kinds, "kinds")
                            .beside("lists seldom name everything, so precision is not told"));
        }
        return figures;
    }

    /** What the list says nothing of, with the field that would say it. */
    Map<String, String> silent() {
        Map<String, String> silent = new LinkedHashMap<>();
        missing(silent, "places", places.measured(), "place (or places; [] for none)");
        missing(silent, "garments", garments.measured(), "garment (or garments; [] for none)");
        missing(silent, "actions", actions.measured(), "action (or actions), of a clip");
        missing(silent, "words", textPictures > 0, "text");
        missing(silent, "faces", facePictures > 0, "faces, boxes [x, y, width, height]");
        return silent;
    }

    private static void missing(
            Map<String, String> silent, String name, boolean measured, String field) {
        if (!measured) {
            silent.put(name, "no line of the list has " + field);
        }
    }
}
