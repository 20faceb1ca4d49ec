package dev.earshot.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class FigureTest {
    private static final Figure RECALL = Figure.share("recall", 5, 10, "faces").atLeast(.7);

    @Test
    void share_ofIndependentThings_hasWilsonsInterval() {
        assertThat(RECALL.value()).isEqualTo(.5);
        assertThat(RECALL.interval()).contains(Interval.wilson(5, 10));
    }

    @Test
    void share_ofNothing_meetsNoTarget() {
        Figure none = Figure.share("alarms", 0, 0, "pictures");

        assertThat(none.value()).isNaN();
        assertThat(none.interval()).isEmpty();
        assertThat(none.valueText()).isEqualTo("-");
        assertThat(Figure.percentage("alarms", 0, 0, "pictures").valueText()).isEqualTo("-");
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
        assertThat(figure.beside("a note").comparison()).isEqualTo("a note");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0.12345, 0.123", "1e7, 10000000.0", "84.25, 84.3", "-2, -2"})
    void number_wholeOrNot_hasAsManyDecimalsAsItNeeds(double value, String text) {
        assertThat(Figure.number(value)).isEqualTo(text);
    }

    @Test
    void percentage_ofIndependentThings_isTheShareTimesAHundred() {
        Figure figure = Figure.percentage("attack", 1, 4, "scores");

        assertThat(figure.value()).isEqualTo(25);
        assertThat(figure.unit()).isEqualTo("%");
        assertThat(figure.interval().orElseThrow().high())
                .isCloseTo(100 * Interval.wilson(1, 4).high(), within(1e-9));
        assertThat(Figure.percentage("attack", 0, 0, "scores").atMost(1).passes()).isFalse();
    }

    @Test
    void passes_withoutATarget_isTrue() {
        assertThat(RECALL.passes()).isFalse();
        assertThat(Figure.of("f1", 3, "joints", .5).passes()).isTrue();
        assertThat(Figure.of("error", 3, "", .5).aimedAt("< raw", true).passes()).isTrue();
    }

    @Test
    void lines_ofFigures_areAlignedAndSayWhatWasMissed() {
        Figure met = Figure.of("sharpness", 12, "clips", 3).atLeast(1).beside("was 2");

        assertThat(FigureTable.lines(List.of(RECALL, met), Map.of("video", "no clips")))
                .containsExactly(
                        "figure      n  of     value  95 %            target          compare",
                        "--------------------------------------------------------------------",
                        "recall     10  faces  0.500  0.237 .. 0.763  >= 0.700  MISS",
                        "sharpness  12  clips  3                      >= 1      ok    was 2",
                        "video  SKIPPED: no clips");
        assertThat(FigureTable.missed(List.of(RECALL, met))).isEqualTo("missed: recall");
        assertThat(FigureTable.missed(List.of(met))).isEqualTo("every target was met");
    }

    @Test
    void lines_dataAndUnit_haveTheirPlaces() {
        assertThat(
                        FigureTable.lines(
                                List.of(
                                        Figure.percentage("correct", 1, 2, "posts")
                                                .on("own posts"))))
                .last()
                .isEqualTo("correct  own posts  2  posts  50 %   9.5 .. 90.5");
    }

    @Test
    void lines_figureOfDataThatSomethingWasChosenOn_saySoBesideTheValue() {
        assertThat(FigureTable.lines(List.of(RECALL.chosenHere("threshold"))).getLast())
                .contains("0.500 (threshold chosen on these)");
    }
}
