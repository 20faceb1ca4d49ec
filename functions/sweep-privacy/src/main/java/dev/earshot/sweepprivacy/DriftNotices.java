package dev.earshot.sweepprivacy;

import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.WorkspaceId;
import dev.earshot.usecase.drift.Drift;
import dev.earshot.usecase.drift.WatchDrift;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a workspace once a month which shares of labels have moved: one alert for all of them, to
 * whoever is told of every brand, kept in the list of alerts where nobody is. Equal findings are
 * one alert however often they are told. Thread-safe.
 */
final class DriftNotices {
    private static final int MOST_FACTS = Notice.MAX_FACTS - 1;

    private final WatchDrift watch;
    private final AlertSettings settings;
    private final Alerts alerts;

    DriftNotices(WatchDrift watch, AlertSettings settings, Alerts alerts) {
        this.watch = watch;
        this.settings = settings;
        this.alerts = alerts;
    }

    /** How many shares had moved when a month began. */
    int tell(WorkspaceId workspace, YearMonth month) {
        WatchDrift.Report report = watch.until(workspace, month);
        if (!report.moved().isEmpty()) {
            alerts.submit(notice(workspace, month, report), recipients(workspace));
        }
        return report.moved().size();
    }

    private List<Alerts.Route> recipients(WorkspaceId workspace) {
        return settings.rules(workspace).stream()
                .filter(rule -> rule.brand().isEmpty())
                .map(AlertRule::recipients)
                .flatMap(List::stream)
                .distinct()
                .map(recipient -> new Alerts.Route(recipient, Optional.empty()))
                .toList();
    }

    static Notice notice(WorkspaceId workspace, YearMonth month, WatchDrift.Report report) {
        Map<String, String> facts = new LinkedHashMap<>();
        report.moved().stream()
                .limit(MOST_FACTS)
                .forEach(drift -> facts.put(name(drift), figures(drift)));
        if (!report.models().isEmpty()) {
            facts.put(
                    "read by",
                    report.models().size() < 8
                            ? String.join(", ", report.models())
                            : report.models().size() + " models");
        }
        return new Notice(
                workspace,
                "drift.found",
                "drift-" + month,
                1,
                report.until(),
                Optional.empty(),
                "Shares of labels have moved",
                summary(report),
                facts);
    }

    private static String summary(WatchDrift.Report report) {
        Drift first = report.moved().getFirst();
        return String.format(
                Locale.ROOT,
                "Of posts in '%s', %.0f %% were %s in the last four weeks, %.0f %% in the weeks before"
                        + "%s. %s Correct some verdicts of that language (feedback) to see which it"
                        + " is.",
                first.language(),
                100 * first.now(),
                first.label().key(),
                100 * first.before(),
                others(report.moved().size() - 1),
                report.models().size() > 1
                        ? "The text model changed in between, which may be why; or people feel"
                                + " otherwise."
                        : "Either people feel otherwise, or they write in a way that the model reads"
                                + " otherwise.");
    }

    private static String others(int number) {
        return switch (number) {
            case 0 -> "";
            case 1 -> "; another share moved too";
            default -> "; " + number + " other shares moved too";
        };
    }

    private static String name(Drift drift) {
        return drift.language() + " " + drift.label().key();
    }

    private static String figures(Drift drift) {
        return String.format(
                Locale.ROOT,
                "%.1f %% -> %.1f %% of %,d posts (%,d before)",
                100 * drift.before(),
                100 * drift.now(),
                drift.postsNow(),
                drift.postsBefore());
    }
}
