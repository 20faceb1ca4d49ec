package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ExplanationsTest {
    private static final BrandMatcher MATCHER =
            BrandMatcher.of(
                    new BrandCatalogue(
                            1,
                            List.of(
                                    new Brand(
                                            "acme",
                                            "Acme",
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of("Turbo Kettle"),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of()))));

    private final Explanations explanations =
            new Explanations(
                    new TextReader(
                            new KeywordTextModel(),
                            (text, declared) -> new Language(declared.orElse("en"), 0.9),
                            Set.of("en")));

    @Test
    void of_brand_goesByItsId() {
        assertThat(targets("Acme is good")).containsExactly("acme");
    }

    @Test
    void of_product_goesByItsNameInTheText() {
        assertThat(targets("My TURBO Kettle is bad"))
                .contains("turbo kettle")
                .doesNotContain("acme");
    }

    @Test
    void of_commonAspect_isATargetWithoutAnyBrand() {
        assertThat(targets("the price is bad")).containsExactly("price");
    }

    private List<String> targets(String text) {
        TextExplanation explanation = explanations.of(text, Optional.of("en"), MATCHER);
        return ((Reading.Read) explanation.reading())
                .targets().stream().map(TargetSentiment::name).toList();
    }
}
