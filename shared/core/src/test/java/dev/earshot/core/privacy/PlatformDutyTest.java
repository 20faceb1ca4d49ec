package dev.earshot.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class PlatformDutyTest {
    @Test
    void of_everyPlatform_hasDutiesWithASource() {
        assertThat(Arrays.stream(Platform.values()).map(PlatformDuty::of))
                .allSatisfy(duty -> assertThat(duty.source()).isNotBlank())
                .allSatisfy(duty -> assertThat(duty.neverKept()).contains("handle"))
                .hasSize(PlatformDuty.all().size());
    }

    @Test
    void against_aRetentionWithinEveryDuty_isEmpty() {
        assertThat(PlatformDuty.against(15)).isEmpty();
    }

    @Test
    void against_aLongerRetention_namesThePlatformAndItsDays() {
        assertThat(PlatformDuty.against(16))
                .singleElement()
                .asString()
                .startsWith("tiktok: results are kept for 16 days");
        assertThat(PlatformDuty.against(400)).hasSize(2);
    }
}
