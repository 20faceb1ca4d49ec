package dev.earshot.evaluation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class TemplateTest {
    private static final WordLists WORDS =
            new WordLists(Map.of("fruit", List.of("apple", "pear", "orange"), "one", List.of("x")));

    @Test
    void fill_samePlaceholderTwice_takesOneWord() {
        Random dice = new Random(1);
        for (int i = 0; i < 20; i++) {
            List<String> filled =
                    new Template(List.of("{fruit} or {fruit}", "{fruit}")).fill(WORDS, dice);
            String word = filled.getLast();
            assertThat(filled.getFirst()).isEqualToIgnoringCase(word + " or " + word);
        }
    }

    @Test
    void fill_numberedPlaceholder_takesAnotherWord() {
        Random dice = new Random(2);
        for (int i = 0; i < 40; i++) {
            String[] both =
                    new Template(List.of("{fruit} {fruit2}"))
                            .fill(WORDS, dice)
                            .getFirst()
                            .split(" ", 2);
            assertThat(both[0]).isNotEqualToIgnoringCase(both[1]);
        }
    }

    @Test
    void fill_article_fitsTheWord() {
        WordLists words = new WordLists(Map.of("thing", List.of("owl")));
        assertThat(new Template(List.of("a(n) {thing} and a(n) cat")).fill(words, new Random(3)))
                .containsExactly("An owl and a cat");
    }

    @Test
    void fill_unknownList_isRefusedByName() {
        assertThatThrownBy(() -> new Template(List.of("{nothing}")).fill(WORDS, new Random(4)))
                .hasMessageContaining("nothing");
    }

    @Test
    void of_sameSeed_givesTheSameSentences() {
        List<Template> templates =
                List.of(new Template(List.of("a(n) {fruit} for {one|two|three}")));
        List<List<String>> first = Filling.of(templates, WORDS, 6, 9);
        assertThat(Filling.of(templates, WORDS, 6, 9)).isEqualTo(first);
        assertThat(new HashSet<>(first)).hasSize(6);
    }
}
