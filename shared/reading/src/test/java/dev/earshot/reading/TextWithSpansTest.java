package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TextWithSpansTest {
    @Test
    void partedText_stretchPastTheEnd_isRefused() {
        assertThatThrownBy(() -> new TextWithSpans("short", List.of(new TextSpan(2, 6))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 units, got 6");
    }

    @Test
    void analyseInParts_modelOfWholesAlone_readsEachStretchByItself() {
        String text = "I love it but the battery is awful";
        var parted = new TextWithSpans(text, List.of(new TextSpan(10, 34), new TextSpan(0, 9)));
        var model = new WordModel();

        AnalysisWithSpans read = model.analyseInParts(List.of(parted)).getFirst();

        assertThat(read.whole()).isEqualTo(model.analyse(List.of(text)).getFirst());
        assertThat(read.spans())
                .extracting(span -> span.label().key())
                .containsExactly("negative", "positive");
    }
}
