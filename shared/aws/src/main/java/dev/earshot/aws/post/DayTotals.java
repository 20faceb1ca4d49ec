package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.CountCodes;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts by day, for long ranges: one item for each day instead of partitions of partial counts.
 *
 * <p>Counts of a day are written beside it while it lasts, and later ones among those of the day on
 * which they are counted ({@link PartialCount}). Both kinds of partition are at rest {@value #REST}
 * days later, even if two clocks are a day wrong in opposite directions, and what never changes may
 * be summed once and kept. A sum is made by the first reader that misses it and two readers make
 * the same, so nothing has to agree and a crash loses nothing. It expires with the first count in
 * it and is then made anew.
 *
 * <p>Items, under {@code R#<ws>#<brand>}: {@code T#<day>} with the counts that lie beside the day;
 * {@code L#<day of counting>#<month>} with the late counts of the month's days, and {@code L#<day
 * of counting>#~}, written last, which says that all of these are there. Thread-safe.
 */
final class DayTotals {
    private static final int REST = 3;
    private static final String ALL = "~";

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final BrandDays days;
    private final PartialCounts partials;

    DayTotals(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            BrandDays days,
            PartialCounts partials) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.days = days;
        this.partials = partials;
    }

    /** Counts by day from {@code first} to {@code last}, both inclusive, ascending. */
    List<CountDelta> read(WorkspaceId workspace, String brandId, LocalDate first, LocalDate last) {
        LocalDate atRest = Keys.day(clock.instant()).minusDays(REST);
        var sums = new TreeMap<LocalDate, WindowCounts>();
        add(sums, own(workspace, brandId, first, last, atRest));
        add(sums, late(workspace, brandId, first, last, atRest));
        return sums.subMap(first, true, last, true).entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(
                        each ->
                                new CountDelta(
                                        brandId,
                                        each.getKey().atStartOfDay().toInstant(ZoneOffset.UTC),
                                        each.getValue()))
                .toList();
    }

    private static void add(
            NavigableMap<LocalDate, WindowCounts> sums,
            List<? extends Map<LocalDate, WindowCounts>> more) {
        more.forEach(each -> each.forEach((day, n) -> sums.merge(day, n, WindowCounts::plus)));
    }

    private List<Map<LocalDate, WindowCounts>> own(
            WorkspaceId workspace,
            String brandId,
            LocalDate first,
            LocalDate last,
            LocalDate atRest) {
        String partition = Keys.dayTotals(workspace, brandId);
        Map<String, TableItem> kept = query(partition, "T#" + first, "T#" + last);
        return Parallel.map(
                days.between(workspace, brandId, first, last),
                day -> {
                    TableItem item = kept.get("T#" + day);
                    if (item != null) {
                        return item.find("c")
                                .map(text -> Map.of(day, CountCodes.read(text.s())))
                                .orElse(Map.of());
                    }
                    PartialCounts.Days read =
                            partials.days(
                                    IntStream.range(0, PartialCount.SHARDS)
                                            .mapToObj(
                                                    shard ->
                                                            Keys.counts(
                                                                    workspace, brandId, day, shard))
                                            .toList(),
                                    day);
                    if (!day.isAfter(atRest)) {
                        keepOwn(partition, day, read);
                    }
                    return read.counts();
                });
    }

    private void keepOwn(String partition, LocalDate day, PartialCounts.Days read) {
        TableItem item = TableItem.at(partition, "T#" + day);
        WindowCounts counts = read.counts().getOrDefault(day, WindowCounts.NONE);
        if (!counts.counts().isEmpty()) {
            item.with("c", CountCodes.write(counts));
        }
        keep(List.of(item.with(Keys.EXPIRES_AT, expiry(read))));
    }

    private List<Map<LocalDate, WindowCounts>> late(
            WorkspaceId workspace,
            String brandId,
            LocalDate first,
            LocalDate last,
            LocalDate atRest) {
        String partition = Keys.dayTotals(workspace, brandId);
        Map<LocalDate, List<TableItem>> kept = new HashMap<>();
        query(partition, "L#" + first, "L#~")
                .forEach(
                        (key, item) ->
                                kept.computeIfAbsent(
                                                LocalDate.parse(key.split("#", -1)[1]),
                                                day -> new ArrayList<>())
                                        .add(item));
        return Parallel.map(
                days.lateFrom(workspace, brandId, first),
                counted -> {
                    List<TableItem> items = kept.getOrDefault(counted, List.of());
                    if (items.stream().anyMatch(item -> item.need(Keys.SK).endsWith(ALL))) {
                        return sums(items);
                    }
                    List<String> shards =
                            IntStream.range(0, PartialCount.LATE_SHARDS)
                                    .mapToObj(
                                            shard ->
                                                    Keys.lateCounts(
                                                            workspace, brandId, counted, shard))
                                    .toList();
                    if (counted.isAfter(atRest)) {
                        // Not kept, so the days that are asked for are enough; their names lead.
                        return partials.days(shards, counted, first.toString(), last + "~")
                                .counts();
                    }
                    PartialCounts.Days read = partials.days(shards, counted);
                    keepLate(partition, counted, read);
                    return read.counts();
                });
    }

    private static Map<LocalDate, WindowCounts> sums(List<TableItem> items) {
        var sums = new HashMap<LocalDate, WindowCounts>();
        for (TableItem item : items) {
            item.find("d")
                    .map(AttributeValue::m)
                    .orElse(Map.of())
                    .forEach(
                            (day, text) ->
                                    sums.put(LocalDate.parse(day), CountCodes.read(text.s())));
        }
        return sums;
    }

    private void keepLate(String partition, LocalDate counted, PartialCounts.Days read) {
        var months = new TreeMap<YearMonth, Map<String, AttributeValue>>();
        read.counts()
                .forEach(
                        (day, counts) -> {
                            if (!counts.counts().isEmpty()) {
                                months.computeIfAbsent(YearMonth.from(day), m -> new TreeMap<>())
                                        .put(
                                                day.toString(),
                                                TableItem.text(CountCodes.write(counts)));
                            }
                        });
        var items = new ArrayList<TableItem>();
        months.forEach(
                (month, byDay) ->
                        items.add(
                                TableItem.at(partition, "L#" + counted + "#" + month)
                                        .with("d", AttributeValue.fromM(byDay))
                                        .with(Keys.EXPIRES_AT, expiry(read))));
        items.add(
                TableItem.at(partition, "L#" + counted + "#" + ALL)
                        .with(Keys.EXPIRES_AT, expiry(read)));
        keep(items);
    }

    private long expiry(PartialCounts.Days read) {
        return Math.min(read.expiresAt(), retention.dayExpiry(clock.instant()));
    }

    /** In this order. A failure is ignored: the next reader makes the sum again. */
    private void keep(List<TableItem> items) {
        try {
            for (TableItem item : items) {
                Failures.in(
                        "keep a day's total",
                        () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
            }
        } catch (StoreException e) {
            return;
        }
    }

    /** By sort key; what has expired is left out. */
    private Map<String, TableItem> query(String partition, String low, String high) {
        long now = clock.instant().getEpochSecond();
        return Failures.in(
                "read day totals",
                () -> {
                    var items = new HashMap<String, TableItem>();
                    client.queryPaginator(
                                    query ->
                                            query.tableName(table)
                                                    .consistentRead(true)
                                                    .keyConditionExpression(
                                                            "PK = :pk AND SK BETWEEN :low AND"
                                                                    + " :high")
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":pk",
                                                                    TableItem.text(partition),
                                                                    ":low",
                                                                    TableItem.text(low),
                                                                    ":high",
                                                                    TableItem.text(high))))
                            .items()
                            .forEach(
                                    each -> {
                                        TableItem item = TableItem.of(each);
                                        if (!item.expired(now)) {
                                            items.put(item.need(Keys.SK), item);
                                        }
                                    });
                    return Collections.unmodifiableMap(items);
                });
    }
}
