package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.evaluation.report.Figure;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

class MixedFiguresTest {
    private static final Box BOX = new Box(0, 0, 10, 10);

    private final MixedFigures figures = new MixedFigures();

    private static Expected expected(String json) throws IOException {
        return Expected.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private static ImageFindings found(String scene, String text, Box... faces) {
        Scenery scenery =
                scene.isEmpty()
                        ? Scenery.UNKNOWN
                        : new Scenery(
                                Optional.of(new Scored(scene, 0.9)), List.of(), Optional.empty());
        return new ImageFindings(
                100,
                100,
                List.of(),
                List.of(faces),
                Stream.of(text)
                        .filter(t -> !t.isEmpty())
                        .map(t -> new TextLine(t, 1, BOX))
                        .toList(),
                new Safety("neutral", 1, false),
                scenery,
                List.of(),
                Optional.empty());
    }

    private double value(String name) {
        return figures.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figures_places_countToldRightAndInvented() throws IOException {
        figures.add("a", expected("{'place': 'street'}"), found("street", ""));
        figures.add("b", expected("{'place': 'street'}"), found("kitchen", ""));
        figures.add("c", expected("{'place': 'street'}"), found("", ""));
        figures.add("d", expected("{'places': []}"), found("forest", ""));
        figures.add("e", expected("{'places': []}"), found("", ""));
        figures.add("f", expected("{'text': 'hi'}"), found("forest", "hi"));

        assertThat(value("places: right, where told")).isEqualTo(1 / 3.0);
        assertThat(value("places: told where there is one")).isEqualTo(2 / 3.0);
        assertThat(value("places: told where there is none")).isEqualTo(1 / 2.0);
        assertThat(value("places: told where the list is silent")).isEqualTo(1);
    }

    @Test
    void figures_words_countReadAndInvented() throws IOException {
        figures.add("a", expected("{'text': 'one two three four'}"), found("", "one two x"));
        figures.add("b", expected("{'text': ''}"), found("", "y"));

        assertThat(value("words: read, in order")).isEqualTo(2 / 4.0);
        assertThat(value("words: right, of those read")).isEqualTo(2 / 4.0);
    }

    @Test
    void figures_oneFaceFoundTwice_countsOnceAsRight() throws IOException {
        figures.add(
                "a",
                expected("{'faces': [[0, 0, 10, 10], [50, 50, 10, 10]]}"),
                found("", "", BOX, new Box(1, 1, 10, 10)));

        assertThat(value("faces: found")).isEqualTo(1 / 2.0);
        assertThat(value("faces: right, of those found")).isEqualTo(1 / 2.0);
    }

    @Test
    void figures_actions_countEachToldLabel() throws IOException {
        figures.add("a", expected("{'action': 'HorseRiding'}"), clip("riding a horse", "walking"));
        figures.add("b", expected("{'action': 'fencing'}"), clip());

        assertThat(value("actions: right, where told")).isEqualTo(1 / 2.0);
        assertThat(value("actions: told where there is one")).isEqualTo(1 / 2.0);
        assertThat(value("actions: clips with a right one")).isEqualTo(1 / 2.0);
    }

    private static VideoFindings clip(String... actions) {
        return new VideoFindings(
                10,
                100,
                100,
                5,
                List.of(),
                List.of(),
                Stream.of(actions).map(a -> new VideoAction(a, 0, 1, 0.5, "rule")).toList(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    @Test
    void figures_nothingTold_missesNoTarget() throws IOException {
        figures.add("a", expected("{'place': 'street'}"), found("", ""));

        assertThat(figures.figures()).allMatch(Figure::passes);
    }

    @Test
    void silent_whatTheListNeverNames_isListedWithItsField() throws IOException {
        figures.add("a", expected("{'place': 'street'}"), found("street", ""));

        assertThat(figures.silent().keySet())
                .containsExactly("garments", "actions", "words", "faces");
        assertThat(figures.silent()).containsEntry("words", "no line of the list has text");
    }

    @Test
    void evenly_fewerThanAll_areSpreadOverTheList() {
        assertThat(FolderEvaluation.evenly(List.of(0, 1, 2, 3, 4, 5, 6, 7), 2))
                .containsExactly(2, 6);
        assertThat(FolderEvaluation.evenly(List.of(0, 1), 9)).containsExactly(0, 1);
    }
}
