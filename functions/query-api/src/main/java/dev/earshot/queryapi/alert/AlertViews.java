package dev.earshot.queryapi.alert;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/** Alerts and what belongs to them, as JSON. Stateless. */
final class AlertViews {
    private AlertViews() {}

    static Map<String, Object> of(Alert alert) {
        Notice notice = alert.notice();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", notice.id());
        view.put("type", notice.type());
        view.put("at", notice.at());
        notice.brand().ifPresent(brand -> view.put("brand", brand));
        view.put("subject", notice.subject());
        view.put("version", notice.version());
        view.put("title", notice.title());
        view.put("summary", notice.summary());
        view.put("facts", notice.facts());
        alert.silence().ifPresent(silence -> view.put("silence", silence));
        return view;
    }

    static Map<String, Object> of(Delivery delivery) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("recipient", delivery.recipient().key());
        delivery.team().ifPresent(team -> view.put("team", team));
        view.put("state", delivery.state());
        view.put("attempts", delivery.attempts());
        delivery.due().ifPresent(due -> view.put("nextAttempt", due));
        view.put("log", delivery.log().stream().map(AlertViews::of).toList());
        return view;
    }

    private static Map<String, Object> of(Delivery.Attempt attempt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", attempt.at());
        view.put("tookMs", attempt.took().toMillis());
        view.put("outcome", attempt.words());
        return view;
    }

    static Map<String, Object> of(Silence silence) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", silence.id());
        silence.brand().ifPresent(brand -> view.put("brand", brand));
        view.put("kinds", RuleBodies.kinds(silence.kinds()));
        silence.episode().ifPresent(episode -> view.put("episode", episode));
        view.put("owner", silence.owner());
        view.put("reason", silence.reason());
        view.put("from", silence.from());
        view.put("until", silence.until());
        return view;
    }

    /** Without its secrets. */
    static Map<String, Object> of(Webhook webhook) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", webhook.id());
        view.put("url", webhook.address().toString());
        view.put("form", webhook.form());
        view.put("enabled", webhook.disabled().isEmpty());
        webhook.disabled().ifPresent(why -> view.put("disabledBecause", why));
        webhook.secrets().stream()
                .flatMap(secret -> secret.until().stream())
                .findFirst()
                .ifPresent(until -> view.put("formerSecretUntil", until));
        view.put("changedAt", webhook.changedAt());
        return view;
    }
}
