package dev.earshot.aws.alert;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery as an item: {@code r} recipient, {@code tm} team, {@code st} state, {@code n}
 * attempts, {@code du} milliseconds at which the next is due, {@code lg} the log, each line {@code
 * <time> <milliseconds> <words>}, {@code lt} and {@code lu} the lease's token and end in
 * milliseconds. Stateless.
 */
final class DeliveryItem {
    static final String DUE = "du";
    static final String LEASE = "lt";
    static final String LEASE_END = "lu";

    private DeliveryItem() {}

    static TableItem write(Delivery delivery) {
        TableItem item =
                TableItem.at(
                                Keys.deliveries(delivery.workspace(), delivery.alert()),
                                delivery.key())
                        .with("r", delivery.recipient().key())
                        .with("st", delivery.state().name())
                        .with("n", delivery.attempts())
                        .with(
                                "lg",
                                delivery.log().stream()
                                        .map(
                                                each ->
                                                        each.at()
                                                                + " "
                                                                + each.took().toMillis()
                                                                + " "
                                                                + each.words())
                                        .toList());
        delivery.team().ifPresent(team -> item.with("tm", team));
        delivery.due().ifPresent(due -> item.with(DUE, due.toEpochMilli()));
        return item;
    }

    static Delivery read(WorkspaceId workspace, String alert, TableItem item) {
        return new Delivery(
                workspace,
                alert,
                Recipient.of(item.need("r")),
                item.has("tm") ? Optional.of(item.need("tm")) : Optional.empty(),
                Delivery.State.valueOf(item.need("st")),
                (int) item.number("n", 0),
                item.has(DUE)
                        ? Optional.of(Instant.ofEpochMilli(item.number(DUE, 0)))
                        : Optional.empty(),
                log(item.texts("lg")));
    }

    private static List<Delivery.Attempt> log(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 3))
                .map(
                        parts ->
                                new Delivery.Attempt(
                                        Instant.parse(parts[0]),
                                        Duration.ofMillis(Long.parseLong(parts[1])),
                                        parts[2]))
                .toList();
    }
}
