package dev.earshot.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class SignatureTest {
    /** The example of the specification's reference implementations. */
    @Test
    void of_thePublishedExample_isThePublishedSignature() {
        WebhookSecret secret =
                new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Optional.empty());

        assertThat(
                        Signature.of(
                                List.of(secret),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1_614_265_330),
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void of_twoSecrets_isVerifiedByEitherWithTheOfficialLibrary() throws Exception {
        var random = new Random(7);
        Instant now = Instant.now(); // the library compares with the clock
        for (int bytes = 24; bytes <= 64; bytes += 8) {
            byte[] key = new byte[bytes];
            random.nextBytes(key);
            WebhookSecret current = WebhookSecret.of(key);
            random.nextBytes(key);
            WebhookSecret before = WebhookSecret.of(key).endingAt(now.plusSeconds(60));
            String body = "{\"title\":\"ÄÖ 😀\",\"n\":" + bytes + "}";
            HttpHeaders headers =
                    headers(now, Signature.of(List.of(current, before), "al_1", now, body));

            for (WebhookSecret secret : List.of(current, before)) {
                assertThatCode(() -> new Webhook(secret.text()).verify(body, headers.map()))
                        .doesNotThrowAnyException();
            }
            random.nextBytes(key);
            assertThatThrownBy(
                            () ->
                                    new Webhook(WebhookSecret.of(key).text())
                                            .verify(body, headers.map()))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThatThrownBy(() -> new Webhook(current.text()).verify(body + " ", headers.map()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    private static HttpHeaders headers(Instant now, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id",
                        List.of("al_1"),
                        "webhook-timestamp",
                        List.of(String.valueOf(now.getEpochSecond())),
                        "webhook-signature",
                        List.of(signature)),
                (name, value) -> true);
    }

    @Test
    void secret_ofAnyOtherForm_isRefusedWithoutShowingIt() {
        for (String text : List.of("abc", "whsec_", "whsec_!!!", "whsec_c2hvcnQ=")) {
            assertThatThrownBy(() -> new WebhookSecret(text, Optional.empty()))
                    .isInstanceOf(FieldException.class)
                    .hasMessageNotContaining("c2hvcnQ");
        }
        assertThat(WebhookSecret.of(new byte[32]).toString()).isEqualTo("whsec_***");
    }
}
