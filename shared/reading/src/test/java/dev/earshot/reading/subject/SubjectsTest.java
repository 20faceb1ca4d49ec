package dev.earshot.reading.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.brand.Subject.Kind;
import dev.earshot.reading.brand.BrandMatcher;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SubjectsTest {
    private static final Subject AIR = new Subject("nivaro", Kind.PRODUCT, "nivaro_air");
    private static final Subject TAG = new Subject("nivaro", Kind.HASHTAG, "fixmynivaro");
    private static final BrandMatcher MATCHER =
            BrandMatcher.of(
                    new BrandCatalogue(
                            1,
                            List.of(
                                    new Brand(
                                            "nivaro",
                                            "Nivaro",
                                            List.of(),
                                            List.of("@nivaro"),
                                            List.of("#FixMyNivaro"),
                                            List.of("Nivaro Air", "Nivaro 7"),
                                            List.of("Talvix"),
                                            List.of(),
                                            List.of(),
                                            List.of()))));

    private static List<Subject> subjects(String text) {
        return MATCHER.subjects(text, MATCHER.mentions(text));
    }

    @Test
    void subjects_ofAText_areTheProductsAndHashtagsThatItNames() {
        assertThat(subjects("My nivaro air died #fixmynivaro")).containsExactly(AIR, TAG);
    }

    @Test
    void subjects_namedTwiceOrWithAnEnding_areCountedOnce() {
        assertThat(subjects("Two Nivaro Airs, and the Nivaro Air of my son")).containsExactly(AIR);
    }

    @Test
    void subjects_ofAProductWrittenAsATag_areTheProduct() {
        assertThat(subjects("so good #NivaroAir")).containsExactly(AIR);
    }

    @Test
    void subjects_whereTheBrandAloneIsNamed_areNone() {
        assertThat(subjects("@nivaro my Nivaro died, off to Talvix")).isEmpty();
    }
}
