package dev.earshot.djl.vision.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

final class SettingEvidenceTest {
    private static final double PIXELS = 100_000;

    @Test
    void largePizza_makesFoodAndIsItsBasis() {
        SettingEvidence.Support support = of("food", thing("pizza", 0.8, 200, 100));

        assertThat(support.score()).isEqualTo(0.8);
        assertThat(support.objects()).containsExactly("pizza");
    }

    @Test
    void smallApple_makesNoMeal() {
        assertThat(of("food", thing("apple", 0.9, 20, 20)).score()).isZero();
    }

    @Test
    void screenKeyboardAndMouse_makeAnOffice() {
        SettingEvidence.Support support =
                of(
                        "office",
                        thing("tv", 0.9, 100, 100),
                        thing("keyboard", 0.8, 90, 20),
                        thing("mouse", 0.5, 10, 10));

        assertThat(support.score()).isCloseTo(0.72, Offset.offset(1e-9));
        assertThat(support.objects()).containsExactly("tv", "keyboard", "mouse");
    }

    @Test
    void kindsOfEqualScore_countEach() {
        SettingEvidence.Support support =
                of(
                        "office",
                        thing("tv", 0.8, 100, 100),
                        thing("keyboard", 0.8, 90, 20),
                        thing("mouse", 0.8, 10, 10));

        assertThat(support.score()).isCloseTo(0.72, Offset.offset(1e-9));
        assertThat(support.objects()).containsExactlyInAnyOrder("tv", "keyboard", "mouse");
    }

    @Test
    void screenAlone_makesNoOffice() {
        assertThat(of("office", thing("tv", 0.9, 100, 100), thing("tv", 0.8, 100, 100)).score())
                .isZero();
    }

    @Test
    void carAndTrafficLight_makeAStreet() {
        assertThat(
                        of("street", thing("car", 0.7, 50, 50), thing("traffic light", 0.9, 9, 20))
                                .objects())
                .containsExactly("traffic light");
        assertThat(of("street", thing("car", 0.9, 50, 50), thing("bus", 0.8, 90, 90)).score())
                .isCloseTo(0.72, Offset.offset(1e-9));
    }

    @Test
    void stage_isNeverTold() {
        assertThat(of("stage", thing("person", 0.9, 100, 100)).score()).isZero();
    }

    private static SettingEvidence.Support of(String setting, Detection... objects) {
        return SettingEvidence.of(setting, Arrays.asList(objects), PIXELS);
    }

    private static Detection thing(String label, double score, double width, double height) {
        return new Detection(label, score, new Box(0, 0, width, height));
    }
}
