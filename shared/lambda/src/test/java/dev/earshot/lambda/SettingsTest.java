package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SettingsTest {
    @Test
    void require_missing_namesTheSetting() {
        assertThatThrownBy(() -> Settings.of(Map.of()).require("TABLE_NAME"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("TABLE_NAME");
    }

    @Test
    void find_blank_countsAsUnset() {
        assertThat(Settings.of(Map.of("A", " ")).find("A")).isEmpty();
    }

    @Test
    void number_outOfRangeOrNotANumber_namesSettingRangeAndValue() {
        for (String bad : new String[] {"0", "401", "many"}) {
            assertThatThrownBy(() -> Settings.of(Map.of("DAYS", bad)).number("DAYS", 30, 1, 400))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("DAYS")
                    .hasMessageContaining("1 to 400")
                    .hasMessageContaining("'" + bad + "'");
        }
    }

    @Test
    void number_unset_isTheFallback() {
        assertThat(Settings.of(Map.of()).number("DAYS", 30, 1, 400)).isEqualTo(30);
    }
}
