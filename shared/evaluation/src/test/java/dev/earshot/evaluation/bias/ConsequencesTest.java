package dev.earshot.evaluation.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.usecase.post.PostReadings;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ConsequencesTest {
    private static final Set<String> ARABIC =
            Set.of("Fatima", "Mohammed", "Aisha", "Khalid", "Layla", "Omar");

    @Test
    void swaps_ofAModelThatIgnoresNames_areNothing() {
        assertThat(
                        names(
                                        consequences(new KeywordTextModel())
                                                .ofPosts(
                                                        "en",
                                                        2,
                                                        "negative",
                                                        ConsequencesTest::negative))
                                .gap())
                .isZero();
        assertThat(names(consequences(new KeywordTextModel()).ofScores("en")).gap())
                .isLessThan(1e-9);
    }

    @Test
    void swaps_ofAModelThatDislikesNames_areFoundInPostsAndScores() {
        var skewed = new SkewedTextModel(new KeywordTextModel(), ARABIC, 0.9, false);

        Swap posts =
                names(
                        consequences(skewed)
                                .ofPosts("en", 2, "negative", ConsequencesTest::negative));
        assertThat(posts.gap()).isGreaterThan(0.5);
        assertThat(posts.moved()).isEqualTo(1);
        assertThat(posts.line()).contains("Arabic").contains("differs in 100 % of situations");
        assertThat(names(consequences(skewed).ofScores("en")).gap()).isGreaterThan(1);
    }

    @Test
    void swap_ofOneGroup_isRefused() {
        assertThatThrownBy(() -> new Swap("n", "en", "a", Map.of("one", 1.0), 0))
                .hasMessageContaining("two groups");
    }

    private static Swap names(List<Swap> swaps) {
        return swaps.stream()
                .filter(swap -> swap.attribute().equals("names by origin"))
                .findFirst()
                .orElseThrow();
    }

    private static double negative(PostAnalysis post) {
        return post.reading() instanceof Reading.Read read
                ? read.analysis().sentiment().negative()
                : 0;
    }

    private static Consequences consequences(TextModel model) {
        var reader = new TextReader(model, (text, declared) -> new Language("en", 1), Set.of("en"));
        return new Consequences(new PostReadings(reader, InstantSource.fixed(Instant.EPOCH)), 1);
    }
}
