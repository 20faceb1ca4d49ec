package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every {@link TextModel} must do. */
public abstract class TextModelContract {
    private static final double TOLERANCE = 2e-3;
    private static final long SEED = 20_261_123;
    private static final int TEXTS = 120;

    private static final List<String> PIECES =
            List.of(
                    " good ",
                    "bad ",
                    "word",
                    ", ",
                    ". ",
                    "\n",
                    " 😂😂😂",
                    "🇩🇪",
                    "👍🏾 ",
                    " #AcmePhone2 ",
                    "@acme: ",
                    " https://x.example/a?b ",
                    "&amp;",
                    "sooooo",
                    "e\u0301",
                    " ﬁne ",
                    "日本。",
                    "مرحبا ",
                    "ไทยดี",
                    "\u200d",
                    "\ud83d",
                    " thing".repeat(140));

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

    @Test
    void analyseInParts_none_givesNone() {
        assertThat(model().analyseInParts(List.of())).isEmpty();
    }

    @Test
    void analyseInParts_ofEachClause_readsItsOwn() {
        String text = "This is good, so good. That is bad, so bad.";
        int second = text.indexOf("That");
        var parted =
                new TextWithSpans(
                        text,
                        List.of(new TextSpan(second, text.length()), new TextSpan(0, second - 1)));

        List<Sentiment> read = model().analyseInParts(List.of(parted)).getFirst().spans();

        assertThat(read.getFirst().polarity()).isLessThan(read.getLast().polarity());
    }

    @Test
    void analyseInParts_anySpansOfAnyTexts_readsEachAndTheSameWholes() {
        Random dice = new Random(SEED);
        List<TextWithSpans> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = dice.nextInt(12); k > 0; k--) {
                text.append(PIECES.get(dice.nextInt(PIECES.size())));
            }
            List<TextSpan> spans = new ArrayList<>();
            for (int k = dice.nextInt(4); k > 0; k--) {
                int start = dice.nextInt(text.length() + 1);
                spans.add(new TextSpan(start, dice.nextInt(start, text.length() + 1)));
            }
            texts.add(new TextWithSpans(text.toString(), spans));
        }
        List<TextAnalysis> wholes =
                model().analyse(texts.stream().map(TextWithSpans::text).toList());

        List<AnalysisWithSpans> read = model().analyseInParts(texts);

        for (int i = 0; i < texts.size(); i++) {
            AnalysisWithSpans each = read.get(i);
            assertThat(each.spans()).as(texts.get(i).text()).hasSameSizeAs(texts.get(i).spans());
            assertThat(each.whole()).as(texts.get(i).text()).isEqualTo(wholes.get(i));
        }
    }
}
