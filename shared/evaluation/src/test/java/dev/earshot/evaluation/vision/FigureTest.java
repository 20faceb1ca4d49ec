package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class FigureTest {
    private static final Figure RECALL = Figure.share("recall", 5, 10, "faces").atLeast(.7);

    @Test
    void share_ofIndependentThings_hasWilsonsInterval() {
        assertThat(RECALL.ours()).isEqualTo(.5);
        assertThat(RECALL.interval()).contains(Interval.wilson(5, 10));
    }

    @Test
    void share_ofNothing_meetsNoTarget() {
        Figure none = Figure.share("alarms", 0, 0, "pictures");

        assertThat(none.ours()).isNaN();
        assertThat(none.interval()).isEmpty();
        assertThat(none.atMost(.1).met()).contains(false);
        assertThat(none.atLeast(0).met()).contains(false);
    }

    @Test
    void targets_reachedExactly_areMet() {
        Figure figure = Figure.of("f1", 3, "joints", .5);

        assertThat(figure.met()).isEmpty();
        assertThat(figure.atLeast(.5).met()).contains(true);
        assertThat(figure.atMost(.5).met()).contains(true);
        assertThat(figure.atLeast(.51).met()).contains(false);
        assertThat(figure.atMost(.49).met()).contains(false);
        assertThat(figure.atMost(.49).target()).isEqualTo("<= 0.490");
        assertThat(figure.beside("a note").anchor()).isEqualTo("a note");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0.12345, 0.123", "1e7, 10000000.000", "-2, -2"})
    void number_wholeOrNot_hasAsManyDecimalsAsItNeeds(double value, String text) {
        assertThat(Figure.number(value)).isEqualTo(text);
    }

    @Test
    void table_ofFigures_saysWhatWasMissed() {
        var bytes = new ByteArrayOutputStream();
        var table = new FigureTable(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Figure met = Figure.of("sharpness", 2, "clips", 3).atLeast(1);
        table.add(RECALL);
        table.add(met);
        table.skipped("video", "no clips");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(
                        line ->
                                line.matches(
                                        "recall +10 +faces +0\\.500 +0\\.237 \\.\\. 0\\.763 +>= 0\\.700 +MISS *"))
                .anyMatch(line -> line.matches("sharpness +2 +clips +3 +>= 1 +ok *"))
                .anyMatch(line -> line.matches("video +SKIPPED: no clips"));
        assertThat(FigureTable.missed(List.of(RECALL, met))).isEqualTo("missed: recall");
        assertThat(FigureTable.missed(List.of(met))).isEqualTo("every target was met");
    }
}
