package dev.earshot.queryapi.alert;

import dev.earshot.alerts.decision.AlertPreview;
import dev.earshot.alerts.decision.Told;
import dev.earshot.alerts.message.EpisodeNotices;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules, and what one would have told. Thread-safe. */
public final class RuleRoutes {
    private static final Duration USUAL_PREVIEW = Duration.ofDays(28);
    private static final Duration LONGEST_PREVIEW = Duration.ofDays(92);

    /** An answer of at most about a megabyte. */
    private static final int MAX_PREVIEWED = 1_000;

    private final AlertPorts ports;
    private final BrandStore brands;
    private final InstantSource clock;

    public RuleRoutes(AlertPorts ports, BrandStore brands, InstantSource clock) {
        this.ports = ports;
        this.brands = brands;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/alerts/rules", Access.READ, this::list),
                new Route("GET", "/v1/alerts/rules/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/alerts/rules/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/alerts/rules/{id}", Access.WRITE, this::delete),
                new Route("POST", "/v1/alerts/preview", Access.READ, this::preview));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of(
                        "rules",
                        ports.settings().rules(request.workspace()).stream()
                                .map(RuleBodies::view)
                                .toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(200, RuleBodies.view(known(request)));
    }

    private AlertRule known(Request request) {
        return ports.settings().rules(request.workspace()).stream()
                .filter(rule -> rule.id().equals(request.path("id")))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("no rule has this id; PUT it first"));
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        AlertRule rule =
                rule(
                        workspace,
                        request.path("id"),
                        JsonObject.of(request.body(Fields.MAX_BODY_BYTES)),
                        now());
        List<AlertRule> before = ports.settings().rules(workspace);
        boolean replaced = before.stream().anyMatch(each -> each.id().equals(rule.id()));
        if (!replaced && before.size() >= AlertSettings.MAX_ENTRIES) {
            throw ProblemException.parameter(
                    "id",
                    "a workspace has at most "
                            + AlertSettings.MAX_ENTRIES
                            + " rules; delete one first");
        }
        ports.settings().put(workspace, rule);
        return Response.json(replaced ? 200 : 201, RuleBodies.view(rule));
    }

    private Response delete(Request request) {
        request.acceptOnly();
        if (!ports.settings().deleteRule(request.workspace(), request.path("id"))) {
            throw ProblemException.notFound("no rule has this id");
        }
        return Response.noContent();
    }

    private AlertRule rule(WorkspaceId workspace, String id, JsonObject body, Instant since) {
        Optional<String> brand = Fields.brand(workspace, body, brands);
        AlertRule rule = ProblemException.made(() -> RuleBodies.read(id, body, brand, since));
        for (Recipient recipient : rule.recipients()) {
            if (recipient instanceof Recipient.ToWebhook(String hook)) {
                registered(workspace, hook);
            }
        }
        return rule;
    }

    private void registered(WorkspaceId workspace, String hook) {
        Optional<Webhook> webhook = ports.settings().webhook(workspace, hook);
        if (webhook.isEmpty()) {
            throw ProblemException.parameter(
                    "recipients",
                    "recipients must name registered webhooks, got 'webhook:"
                            + hook
                            + "'; PUT /v1/alerts/webhooks/"
                            + hook
                            + " first");
        }
    }

    /** Runs a rule over stored history by the class that decides live. */
    private Response preview(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(Fields.MAX_BODY_BYTES));
        body.acceptOnly(List.of("rule", "from", "to"));
        Instant to = Fields.time(body, "to").orElseGet(this::now);
        Instant from = Fields.time(body, "from").orElse(to.minus(USUAL_PREVIEW));
        if (!from.isBefore(to) || from.isBefore(to.minus(LONGEST_PREVIEW))) {
            throw ProblemException.parameter(
                    "from",
                    "from must lie before to, by at most 92 days, got " + from + " and " + to);
        }
        JsonObject given =
                body.part("rule")
                        .orElseThrow(
                                () -> ProblemException.parameter("rule", "rule must be given"));
        AlertRule rule = rule(workspace, "preview", given, from);
        List<Told> told =
                AlertPreview.run(
                        rule,
                        ports.settings().silences(workspace),
                        changes(workspace, rule, from, to),
                        to);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("from", from);
        view.put("to", to);
        view.put("count", told.size());
        view.put("alerts", told.stream().limit(MAX_PREVIEWED).map(RuleRoutes::view).toList());
        return Response.json(200, view);
    }

    private List<EpisodeChange> changes(
            WorkspaceId workspace, AlertRule rule, Instant from, Instant to) {
        Stream<String> own =
                rule.brand().isPresent()
                        ? rule.brand().stream()
                        : brands.catalogue(workspace).ids().stream();
        return Stream.concat(own, Stream.of(Episode.ALL_BRANDS))
                .flatMap(brand -> ports.history().changes(workspace, brand, from, to).stream())
                .toList();
    }

    private static Map<String, Object> view(Told told) {
        Alert alert =
                new Alert(
                        EpisodeNotices.of(told),
                        told.silence()
                                .map(
                                        silence ->
                                                new Alert.Silenced(
                                                        silence.id(),
                                                        silence.owner(),
                                                        silence.reason())));
        Map<String, Object> view = AlertViews.of(alert);
        view.put("toldAt", told.at());
        return view;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
