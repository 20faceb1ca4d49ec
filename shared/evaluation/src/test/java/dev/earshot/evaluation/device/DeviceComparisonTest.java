package dev.earshot.evaluation.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.device.DeviceComparison.Kind;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DeviceComparisonTest {
    private static DeviceRun run(String device, Map<String, Map<String, Double>> items) {
        return new DeviceRun(device, "objects 1", 1, items);
    }

    private static DeviceComparison compared(
            Map<String, Map<String, Double>> one, Map<String, Map<String, Double>> other) {
        return DeviceComparison.of(run("cpu", one), run("cuda", other)).orElseThrow();
    }

    @Test
    void of_scoresCloseTogether_areTheSameAnswers() {
        DeviceComparison compared =
                compared(
                        Map.of("picture a", Map.of("cup", 0.8, "cat", 0.5), "post 1", Map.of()),
                        Map.of("picture a", Map.of("cup", 0.799, "cat", 0.5), "post 1", Map.of()));

        assertThat(compared.same()).isTrue();
        assertThat(compared.kinds().keySet()).containsExactlyInAnyOrder("picture", "post");
        assertThat(compared.kinds().get("picture")).isEqualTo(new Kind(1, 2, 0, 0.8 - 0.799));
    }

    @Test
    void of_labelThatOneLacks_isNamedWithItsItem() {
        DeviceComparison compared =
                compared(
                        Map.of("picture a", Map.of("cup", 0.8)),
                        Map.of("picture a", Map.of("mug", 0.8)));

        assertThat(compared.same()).isFalse();
        assertThat(compared.differences())
                .containsExactly("picture a: only cpu says cup", "picture a: only cuda says mug");
    }

    @Test
    void of_scoreFarOff_isNotTheSame() {
        assertThat(
                        compared(
                                        Map.of("post 1", Map.of("joy", 0.80)),
                                        Map.of("post 1", Map.of("joy", 0.82)))
                                .same())
                .isFalse();
    }

    @Test
    void of_otherModelsOrItems_cantBeCompared() {
        DeviceRun one = run("cpu", Map.of("post 1", Map.of()));

        assertThat(DeviceComparison.of(one, run("cuda", Map.of("post 2", Map.of())))).isEmpty();
        assertThat(DeviceComparison.of(one, new DeviceRun("cuda", "objects 2", 1, one.items())))
                .isEmpty();
    }
}
