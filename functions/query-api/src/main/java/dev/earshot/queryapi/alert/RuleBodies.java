package dev.earshot.queryapi.alert;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.trends.episode.TrendKind;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules in JSON, both ways. Stateless. */
final class RuleBodies {
    private static final List<String> NAMES =
            List.of(
                    "brand",
                    "kinds",
                    "threshold",
                    "quietHours",
                    "again",
                    "tellEnd",
                    "recipients",
                    "team");

    private RuleBodies() {}

    /**
     * Reads a rule.
     *
     * @param brand checked already
     */
    static AlertRule read(String id, JsonObject body, Optional<String> brand, Instant since) {
        body.acceptOnly(NAMES);
        return new AlertRule(
                id,
                brand,
                Fields.kinds(body),
                Threshold.parse(body.text("threshold").orElse("any rise")),
                body.part("quietHours").map(RuleBodies::quietHours),
                body.part("again").map(RuleBodies::again).orElse(Again.IF_DOUBLED),
                body.flag("tellEnd").orElse(true),
                body.texts("recipients").stream().map(Recipient::of).toList(),
                body.text("team"),
                since);
    }

    private static QuietHours quietHours(JsonObject body) {
        body.acceptOnly(List.of("zone", "windows"));
        return new QuietHours(
                QuietHours.zone(body.requiredText("zone")),
                body.parts("windows").stream().map(RuleBodies::window).toList());
    }

    private static QuietHours.Window window(JsonObject body) {
        body.acceptOnly(List.of("days", "from", "to"));
        Set<DayOfWeek> days =
                body.texts("days").stream().map(RuleBodies::day).collect(Collectors.toSet());
        return new QuietHours.Window(
                days,
                QuietHours.time("from", body.requiredText("from")),
                QuietHours.time("to", body.requiredText("to")));
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "days",
                                        "days must be monday to sunday, got '"
                                                + Request.shortened(text)
                                                + "'"));
    }

    private static Again again(JsonObject body) {
        body.acceptOnly(List.of("ifDoubled", "afterHours"));
        return new Again(
                body.flag("ifDoubled").orElse(true),
                body.whole("afterHours").map(RuleBodies::hours));
    }

    private static Duration hours(long hours) {
        if (hours < 1 || hours > 168) {
            throw ProblemException.parameter(
                    "again.afterHours", "again.afterHours must be 1 to 168, got " + hours);
        }
        return Duration.ofHours(hours);
    }

    /** What {@link #read} reads, with id, threshold in words and the time it is in force from. */
    static Map<String, Object> view(AlertRule rule) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", rule.id());
        rule.brand().ifPresent(brand -> view.put("brand", brand));
        view.put("kinds", kinds(rule.kinds()));
        view.put("threshold", rule.threshold().words());
        rule.quietHours().ifPresent(quiet -> view.put("quietHours", view(quiet)));
        Map<String, Object> again = new LinkedHashMap<>();
        again.put("ifDoubled", rule.again().doubled());
        rule.again().after().ifPresent(after -> again.put("afterHours", after.toHours()));
        view.put("again", again);
        view.put("tellEnd", rule.resolved());
        view.put("recipients", rule.recipients().stream().map(Recipient::key).toList());
        rule.team().ifPresent(team -> view.put("team", team));
        view.put("since", rule.since());
        return view;
    }

    static List<String> kinds(Set<TrendKind> kinds) {
        return kinds.stream().sorted().map(TrendKind::key).toList();
    }

    private static Map<String, Object> view(QuietHours quiet) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("zone", quiet.zone().getId());
        view.put("windows", quiet.windows().stream().map(RuleBodies::view).toList());
        return view;
    }

    private static Map<String, Object> view(QuietHours.Window window) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "days",
                window.days().stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList());
        view.put("from", window.from().toString());
        view.put("to", window.to().toString());
        return view;
    }
}
