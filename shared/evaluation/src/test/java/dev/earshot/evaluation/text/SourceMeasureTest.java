package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sources of posts for a model that knows two words, "good" and "bad", each .8 sure. */
final class SourceMeasureTest {
    private final SourceMeasure measure =
            new SourceMeasure(
                    new TextReader(
                            new KeywordTextModel(),
                            (text, declared) -> new Language("en", 1),
                            Set.of("en")),
                    5);

    @Test
    void verdicts_knownAnswers_areWorkedByHand() {
        List<Post> posts = new ArrayList<>();
        add(posts, "negative", "it is bad", 3);
        add(posts, "negative", "it is a box", 1);
        add(posts, "neutral", "it is a box", 4);
        add(posts, "positive", "it is good", 2);
        add(posts, "positive", "it is bad", 2);
        add(posts, "unlabelled", "it is bad", 5);

        List<Figure> figures =
                SourceMeasure.verdicts(measure.read(new LabelledPosts("made", posts), 100));

        // Recall: 3 of 4, 4 of 4, 2 of 4; right: 9 of 12, each at a probability of .8
        assertThat(value(figures, "left out: macro recall")).isCloseTo(75, within(1e-9));
        assertThat(value(figures, "left out: calibration error")).isCloseTo(0.05, within(1e-9));
        assertThat(value(figures, "left out: abstained")).isZero();
        assertThat(value(figures, "left out: told rightly")).isCloseTo(75, within(1e-9));
    }

    @Test
    void shares_modelThatMissesBlame_areCorrectedByTheOtherSource() {
        SourceMeasure.Source calibration = measure.read(source("calibration", 7), 10_000);
        SourceMeasure.Source other = measure.read(source("other", 8), 10_000);

        List<Figure> figures =
                measure.shares(other, SourceMeasure.confusion(calibration)).stream()
                        .filter(figure -> figure.data().contains("60 % negative"))
                        .toList();

        // A third of the blame is missed, so of 60 % negative 20 points are lost to neutral
        assertThat(value(figures, "left out: error of counted shares"))
                .isCloseTo(40 / 3.0, within(2.0));
        assertThat(value(figures, "left out: error of corrected shares")).isLessThan(4);
        assertThat(value(figures, "left out: shares in their interval")).isGreaterThan(90);
    }

    @Test
    void read_moreThanAsked_drawsSome() {
        assertThat(measure.read(source("large", 1), 50).truth()).hasSize(50);
    }

    private static LabelledPosts source(String name, long seed) {
        Random random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            add(posts, "negative", random.nextInt(3) == 0 ? "it is a box" : "it is bad", 1);
            add(posts, "neutral", "it is a box", 1);
            add(posts, "positive", "it is good", 1);
        }
        return new LabelledPosts(name, posts);
    }

    private static void add(List<Post> posts, String label, String text, int times) {
        for (int i = 0; i < times; i++) {
            posts.add(new Post("" + posts.size(), "en", label, text));
        }
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
