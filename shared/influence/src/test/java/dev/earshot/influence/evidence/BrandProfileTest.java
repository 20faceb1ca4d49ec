package dev.earshot.influence.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.sketch.TopicSketch;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class BrandProfileTest {
    private static Brand brand(
            List<String> products,
            List<String> competitors,
            List<String> values,
            List<String> context) {
        return new Brand(
                "acme",
                "Acme",
                List.of(),
                List.of(),
                List.of(),
                products,
                competitors,
                values,
                context,
                List.of());
    }

    private static BrandProfile profile(Brand brand) {
        return BrandProfile.of(brand, List.of(), Set.of("rival"), Set.of("en"));
    }

    @Test
    void profile_valuesWithNotOrMinus_areRejectedOnes() {
        BrandProfile profile =
                profile(
                        brand(
                                List.of(),
                                List.of(),
                                List.of("mountain bikes", "not gambling", "-violence"),
                                List.of()));

        assertThat(profile.values()).isEqualTo(TopicSketch.of("mountain bikes"));
        assertThat(profile.rejected()).isEqualTo(TopicSketch.of("gambling\nviolence"));
    }

    @Test
    void profile_productsAndContext_areOneMoreExemplar() {
        TopicSketch post = TopicSketch.of("our own post");

        BrandProfile with =
                BrandProfile.of(
                        brand(List.of("Glide"), List.of(), List.of(), List.of("saddle")),
                        List.of(post),
                        Set.of(),
                        Set.of());
        BrandProfile without = profile(brand(List.of(), List.of(), List.of(), List.of()));

        assertThat(with.exemplars()).containsExactly(post, TopicSketch.of("Glide\nsaddle"));
        assertThat(without.exemplars()).isEmpty();
    }

    @Test
    void profile_competitorThatIsAPlainName_getsTheNamesId() {
        BrandProfile profile =
                profile(brand(List.of(), List.of("rival", "Früh & Spät"), List.of(), List.of()));

        assertThat(profile.competitors()).containsExactly("fruh-spat", "rival");
        assertThat(profile.languages()).containsExactly("en");
    }

    @Test
    void words_profile_areValuesProductsAndContext() {
        BrandProfile profile =
                profile(brand(List.of("Glide"), List.of(), List.of("riding uphill"), List.of()));

        assertThat(profile.words().cosine(TopicSketch.of("uphill"), bucket -> 1)).isPositive();
        assertThat(profile.words().cosine(TopicSketch.of("glide"), bucket -> 1)).isPositive();
        assertThat(profile.words().cosine(TopicSketch.of("tax"), bucket -> 1)).isZero();
    }
}
