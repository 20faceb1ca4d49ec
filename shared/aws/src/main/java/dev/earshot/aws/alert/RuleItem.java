package dev.earshot.aws.alert;

import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.QuietHours;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.TrendKind;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules and silences as items: {@code b} brand, {@code k} kinds, {@code th} threshold in words,
 * {@code qz} and {@code qw} zone and windows ({@code <days as digits, 1 is Monday> <from> <to>}),
 * {@code ad} and {@code ah} again if doubled and after hours, {@code re} tells the end, {@code r}
 * recipients, {@code tm} team, {@code si} since; {@code ep} episode, {@code ow} owner, {@code rs}
 * reason, {@code fr} and {@code un} from and until. Stateless.
 */
final class RuleItem {
    private RuleItem() {}

    static TableItem write(WorkspaceId workspace, AlertRule rule) {
        TableItem item =
                TableItem.at(Keys.alertRules(workspace), rule.id())
                        .with("k", keys(rule.kinds()))
                        .with("th", rule.threshold().words())
                        .with("ad", rule.again().doubled() ? 1 : 0)
                        .with("ah", rule.again().after().map(Duration::toHours).orElse(0L))
                        .with("re", rule.resolved() ? 1 : 0)
                        .with("r", rule.recipients().stream().map(Recipient::key).toList())
                        .with("si", NumberText.instant(rule.since()));
        rule.brand().ifPresent(brand -> item.with("b", brand));
        rule.team().ifPresent(team -> item.with("tm", team));
        rule.quietHours()
                .ifPresent(
                        quiet ->
                                item.with("qz", quiet.zone().getId())
                                        .with(
                                                "qw",
                                                quiet.windows().stream()
                                                        .map(RuleItem::window)
                                                        .toList()));
        return item;
    }

    static AlertRule rule(TableItem item) {
        long hours = item.number("ah", 0);
        return new AlertRule(
                item.need(Keys.SK),
                text(item, "b"),
                kinds(item.texts("k")),
                Threshold.parse(item.need("th")),
                text(item, "qz")
                        .map(
                                zone ->
                                        new QuietHours(
                                                ZoneId.of(zone),
                                                item.texts("qw").stream()
                                                        .map(RuleItem::window)
                                                        .toList())),
                new Again(
                        item.number("ad", 0) == 1,
                        hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours))),
                item.number("re", 0) == 1,
                item.texts("r").stream().map(Recipient::of).toList(),
                text(item, "tm"),
                NumberText.instant(item.need("si")));
    }

    static TableItem write(WorkspaceId workspace, Silence silence) {
        TableItem item =
                TableItem.at(Keys.silences(workspace), silence.id())
                        .with("k", keys(silence.kinds()))
                        .with("ow", silence.owner())
                        .with("rs", silence.reason())
                        .with("fr", NumberText.instant(silence.from()))
                        .with("un", NumberText.instant(silence.until()));
        silence.brand().ifPresent(brand -> item.with("b", brand));
        silence.episode().ifPresent(episode -> item.with("ep", episode));
        return item;
    }

    static Silence silence(TableItem item) {
        return new Silence(
                item.need(Keys.SK),
                text(item, "b"),
                kinds(item.texts("k")),
                text(item, "ep"),
                item.need("ow"),
                item.need("rs"),
                NumberText.instant(item.need("fr")),
                NumberText.instant(item.need("un")));
    }

    private static String window(QuietHours.Window window) {
        String days =
                window.days().stream()
                        .sorted()
                        .map(day -> String.valueOf(day.getValue()))
                        .collect(Collectors.joining());
        return days + " " + window.from() + " " + window.to();
    }

    private static QuietHours.Window window(String text) {
        String[] parts = text.split(" ", 3);
        return new QuietHours.Window(
                parts[0].chars()
                        .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                        .collect(Collectors.toSet()),
                LocalTime.parse(parts[1]),
                LocalTime.parse(parts[2]));
    }

    private static List<String> keys(Set<TrendKind> kinds) {
        return kinds.stream().sorted().map(TrendKind::key).toList();
    }

    private static Set<TrendKind> kinds(List<String> keys) {
        return keys.stream().flatMap(key -> TrendKind.of(key).stream()).collect(Collectors.toSet());
    }

    private static Optional<String> text(TableItem item, String name) {
        return item.has(name) ? Optional.of(item.need(name)) : Optional.empty();
    }
}
