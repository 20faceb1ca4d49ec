package dev.earshot.collectposts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

final class SecretCredentialsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T12:00:00Z"));
    private String secret = "{}";
    private final SecretCredentials credentials =
            new SecretCredentials(() -> secret.getBytes(StandardCharsets.UTF_8), clock);

    @Test
    void credential_ofTheSecret_isGivenByItsName() {
        secret = "{\"youtube\":{\"key\":\"s3cret\",\"n\":1}}";
        var youtube = credentials.named("youtube").orElseThrow();
        assertThat(youtube.find("key")).contains("s3cret");
        assertThat(youtube.find("n")).isEmpty();
        assertThat(youtube.toString()).doesNotContain("s3cret");
        assertThat(credentials.named("x")).isEmpty();
    }

    @Test
    void secret_thatChanged_takesEffectAfterFiveMinutes() {
        assertThat(credentials.named("x")).isEmpty();
        secret = "{\"x\":{\"bearer_token\":\"t\"}}";
        clock.advance(Duration.ofMinutes(4));
        assertThat(credentials.named("x")).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(credentials.named("x")).isPresent();
    }

    @Test
    void secret_thatIsNoJson_isRefusedWithoutAWordOfIt() {
        secret = "{\"x\": s3cret}";
        assertThatThrownBy(() -> credentials.named("x"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("must be a JSON object")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }
}
