package dev.earshot.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Subject.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class SubjectTest {
    private static Brand brand(List<String> hashtags, List<String> products) {
        return new Brand(
                "nivaro", "Nivaro", List.of(), List.of(), hashtags, products, List.of(), List.of(),
                List.of(), List.of());
    }

    @Test
    void key_ofATerm_isLowerCaseWithoutSpacesAndSigns() {
        assertThat(Subject.key("Nivaro Air+ (2026)")).contains("nivaro_air_2026");
        assertThat(Subject.key("#NivaroAir")).contains("nivaroair");
        assertThat(Subject.key("ニバロ")).contains("ニバロ");
        assertThat(Subject.key("+++")).isEmpty();
        assertThat(Subject.key("x".repeat(65))).isEmpty();
    }

    @Test
    void of_aBrand_areItsProductsAndHashtagsOnceEach() {
        assertThat(Subject.of(brand(List.of("#Air", "air"), List.of("Nivaro 7"))))
                .containsExactly(
                        new Subject("nivaro", Kind.PRODUCT, "nivaro_7"),
                        new Subject("nivaro", Kind.HASHTAG, "air"));
    }

    @Test
    void of_aBrandWithAThousandHashtags_areTheFirstTwenty() {
        List<String> tags = IntStream.range(0, 1000).mapToObj(i -> "tag" + i).toList();

        List<Subject> subjects = Subject.of(brand(tags, List.of()));

        assertThat(subjects).hasSize(Subject.MOST);
        assertThat(subjects.getLast().key()).isEqualTo("tag19");
    }
}
