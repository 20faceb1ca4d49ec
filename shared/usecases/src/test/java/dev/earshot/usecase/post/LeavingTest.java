package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class LeavingTest {
    private static final BrandMatcher MATCHER =
            BrandMatcher.of(new BrandCatalogue(1, List.of(nivaro())));

    @ParameterizedTest
    @CsvSource({
        "Switched from Talvix to Nivaro and I miss nothing, OTHER",
        "Ich bin von Talvix zu Nivaro gewechselt, OTHER",
        "Dejé Talvix por Nivaro, OTHER",
        "J'ai quitté Talvix pour Nivaro, OTHER",
        "Switched from Nivaro to Talvix after six years, CHURN_RISK",
        "Ich bin von Nivaro zu Talvix gewechselt, CHURN_RISK",
        "Nivaro is so slow that I am going to cancel, CHURN_RISK",
        "Switched from Talvix to Nivaro and back from Nivaro to Talvix, CHURN_RISK"
    })
    void settled_whoComes_isNoRiskAndWhoLeavesIs(String text, Intent wanted) {
        Reading read = Posts.wanting(Intent.CHURN_RISK, 0.9, true);

        Reading settled = Leaving.settled(read, text, MATCHER.mentions(text), MATCHER.registered());

        assertThat(((Reading.Read) settled).analysis().intent().map(Intents::top))
                .isEqualTo(Optional.of(wanted));
    }

    private static Brand nivaro() {
        List<String> none = List.of();
        return new Brand(
                "nivaro",
                "Nivaro",
                none,
                none,
                none,
                none,
                List.of("Talvix"),
                none,
                none,
                none,
                List.of());
    }
}
