package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.Parallel;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads partial counts and adds them up. Thread-safe. */
final class PartialCounts {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final BrandDays days;

    PartialCounts(DynamoDbClient client, String table, InstantSource clock, BrandDays days) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.days = days;
    }

    /** Counts by minute, {@code from} inclusive to {@code to} exclusive, ascending. */
    List<CountDelta> read(WorkspaceId workspace, String brandId, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        // A minute is in the range if its start is.
        Instant last = to.minusNanos(1);
        record Place(LocalDate day, int shard) {}
        List<Place> places =
                days.between(workspace, brandId, Keys.day(from), Keys.day(last)).stream()
                        .flatMap(
                                day ->
                                        IntStream.range(0, PartialCount.SHARDS)
                                                .mapToObj(shard -> new Place(day, shard)))
                        .toList();
        var sums = new TreeMap<Instant, WindowCounts>();
        Parallel.map(
                        places,
                        place ->
                                minutes(workspace, brandId, place.day(), place.shard(), from, last))
                .forEach(map -> map.forEach((m, c) -> sums.merge(m, c, WindowCounts::plus)));
        return sums.entrySet().stream()
                .filter(e -> !e.getKey().isBefore(from) && e.getKey().isBefore(to))
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new CountDelta(brandId, e.getKey(), e.getValue()))
                .toList();
    }

    private Map<Instant, WindowCounts> minutes(
            WorkspaceId workspace,
            String brandId,
            LocalDate day,
            int shard,
            Instant from,
            Instant last) {
        Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant lastHour = midnight.plus(23, ChronoUnit.HOURS);
        String low = PartialCount.hourPrefix(from.isAfter(midnight) ? from : midnight);
        String high = PartialCount.hourPrefix(last.isBefore(lastHour) ? last : lastHour);
        var sums = new TreeMap<Instant, WindowCounts>();
        List<PartialCount> partials =
                query(Keys.counts(workspace, brandId, day, shard), low, high + "~");
        for (PartialCount partial : current(partials)) {
            partial.minutes()
                    .forEach(
                            (minute, counts) ->
                                    sums.merge(
                                            partial.minute(day, minute),
                                            counts,
                                            WindowCounts::plus));
        }
        return sums;
    }

    /**
     * Leaves out partials that a compacted count has replaced but that are not yet deleted. A
     * compacted count appears as one item, so whether a reader sees it or not, each partial is
     * counted once.
     */
    static List<PartialCount> current(List<PartialCount> partials) {
        var replaced = new HashSet<String>();
        partials.forEach(partial -> replaced.addAll(partial.replaced()));
        return partials.stream().filter(p -> !replaced.contains(p.sortKey())).toList();
    }

    /** All counts of a partition between two sort keys that have not expired. */
    List<PartialCount> query(String partition, String low, String high) {
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :low AND :high")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", TableItem.text(partition),
                                        ":low", TableItem.text(low),
                                        ":high", TableItem.text(high)))
                        .build();
        long now = clock.instant().getEpochSecond();
        return Failures.in(
                "read counts",
                () -> {
                    var partials = new ArrayList<PartialCount>();
                    client.queryPaginator(request)
                            .items()
                            .forEach(
                                    attributes -> {
                                        TableItem item = TableItem.of(attributes);
                                        if (!item.expired(now) && PartialCount.isCount(item)) {
                                            partials.add(PartialCount.read(item));
                                        }
                                    });
                    return partials;
                });
    }
}
