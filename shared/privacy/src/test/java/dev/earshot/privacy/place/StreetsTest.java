package dev.earshot.privacy.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "221 Baker Street",
                "1668 Glyn St, Apt. 4",
                "12 rue de la Paix",
                "Calle Mayor 12",
                "Via Garibaldi 27",
                "Lindenallee 14",
                "Kerkstraat 3",
                "Storgatan 3",
                "ul. Długa 7",
                "ул. Ленина, д. 5",
                "P.O. Box 8144"
            })
    void find_aStreetWithItsNumber_isFoundWhole(String street) {
        assertThat(Streets.find("I live at " + street))
                .anySatisfy(span -> assertThat(span.length()).isEqualTo(street.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the shop in Oxford Street", "5 stars", "2 Way radios", "Via email"})
    void find_noStreetWithANumber_findsNothing(String text) {
        assertThat(Streets.find(text)).isEmpty();
    }
}
