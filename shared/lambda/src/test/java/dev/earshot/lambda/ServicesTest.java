package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

class ServicesTest {
    private static final String KEY = "a key that the template does not let anybody set on AWS";
    private static final Map<String, String> ON_AWS =
            Map.of("AWS_REGION", "eu-west-1", "PSEUDONYM_KEY", KEY);

    private static Services services(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(ON_AWS);
        settings.putAll(more);
        return new Services(Settings.of(settings), InstantSource.system());
    }

    @Test
    void pseudonymKey_onADevelopersMachine_isTakenFromTheEnvironment() {
        Pseudonymiser given = services(Map.of("AWS_SAM_LOCAL", "true")).pseudonymiser();

        assertThat(given.derive("test"))
                .isEqualTo(new Pseudonymiser(KEY.getBytes(StandardCharsets.UTF_8)).derive("test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "TRUE", "1"})
    void pseudonymKey_elsewhere_isNotTakenFromTheEnvironment(String local) {
        assertThatThrownBy(() -> services(Map.of("AWS_SAM_LOCAL", local)).pseudonymiser())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("PSEUDONYM_KEY_SECRET_ARN");
    }
}
