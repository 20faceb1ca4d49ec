package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.core.WorkspaceId;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every {@link AlertSettings} must do. Each test uses empty ones. */
public abstract class AlertSettingsContract {
    private static final WorkspaceId ACME = Episodes.WORKSPACE;
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final Instant NOON = Episodes.NOON;

    /** The settings under test. */
    protected abstract AlertSettings settings();

    @Test
    void rule_withEverything_isReadAsItWasPut() {
        AlertRule full =
                new AlertRule(
                        "night",
                        Optional.of("acme"),
                        Set.of(TrendKind.MENTIONS, TrendKind.COMPLAINT_SHARE),
                        new Threshold(2.5, 20),
                        Optional.of(
                                new QuietHours(
                                        ZoneId.of("Europe/Berlin"),
                                        List.of(
                                                new QuietHours.Window(
                                                        Set.of(
                                                                DayOfWeek.SATURDAY,
                                                                DayOfWeek.MONDAY),
                                                        LocalTime.of(22, 30),
                                                        LocalTime.of(7, 0)),
                                                new QuietHours.Window(
                                                        Set.of(),
                                                        LocalTime.of(23, 0),
                                                        LocalTime.MIDNIGHT)))),
                        new Again(true, Optional.of(Duration.ofHours(6))),
                        true,
                        List.of(
                                new Recipient.ToWebhook("ops"),
                                new Recipient.ToTopic(),
                                new Recipient.ToBus()),
                        Optional.of("care"),
                        NOON);
        AlertRule plain =
                new AlertRule(
                        "all",
                        Optional.empty(),
                        Set.of(),
                        Threshold.ANY,
                        Optional.empty(),
                        new Again(false, Optional.empty()),
                        false,
                        List.of(new Recipient.ToBus()),
                        Optional.empty(),
                        NOON.plusMillis(7));
        settings().put(ACME, full);
        settings().put(ACME, plain);

        assertThat(settings().rules(ACME)).containsExactly(plain, full);
        assertThat(settings().rules(OTHER)).isEmpty();
        assertThat(settings().deleteRule(ACME, "night")).isTrue();
        assertThat(settings().deleteRule(ACME, "night")).isFalse();
        assertThat(settings().rules(ACME)).containsExactly(plain);
    }

    @Test
    void silence_replaced_isReadAsItWasPut() {
        Silence silence =
                new Silence(
                        "sale",
                        Optional.of("acme"),
                        Set.of(TrendKind.MENTIONS),
                        Optional.of("ep_1"),
                        "Ann",
                        "the summer sale",
                        NOON,
                        NOON.plusSeconds(3_600));
        settings().put(ACME, silence);
        Silence ended = silence.endedAt(NOON.plusSeconds(60));
        settings().put(ACME, ended);

        assertThat(settings().silences(ACME)).containsExactly(ended);
        assertThat(settings().silences(OTHER)).isEmpty();
    }

    @Test
    void webhook_rotatedAndDisabled_isReadAsItWasPut() {
        Webhook webhook =
                new Webhook(
                                "ops",
                                URI.create("https://example.com/hook?x=1"),
                                MessageForm.SLACK,
                                List.of(WebhookSecret.of(new byte[24])),
                                Optional.empty(),
                                NOON)
                        .rotated(WebhookSecret.of(new byte[32]), NOON)
                        .disabledBecause("its receiver answered 410", NOON);
        settings().put(ACME, webhook);

        assertThat(settings().webhook(ACME, "ops")).contains(webhook);
        assertThat(settings().webhooks(ACME)).containsExactly(webhook);
        assertThat(settings().webhook(OTHER, "ops")).isEmpty();
        assertThat(settings().deleteWebhook(ACME, "ops")).isTrue();
        assertThat(settings().deleteWebhook(ACME, "ops")).isFalse();
        assertThat(settings().webhooks(ACME)).isEmpty();
    }
}
