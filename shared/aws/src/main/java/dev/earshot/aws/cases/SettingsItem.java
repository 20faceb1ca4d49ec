package dev.earshot.aws.cases;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.Priority;
import dev.earshot.engagement.cases.Targets;
import dev.earshot.engagement.cases.Team;
import dev.earshot.engagement.hours.ServiceHours;
import dev.earshot.engagement.hours.Shift;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A workspace's case settings under {@code GS#<ws>}: {@code zn} zone, {@code wk} and {@code dt}
 * shifts by day and by date, {@code fr} and {@code rs} seconds by priority, {@code tm} the teams,
 * {@code re} recipients. Stateless.
 */
final class SettingsItem {
    private SettingsItem() {}

    static TableItem write(WorkspaceId workspace, CaseSettings settings) {
        var week = new HashMap<String, AttributeValue>();
        settings.hours()
                .week()
                .forEach((day, shifts) -> week.put(ServiceHours.name(day), shifts(shifts)));
        var dates = new HashMap<String, AttributeValue>();
        settings.hours()
                .dates()
                .forEach((date, shifts) -> dates.put(date.toString(), shifts(shifts)));
        return TableItem.at(Keys.caseSettings(workspace), Keys.ONLY)
                .with("zn", settings.hours().zone().getId())
                .with("wk", AttributeValue.fromM(week))
                .with("dt", AttributeValue.fromM(dates))
                .with("fr", durations(settings.targets().firstResponse()))
                .with("rs", durations(settings.targets().resolution()))
                .with(
                        "tm",
                        AttributeValue.fromL(
                                settings.teams().stream().map(SettingsItem::team).toList()))
                .with("re", settings.recipients());
    }

    static CaseSettings read(TableItem item) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        map(item, "wk")
                .forEach(
                        (day, shifts) ->
                                week.put(
                                        DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                                        shifts(shifts)));
        var dates = new HashMap<LocalDate, List<Shift>>();
        map(item, "dt").forEach((date, shifts) -> dates.put(LocalDate.parse(date), shifts(shifts)));
        return new CaseSettings(
                new ServiceHours(ZoneId.of(item.need("zn")), week, dates),
                new Targets(durations(item, "fr"), durations(item, "rs")),
                item.find("tm").map(AttributeValue::l).orElse(List.of()).stream()
                        .map(SettingsItem::team)
                        .toList(),
                item.texts("re"));
    }

    private static Map<String, AttributeValue> map(TableItem item, String name) {
        return item.find(name).map(AttributeValue::m).orElse(Map.of());
    }

    private static AttributeValue shifts(List<Shift> shifts) {
        return texts(shifts.stream().map(Shift::toString).toList());
    }

    private static List<Shift> shifts(AttributeValue texts) {
        return texts.l().stream().map(AttributeValue::s).map(Shift::parse).toList();
    }

    private static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(TableItem::text).toList());
    }

    private static AttributeValue durations(Map<Priority.Level, Duration> targets) {
        var seconds = new HashMap<String, AttributeValue>();
        targets.forEach(
                (level, time) -> seconds.put(level.key(), TableItem.number(time.toSeconds())));
        return AttributeValue.fromM(seconds);
    }

    private static Map<Priority.Level, Duration> durations(TableItem item, String name) {
        var targets = new EnumMap<Priority.Level, Duration>(Priority.Level.class);
        map(item, name)
                .forEach(
                        (level, seconds) ->
                                targets.put(
                                        Priority.Level.valueOf(level.toUpperCase(Locale.ROOT)),
                                        Duration.ofSeconds(Long.parseLong(seconds.n()))));
        return targets;
    }

    private static AttributeValue team(Team team) {
        return AttributeValue.fromM(
                Map.of(
                        "id", TableItem.text(team.id()),
                        "nm", TableItem.text(team.name()),
                        "br", texts(team.brands()),
                        "pf", texts(team.platforms().stream().map(Platform::key).toList()),
                        "lg", texts(team.languages()),
                        "kd", texts(team.kinds().stream().map(CaseKind::key).toList())));
    }

    private static Team team(AttributeValue value) {
        TableItem fields = TableItem.of(value.m());
        return new Team(
                fields.need("id"),
                fields.need("nm"),
                fields.texts("br"),
                all(fields.texts("pf"), key -> Platform.of(key).orElseThrow()),
                fields.texts("lg"),
                all(fields.texts("kd"), key -> CaseKind.of(key).orElseThrow()));
    }

    private static <T> List<T> all(List<String> keys, Function<String, T> read) {
        var values = new ArrayList<T>();
        keys.forEach(key -> values.add(read.apply(key)));
        return values;
    }
}
