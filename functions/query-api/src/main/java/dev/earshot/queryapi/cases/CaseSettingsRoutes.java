package dev.earshot.queryapi.cases;

import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.cases.Priority;
import dev.earshot.engagement.cases.Targets;
import dev.earshot.engagement.cases.Team;
import dev.earshot.engagement.hours.ServiceHours;
import dev.earshot.engagement.hours.Shift;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Choices;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a workspace works on its cases: hours, targets, teams, and who is told. Thread-safe. */
public final class CaseSettingsRoutes {
    private static final int MAX_BODY_BYTES = 1 << 17;
    private static final String PATH = "/v1/settings/cases";

    private final CaseStore store;
    private final AlertSettings alerts;

    public CaseSettingsRoutes(CaseStore store, AlertSettings alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", PATH, Access.READ, this::get),
                new Route("PUT", PATH, Access.WRITE, this::put));
    }

    /** The settings as the API shows and takes them. */
    record View(
            String zone,
            Map<String, List<String>> week,
            Map<String, List<String>> dates,
            Map<String, String> firstResponse,
            Map<String, String> resolution,
            List<Team> teams,
            List<String> recipients) {
        static View of(CaseSettings settings) {
            Map<String, List<String>> week = new LinkedHashMap<>();
            settings.hours()
                    .week()
                    .forEach((day, shifts) -> week.put(ServiceHours.name(day), texts(shifts)));
            Map<String, List<String>> dates = new LinkedHashMap<>();
            settings.hours()
                    .dates()
                    .forEach((date, shifts) -> dates.put(date.toString(), texts(shifts)));
            return new View(
                    settings.hours().zone().getId(),
                    week,
                    dates,
                    durations(settings.targets().firstResponse()),
                    durations(settings.targets().resolution()),
                    settings.teams(),
                    settings.recipients());
        }

        private static List<String> texts(List<Shift> shifts) {
            return shifts.stream().map(Shift::toString).toList();
        }

        private static Map<String, String> durations(Map<Priority.Level, Duration> targets) {
            Map<String, String> shown = new LinkedHashMap<>();
            targets.forEach((level, time) -> shown.put(level.key(), time.toString()));
            return shown;
        }
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(
                200, View.of(store.settings(request.workspace()).orElse(CaseSettings.STANDARD)));
    }

    private Response put(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(
                List.of(
                        "zone",
                        "week",
                        "dates",
                        "firstResponse",
                        "resolution",
                        "teams",
                        "recipients"));
        CaseSettings settings = ProblemException.made(() -> settings(body));
        registered(request.workspace(), settings.recipients());
        store.put(request.workspace(), settings);
        return Response.json(200, View.of(settings));
    }

    private static CaseSettings settings(JsonObject body) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        body.object("week")
                .forEach(
                        (name, shifts) ->
                                week.put(
                                        Choices.of(
                                                "week",
                                                name,
                                                DayOfWeek.values(),
                                                ServiceHours::name),
                                        shifts("week." + name, shifts)));
        Map<LocalDate, List<Shift>> dates = new LinkedHashMap<>();
        body.object("dates")
                .forEach((name, shifts) -> dates.put(date(name), shifts("dates." + name, shifts)));
        ServiceHours hours =
                week.isEmpty() && dates.isEmpty() && body.text("zone").isEmpty()
                        ? ServiceHours.ALWAYS
                        : new ServiceHours(
                                ServiceHours.zone(body.requiredText("zone")), week, dates);
        return new CaseSettings(
                hours,
                new Targets(
                        durations(body, "firstResponse", Targets.STANDARD.firstResponse()),
                        durations(body, "resolution", Targets.STANDARD.resolution())),
                teams(body.any("teams")),
                body.texts("recipients"));
    }

    private void registered(WorkspaceId workspace, List<String> recipients) {
        for (String key : recipients) {
            Recipient recipient;
            try {
                recipient = Recipient.of(key);
            } catch (FieldException e) {
                throw ProblemException.parameter("recipients", "recipients " + e.reason());
            }
            if (recipient instanceof Recipient.ToWebhook(String hook)
                    && alerts.webhook(workspace, hook).isEmpty()) {
                throw ProblemException.parameter(
                        "recipients",
                        "recipients must name registered webhooks, got '"
                                + key
                                + "'; PUT /v1/alerts/webhooks/"
                                + hook
                                + " first");
            }
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    "dates",
                    "dates must be such as 2026-12-25, got '" + Request.shortened(text) + "'");
        }
    }

    private static List<Shift> shifts(String field, @Nullable Object value) {
        return texts(field, value).stream()
                .map(
                        text -> {
                            try {
                                return Shift.parse(text);
                            } catch (FieldException e) {
                                throw ProblemException.parameter(field, field + " " + e.reason());
                            }
                        })
                .toList();
    }

    private static List<String> texts(String field, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)
                || !items.stream().allMatch(String.class::isInstance)) {
            throw ProblemException.parameter(field, field + " must be a list of texts");
        }
        return items.stream().map(String.class::cast).toList();
    }

    /** Targets of some levels; the others keep the standard ones. */
    private static Map<Priority.Level, Duration> durations(
            JsonObject body, String field, Map<Priority.Level, Duration> standard) {
        Map<Priority.Level, Duration> targets = new EnumMap<>(standard);
        body.object(field)
                .forEach(
                        (name, value) ->
                                targets.put(
                                        Choices.of(
                                                field,
                                                name,
                                                Priority.Level.values(),
                                                Priority.Level::key),
                                        duration(field + "." + name, value)));
        return targets;
    }

    private static Duration duration(String field, @Nullable Object value) {
        try {
            return Duration.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    field,
                    field
                            + " must be an ISO-8601 duration of working time such as PT4H, got '"
                            + Request.shortened(String.valueOf(value))
                            + "'");
        }
    }

    private static List<Team> teams(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw ProblemException.parameter("teams", "teams must be a list");
        }
        List<Team> teams = new ArrayList<>();
        for (Object item : items) {
            JsonObject team = JsonObject.of("teams[" + teams.size() + "]", item);
            team.acceptOnly(List.of("id", "name", "brands", "platforms", "languages", "kinds"));
            teams.add(
                    new Team(
                            team.requiredText("id"),
                            team.text("name").orElse(team.requiredText("id")),
                            team.texts("brands"),
                            team.texts("platforms").stream()
                                    .map(
                                            text ->
                                                    Choices.of(
                                                            "platforms",
                                                            text,
                                                            Platform.values(),
                                                            Platform::key))
                                    .toList(),
                            team.texts("languages"),
                            team.texts("kinds").stream()
                                    .map(
                                            text ->
                                                    Choices.of(
                                                            "kinds",
                                                            text,
                                                            CaseKind.values(),
                                                            CaseKind::key))
                                    .toList()));
        }
        return teams;
    }
}
