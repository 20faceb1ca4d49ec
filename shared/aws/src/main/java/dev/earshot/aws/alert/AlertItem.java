package dev.earshot.aws.alert;

import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alert as an item: {@code ty} type, {@code su} subject, {@code v} version, {@code at}, {@code
 * b} brand, {@code ti} title, {@code sm} summary, {@code f} the facts, each {@code name}, a line
 * break and its value, {@code si} the silence's id, {@code so} its owner and {@code sr} its reason.
 * Stateless.
 */
final class AlertItem {
    private AlertItem() {}

    static TableItem write(Alert alert) {
        Notice notice = alert.notice();
        TableItem item =
                TableItem.at(Keys.alerts(notice.workspace()), notice.id())
                        .with("ty", notice.type())
                        .with("su", notice.subject())
                        .with("v", notice.version())
                        .with("at", NumberText.instant(notice.at()))
                        .with("ti", notice.title())
                        .with("sm", notice.summary())
                        .with(
                                "f",
                                notice.facts().entrySet().stream()
                                        .map(fact -> fact.getKey() + "\n" + fact.getValue())
                                        .toList());
        notice.brand().ifPresent(brand -> item.with("b", brand));
        alert.silence()
                .ifPresent(
                        silence ->
                                item.with("si", silence.id())
                                        .with("so", silence.owner())
                                        .with("sr", silence.reason()));
        return item;
    }

    static Alert read(WorkspaceId workspace, TableItem item) {
        return new Alert(
                new Notice(
                        workspace,
                        item.need("ty"),
                        item.need("su"),
                        item.number("v", 0),
                        NumberText.instant(item.need("at")),
                        text(item, "b"),
                        item.need("ti"),
                        item.need("sm"),
                        facts(item.texts("f"))),
                text(item, "si")
                        .map(id -> new Alert.Silenced(id, item.need("so"), item.need("sr"))));
    }

    private static Map<String, String> facts(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : lines) {
            int end = line.indexOf('\n');
            facts.put(line.substring(0, end), line.substring(end + 1));
        }
        return facts;
    }

    private static Optional<String> text(TableItem item, String name) {
        return item.has(name) ? Optional.of(item.need(name)) : Optional.empty();
    }
}
