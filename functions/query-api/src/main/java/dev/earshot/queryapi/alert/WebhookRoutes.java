package dev.earshot.queryapi.alert;

import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.core.WorkspaceId;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Webhooks. A secret is shown once, by the call that makes it. Thread-safe. */
public final class WebhookRoutes {
    private final AlertPorts ports;
    private final Supplier<String> randomHex;
    private final InstantSource clock;

    /**
     * @param randomHex supplies 32 unguessable hexadecimal digits
     */
    public WebhookRoutes(AlertPorts ports, Supplier<String> randomHex, InstantSource clock) {
        this.ports = ports;
        this.randomHex = randomHex;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/alerts/webhooks", Access.READ, this::list),
                new Route("GET", "/v1/alerts/webhooks/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/alerts/webhooks/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/alerts/webhooks/{id}", Access.WRITE, this::delete),
                new Route("POST", "/v1/alerts/webhooks/{id}/rotate", Access.WRITE, this::rotate));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of(
                        "webhooks",
                        ports.settings().webhooks(request.workspace()).stream()
                                .map(AlertViews::of)
                                .toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(200, AlertViews.of(known(request)));
    }

    /** Adds one with a new secret, or changes one, which also enables it again. */
    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(Fields.MAX_BODY_BYTES));
        body.acceptOnly(List.of("url", "form"));
        String url = body.requiredText("url");
        URI address = ProblemException.made(() -> Webhook.address(url));
        ports.guard()
                .refusalNow(address)
                .ifPresent(
                        why -> {
                            throw ProblemException.parameter(
                                    "url", "url " + why + ", got '" + Request.shortened(url) + "'");
                        });
        MessageForm form = body.text("form").map(WebhookRoutes::form).orElse(MessageForm.JSON);
        Optional<Webhook> before = ports.settings().webhook(workspace, request.path("id"));
        if (before.isEmpty()
                && ports.settings().webhooks(workspace).size() >= AlertSettings.MAX_ENTRIES) {
            throw ProblemException.parameter(
                    "id",
                    "a workspace has at most "
                            + AlertSettings.MAX_ENTRIES
                            + " webhooks; delete one first");
        }
        List<WebhookSecret> secrets =
                before.map(Webhook::secrets).orElseGet(() -> List.of(newSecret()));
        Webhook webhook =
                ProblemException.made(
                        () ->
                                new Webhook(
                                        request.path("id"),
                                        address,
                                        form,
                                        secrets,
                                        Optional.empty(),
                                        now()));
        ports.settings().put(workspace, webhook);
        Map<String, Object> view = AlertViews.of(webhook);
        if (before.isEmpty()) {
            view.put("secret", secrets.getFirst().text());
        }
        return unkept(Response.json(before.isEmpty() ? 201 : 200, view));
    }

    private Response rotate(Request request) {
        request.acceptOnly();
        WebhookSecret secret = newSecret();
        Webhook webhook = known(request).rotated(secret, now());
        ports.settings().put(request.workspace(), webhook);
        Map<String, Object> view = AlertViews.of(webhook);
        view.put("secret", secret.text());
        return unkept(Response.json(200, view));
    }

    private Response delete(Request request) {
        request.acceptOnly();
        Webhook webhook = known(request);
        List<String> users =
                ports.settings().rules(request.workspace()).stream()
                        .filter(
                                rule ->
                                        rule.recipients()
                                                .contains(new Recipient.ToWebhook(webhook.id())))
                        .map(AlertRule::id)
                        .toList();
        if (!users.isEmpty()) {
            throw ProblemException.parameter(
                    "id",
                    "the webhook is a recipient of "
                            + String.join(", ", users)
                            + "; change these rules first");
        }
        ports.settings().deleteWebhook(request.workspace(), webhook.id());
        return Response.noContent();
    }

    /** A secret must stay in no cache. */
    private static Response unkept(Response response) {
        return response.with("cache-control", "no-store");
    }

    private Webhook known(Request request) {
        return ports.settings()
                .webhook(request.workspace(), request.path("id"))
                .orElseThrow(
                        () -> ProblemException.notFound("no webhook has this id; PUT it first"));
    }

    private static MessageForm form(String key) {
        return MessageForm.of(key)
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "form",
                                        "form must be json, slack or teams, got '"
                                                + Request.shortened(key)
                                                + "'"));
    }

    private WebhookSecret newSecret() {
        return WebhookSecret.of(HexFormat.of().parseHex(randomHex.get() + randomHex.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
