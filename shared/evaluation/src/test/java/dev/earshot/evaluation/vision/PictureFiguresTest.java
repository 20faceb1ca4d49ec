package dev.earshot.evaluation.vision;

import static dev.earshot.evaluation.vision.Pictures.box;
import static dev.earshot.evaluation.vision.Pictures.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;
import dev.earshot.evaluation.vision.SceneFigures.Look;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests the arithmetic of each figure, with a fake model that recognises pictures by their width.
 */
class PictureFiguresTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Two faces are found before blurring, and one of them still in the copy, which is 50 wide. */
    @Test
    void blurred_faceLeftInTheCopy_isCountedAgainstNone() {
        byte[] copy = Pictures.of(50, "{}").bytes();
        Figure figure =
                BlurFigures.figures(
                                List.of(Pictures.of(60, "{}")),
                                pixels ->
                                        pixels.width() == 50
                                                ? List.of(box(0, 9))
                                                : List.of(box(0, 9), box(20, 9)),
                                pixels -> copy)
                        .getFirst();

        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.count()).isEqualTo(1);
        assertThat(figure.met()).contains(false);
        assertThat(figure.comparison()).isEqualTo("2 before");
    }

    @Test
    void blurred_copyThatIsNoPicture_showsNoFace() {
        assertThat(
                        BlurFigures.figures(
                                        List.of(Pictures.of(60, "{}")),
                                        pixels -> List.of(box(0, 9)),
                                        pixels -> new byte[] {1, 2, 3})
                                .getFirst()
                                .met())
                .contains(true);
    }

    /**
     * Two of three annotated faces are found, one of them shifted to an overlap of 60 / 140 > .3;
     * one box is a false positive. One of two photographs without people has a false face: 25 in
     * 50.
     */
    @Test
    void faces_someFoundAndSomeWrong_areCounted() {
        Map<Integer, List<Box>> found =
                Map.of(
                        60, List.of(box(4, 10), box(100, 10)),
                        61, List.of(box(0, 10)),
                        70, List.of(box(0, 5)),
                        71, List.of(),
                        72, List.of(box(0, 5), box(9, 5)));
        List<Figure> figures =
                FaceFigures.figures(
                        List.of(
                                Pictures.of(60, "{}", truth("face", 0, 10), truth("face", 40, 10)),
                                Pictures.of(61, "{}", truth("face", 0, 10))),
                        List.of(
                                Pictures.of(70, "{}", truth("cat", 0, 10)),
                                Pictures.of(71, "{}"),
                                Pictures.of(72, "{}", truth("person", 0, 10))),
                        pixels -> found.getOrDefault(pixels.width(), List.of()));

        assertThat(figures.getFirst().value()).isCloseTo(2 / 3.0, EXACT);
        assertThat(figures.getFirst().interval()).contains(Interval.wilson(2, 3));
        assertThat(figures.getFirst().comparison()).startsWith("1 boxes");
        assertThat(figures.getLast().count()).isEqualTo(2);
        assertThat(figures.getLast().value()).isCloseTo(25, EXACT);
    }

    /** 1 of 50 is above the target of 1 %. */
    @Test
    void safety_falseAlarms_areTheirShare() {
        List<Picture> pictures =
                java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> Pictures.of(40 + i, "{}"))
                        .toList();
        Figure figure = SafetyFigures.figures(pictures, pixels -> pixels.width() == 47).getFirst();

        assertThat(figure.value()).isCloseTo(.02, EXACT);
        assertThat(figure.met()).contains(false);
        assertThat(SafetyFigures.figures(pictures, pixels -> false).getFirst().met())
                .contains(true);
    }

    /**
     * Of the screenshot's "Buy one get two", the words one and get are read in order, and Two as
     * well if case is ignored. The receipt has no target.
     */
    @Test
    void text_wordsInOrder_countAsCorrect() {
        Map<Integer, String> read = Map.of(60, "one get Two", 61, "A B", 62, "total 9");
        List<Figure> figures =
                OcrFigures.figures(
                        List.of(
                                Pictures.of(
                                        60, "{'source': 'screenshot', 'text': 'Buy one get two'}"),
                                Pictures.of(62, "{'source': 'SROIE', 'text': 'total 9'}")),
                        List.of(Pictures.of(61, "{'text': ' A  B '}")),
                        pixels -> read.getOrDefault(pixels.width(), ""));

        assertThat(figures.get(0).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(0).count()).isEqualTo(4);
        assertThat(figures.get(0).comparison())
                .isEqualTo("1 pictures; 0.750 if capitals do not count");
        assertThat(figures.get(0).met()).contains(false);
        assertThat(figures.get(1).value()).isEqualTo(1);
        assertThat(figures.get(2).value()).isEqualTo(1);
        assertThat(figures.get(2).met()).isEmpty();
    }

    @Test
    void common_subsequence_keepsTheOrder() {
        assertThat(OcrFigures.common(List.of("a", "b", "c", "d"), List.of("b", "a", "d")))
                .isEqualTo(2);
        assertThat(OcrFigures.common(List.of(), List.of("a"))).isZero();
    }

    /**
     * Scenes 5 and 10 and the first and sixth garment are held out. One of two scenes is correct;
     * of the two reported settings the indoor one is correct; the reported garment is wrong.
     */
    @Test
    void scenes_heldOutPictures_aloneAreCounted() {
        Scenery indoor =
                new Scenery(
                        Optional.of(new Scored("living room", .9, "picture")),
                        List.of(
                                new Scored("home", .8, "picture"),
                                new Scored("indoor", .9, "picture")),
                        Optional.empty());
        Scenery skirt =
                new Scenery(
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Scored("skirt", .9, "picture")));
        Map<Integer, Look> looks =
                Map.of(
                        60, new Look("living room", indoor),
                        61, new Look("forest", indoor),
                        62, new Look("industrial", indoor),
                        70, new Look("", skirt),
                        75, new Look("", Scenery.UNKNOWN));
        List<Picture> clothing =
                List.of(
                        Pictures.of(70, "{'label': 'dress'}"),
                        Pictures.of(1, "{}"),
                        Pictures.of(1, "{}"),
                        Pictures.of(1, "{}"),
                        Pictures.of(1, "{}"),
                        Pictures.of(75, "{'label': 'dress'}"));
        List<Figure> figures =
                SceneFigures.figures(
                        List.of(
                                Pictures.of(60, "a/5.jpg", "{'label': 'LivingRoom'}"),
                                Pictures.of(61, "a/10.jpg", "{'label': 'Coast'}"),
                                Pictures.of(62, "a/15.jpg", "{'label': 'Industrial'}"),
                                Pictures.of(1, "a/7.jpg", "{'label': 'Coast'}"),
                                Pictures.of(1, "odd", "{'label': 'Coast'}")),
                        clothing,
                        pixels ->
                                looks.getOrDefault(
                                        pixels.width(), new Look("no", Scenery.UNKNOWN)));

        assertThat(figures.get(0).value()).isCloseTo(2 / 3.0, EXACT);
        assertThat(figures.get(0).comparison()).startsWith("told in 1.00, then right in 0.667");
        assertThat(figures.get(1).count()).isEqualTo(2);
        assertThat(figures.get(1).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(2).count()).isEqualTo(1);
        assertThat(figures.get(2).value()).isZero();
        assertThat(figures.get(2).comparison()).startsWith("told in 0.50, then right in 0.000");
    }

    /**
     * At size 1 the finder returns the one logo at its place; at size .5 the truth is halved too,
     * and the finder, whose box stays put, misses it; at 1.5 it reports nothing.
     */
    @Test
    void logos_atThreeSizes_compareWithTheScaledTruth() {
        Map<Integer, List<LogoFinding>> found =
                Map.of(
                        30, List.of(new LogoFinding("acme", .9, box(40, 10))),
                        60,
                                List.of(
                                        new LogoFinding("acme", .9, box(10, 10)),
                                        new LogoFinding("other", .9, box(10, 10))));
        List<Figure> figures =
                LogoFigures.figures(
                        List.of(Pictures.of(60, "{}", truth("acme", 10, 10))),
                        3,
                        pixels -> found.getOrDefault(pixels.width(), List.of()));

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "logos: recall at size 0.5",
                        "logos: precision at size 0.5",
                        "logos: recall at size 1.0",
                        "logos: precision at size 1.0",
                        "logos: recall at size 1.5",
                        "logos: precision at size 1.5");
        assertThat(figures.get(0).value()).isZero();
        assertThat(figures.get(2).value()).isEqualTo(1);
        assertThat(figures.get(2).comparison()).startsWith("3 references, ");
        assertThat(figures.get(3).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(5).value()).as("nothing was reported").isNaN();
    }

    /** A finding that overlaps two logos of its brand counts as correct once, not as 2 of 1. */
    @Test
    void logos_oneFindingOnTwoLogos_isCorrectOnce() {
        List<Figure> figures =
                LogoFigures.figures(
                        List.of(
                                Pictures.of(
                                        60, "{}", truth("acme", 10, 10), truth("acme", 12, 10))),
                        1,
                        pixels ->
                                pixels.width() == 60
                                        ? List.of(new LogoFinding("acme", .9, box(11, 10)))
                                        : List.of());

        assertThat(figures.get(2).value()).isEqualTo(1);
        assertThat(figures.get(3).interval()).contains(Interval.wilson(1, 1));
    }

    /**
     * Two pictures with one cat each: the pipeline finds both and a single pass finds one, so the
     * average precision is 1 beside 51 / 101. Of two people, 50 and 10 high, the large one is
     * found; of two reported people, one is annotated.
     */
    @Test
    void objects_precisionAndPeople_areCounted() {
        Detection cat = new Detection("cat", .9, box(0, 10));
        Detection person = new Detection("person", .9, box(100, 50));
        List<Figure> figures =
                ObjectFigures.figures(
                        List.of(
                                List.of(truth("cat", 0, 10), truth("person", 100, 50)),
                                List.of(truth("cat", 0, 10), truth("person", 300, 10))),
                        List.of(
                                List.of(cat, person),
                                List.of(cat, new Detection("person", .9, box(300, 10)))),
                        List.of(List.of(cat), List.of()),
                        List.of(
                                List.of(person),
                                List.of(new Detection("person", .9, box(500, 10)))),
                        40_000_000);

        assertThat(figures.get(0).value()).isEqualTo(1);
        assertThat(figures.get(0).interval()).contains(new Interval(1, 1));
        assertThat(figures.get(0).comparison())
                .as("cats 51 of 101, people none")
                .isEqualTo(
                        "NanoDet, one look: 0.252; 20 ms a picture; the network may have been trained"
                                + " on some of them");
        assertThat(figures.get(1).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(1).comparison())
                .isEqualTo(
                        "of those at least a tenth of the picture's height: 1 of 1; 1 of 2 told are"
                                + " boxed");
    }

    /**
     * With scenes of 60 rectangles each copy is recognised, and none of the three is mistaken for
     * another.
     */
    @Test
    void copies_ofDifferentScenes_areRecognisedAndToldApart() throws IOException {
        List<Figure> figures =
                DuplicateFigures.figures(
                        List.of(Pictures.scene(1), Pictures.scene(2), Pictures.scene(3)));

        assertThat(figures.get(0).count()).isEqualTo(12);
        assertThat(figures.get(0).comparison()).startsWith("recompressed 3, halved 3, ");
        assertThat(figures.get(1).count()).as("pairs of three").isEqualTo(3);
        assertThat(figures.get(1).value()).isZero();
    }

    /** The same picture twice is mistaken for a copy: one of one pair. */
    @Test
    void copies_samePictureTwice_isMistakenForACopy() throws IOException {
        List<Figure> figures =
                DuplicateFigures.figures(List.of(Pictures.scene(1), Pictures.scene(1)));

        assertThat(figures.get(1).value()).isEqualTo(1);
        assertThat(figures.get(1).met()).contains(false);
    }
}
