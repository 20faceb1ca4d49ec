package dev.earshot.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SwitchingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Switched from Talvix to Nivaro and I miss nothing.",
                "I moved over from my old Talvix X2 to the Nivaro Air",
                "switched to Nivaro from Talvix",
                "Left Talvix for Nivaro last week",
                "finally ditched Talvix for Nivaro",
                "Replaced the Talvix with Nivaro",
                "Goodbye Talvix, hello Nivaro!",
                "Ich bin von Talvix zu Nivaro gewechselt",
                "Wechsle gerade von Talvix auf Nivaro",
                "Me cambié de Talvix a Nivaro",
                "Dejé Talvix por Nivaro",
                "Je suis passé de Talvix à Nivaro",
                "J'ai quitté Talvix pour Nivaro"
            })
    void in_eachWording_tellsWhatIsLeftForWhat(String text) {
        assertThat(Switching.in(text))
                .anySatisfy(
                        move -> {
                            assertThat(text.substring(move.left().start(), move.left().end()))
                                    .contains("Talvix")
                                    .doesNotContain("Nivaro");
                            assertThat(text.substring(move.joined().start(), move.joined().end()))
                                    .contains("Nivaro")
                                    .doesNotContain("Talvix");
                        });
    }

    @Test
    void in_otherTexts_tellsOfNoMove() {
        assertThat(Switching.in("Nivaro support is slow, thinking about leaving")).isEmpty();
        assertThat(Switching.in("It went from bad to")).isEmpty();
        assertThat(Switching.in("The price rose. From Talvix to Nivaro it is far.")).isEmpty();
    }
}
