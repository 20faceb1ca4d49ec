package dev.earshot.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.PlatformDuty;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The template's rules know the days that the code's table of duties has. */
class LimitedPlatformsTest {
    @ParameterizedTest
    @CsvSource({"YOUTUBE, YouTubesMonth", "TIKTOK, TikToksFortnight"})
    void rule_ofALimitedPlatform_allowsTheDaysOfItsDuty(Platform platform, String rule)
            throws IOException {
        String template =
                Files.readString(Path.of(System.getProperty("earshot.root"), "template.yaml"));
        long days = PlatformDuty.of(platform).freshness().orElseThrow().toDays();
        String allowed =
                LongStream.rangeClosed(1, days)
                        .mapToObj(day -> "'" + day + "'")
                        .collect(Collectors.joining(", ", "[", "]"));

        assertThat(template)
                .containsSubsequence("  " + rule + ":\n", allowed, "!Ref MediaRetentionDays");
        String own = template.substring(template.indexOf("  " + rule + ":\n"));
        assertThat(own.substring(0, own.indexOf("AssertDescription"))).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({"YOUTUBE", "TIKTOK"})
    void importedFiles_goBeforeAnyPlatformsTime(Platform platform) throws IOException {
        String template =
                Files.readString(Path.of(System.getProperty("earshot.root"), "template.yaml"));

        assertThat(template)
                .contains(
                        "Id: imports-at-most, Status: Enabled, Prefix: imports/, ExpirationInDays: 14}");
        assertThat(PlatformDuty.of(platform).freshness().orElseThrow().toDays()).isGreaterThan(14);
    }
}
