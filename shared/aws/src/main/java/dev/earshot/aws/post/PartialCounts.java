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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

    /**
     * Counts by minute of each brand, in the order of the brands; {@code from} inclusive to {@code
     * to} exclusive, ascending. The partitions of all brands are read side by side.
     */
    List<List<CountDelta>> read(
            WorkspaceId workspace, List<String> brandIds, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return brandIds.stream().map(brandId -> List.<CountDelta>of()).toList();
        }
        // A minute is in the range if its start is.
        Instant last = to.minusNanos(1);
        List<Place> places =
                Parallel.map(brandIds, brandId -> places(workspace, brandId, from, last)).stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        List<Map<Instant, WindowCounts>> read =
                Parallel.map(places, place -> minutes(workspace, place, from, last));
        var sums = new HashMap<String, NavigableMap<Instant, WindowCounts>>();
        for (int i = 0; i < places.size(); i++) {
            var ofBrand = sums.computeIfAbsent(places.get(i).brandId(), id -> new TreeMap<>());
            read.get(i)
                    .forEach((minute, counts) -> ofBrand.merge(minute, counts, WindowCounts::plus));
        }
        return brandIds.stream()
                .map(
                        brandId ->
                                sums
                                        .getOrDefault(brandId, Collections.emptyNavigableMap())
                                        .subMap(from, true, to, false)
                                        .entrySet()
                                        .stream()
                                        .filter(e -> !e.getValue().isEmpty())
                                        .map(e -> new CountDelta(brandId, e.getKey(), e.getValue()))
                                        .toList())
                .toList();
    }

    /** A partition that may hold counts of a brand. */
    private record Place(String brandId, LocalDate day, int shard) {}

    private List<Place> places(WorkspaceId workspace, String brandId, Instant from, Instant last) {
        return days.between(workspace, brandId, Keys.day(from), Keys.day(last)).stream()
                .flatMap(
                        day ->
                                IntStream.range(0, PartialCount.SHARDS)
                                        .mapToObj(shard -> new Place(brandId, day, shard)))
                .toList();
    }

    private Map<Instant, WindowCounts> minutes(
            WorkspaceId workspace, Place place, Instant from, Instant last) {
        LocalDate day = place.day();
        Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant lastHour = midnight.plus(23, ChronoUnit.HOURS);
        String low = PartialCount.hourPrefix(from.isAfter(midnight) ? from : midnight);
        String high = PartialCount.hourPrefix(last.isBefore(lastHour) ? last : lastHour);
        var sums = new TreeMap<Instant, WindowCounts>();
        List<PartialCount> partials =
                query(Keys.counts(workspace, place.brandId(), day, place.shard()), low, high + "~");
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
