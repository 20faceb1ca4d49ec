package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link TextModel} must do. */
public abstract class TextModelContract {
    private static final double TOLERANCE = 2e-3;

    /** The model under test; not closed by the tests. */
    protected abstract TextModel model();

    @Test
    void analyse_none_givesNone() {
        assertThat(model().analyse(List.of())).isEmpty();
    }

    @Test
    void analyse_anyStrings_givesOneResultEach() {
        List<String> texts =
                List.of("", " ", "good", "\u0000", "\ud800", "🚀", "word ".repeat(20_000));

        assertThat(model().analyse(texts)).hasSameSizeAs(texts);
    }

    @Test
    void analyse_order_isKeptWhateverTheBatch() {
        TextModel model = model();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add((i % 2 == 0 ? "bad " : "good ") + "thing ".repeat(i % 7) + i);
        }
        List<TextAnalysis> together = model.analyse(texts);
        for (int i = 0; i < texts.size(); i += 7) {
            TextAnalysis alone = model.analyse(List.of(texts.get(i))).getFirst();
            assertThat(together.get(i).sentiment().negative())
                    .isCloseTo(alone.sentiment().negative(), within(TOLERANCE));
            assertThat(together.get(i).sentiment().positive())
                    .isCloseTo(alone.sentiment().positive(), within(TOLERANCE));
        }
    }
}
