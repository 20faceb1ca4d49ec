package dev.earshot.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.WordAttribution;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ExplanationSheetTest {
    private static final String TEXT =
            "Acme is great but Globex is awful, and I said so at some length";
    private static final TextExplanation EXPLANATION =
            new TextExplanation(
                    TEXT,
                    Posts.readWhole("acme", "globex"),
                    0.99,
                    Optional.of(
                            new Attribution(
                                    SentimentLabel.NEGATIVE,
                                    0.5,
                                    0.2,
                                    List.of(
                                            new WordAttribution("great", 8, 13, -0.2),
                                            new WordAttribution("awful,", 28, 34, 0.5)))));

    @Test
    void lines_withoutATerminal_areNumbersAlone() {
        String sheet = String.join("\n", new ExplanationSheet(false).lines(EXPLANATION));

        assertThat(sheet)
                .contains("mixed", "complaint 0.92", "flagged for a person", "sarcasm could turn")
                .contains("+0.500  awful,", "-0.200  great", "target 24-30", "en (0.99)")
                .doesNotContain("\u001B");
    }

    @Test
    void lines_onATerminal_paintTheWordsByTheirWeight() {
        assertThat(new ExplanationSheet(true).lines(EXPLANATION).getFirst())
                .contains("\u001B[1;31mgreat\u001B[0m", "\u001B[1;32mawful,\u001B[0m");
    }

    @Test
    void lines_noModelForTheLanguage_sayWhy() {
        var refused =
                new TextExplanation(
                        "nuqneH", new Reading.Abstained("tlh", "no model"), 0.9, Optional.empty());

        assertThat(String.join("\n", new ExplanationSheet(false).lines(refused)))
                .contains("abstain: no model");
    }

    @Test
    void lines_modelOfSentimentAlone_sayWhatIsNotRead() {
        var spanish =
                new TextExplanation(
                        "genial",
                        new Reading.Read("es", new TextAnalysis(new Sentiment(0.1, 0.1, 0.8), 0.5)),
                        0.9,
                        Optional.empty());

        assertThat(String.join("\n", new ExplanationSheet(false).lines(spanish)))
                .contains("positive", "irony, intent and offence are not read in this language");
    }
}
