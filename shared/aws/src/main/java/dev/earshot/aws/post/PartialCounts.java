package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.CountSum;
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
        List<Map<Instant, WindowCounts>> read = Parallel.map(places, this::minutes);
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

    /** A partition that may hold counts of a brand, and between which sort keys. */
    private record Place(
            String brandId, String partition, LocalDate day, String low, String high) {}

    private List<Place> places(WorkspaceId workspace, String brandId, Instant from, Instant last) {
        var places = new ArrayList<Place>();
        for (LocalDate day : days.between(workspace, brandId, Keys.day(from), Keys.day(last))) {
            Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant lastHour = midnight.plus(23, ChronoUnit.HOURS);
            String low = PartialCount.hourPrefix(from.isAfter(midnight) ? from : midnight);
            String high = PartialCount.hourPrefix(last.isBefore(lastHour) ? last : lastHour);
            for (int shard = 0; shard < PartialCount.SHARDS; shard++) {
                String partition = Keys.counts(workspace, brandId, day, shard);
                places.add(new Place(brandId, partition, day, low, high + "~"));
            }
        }
        // A post is late on a later day than its own at the earliest.
        for (LocalDate counted : days.lateFrom(workspace, brandId, Keys.day(from))) {
            String low = PartialCount.lateHourPrefix(from);
            String high = PartialCount.lateHourPrefix(last) + "~";
            for (int shard = 0; shard < PartialCount.LATE_SHARDS; shard++) {
                String partition = Keys.lateCounts(workspace, brandId, counted, shard);
                places.add(new Place(brandId, partition, counted, low, high));
            }
        }
        return places;
    }

    private Map<Instant, WindowCounts> minutes(Place place) {
        var sums = new HashMap<Instant, CountSum>();
        for (PartialCount partial : current(query(place.partition(), place.low(), place.high()))) {
            partial.minutes()
                    .forEach(
                            (minute, counts) ->
                                    sums.computeIfAbsent(
                                                    partial.minute(place.day(), minute),
                                                    ofMinute -> new CountSum())
                                            .add(counts));
        }
        return CountSum.counts(sums);
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

    /** The counts of whole partitions by the posts' days, and when the first of them expires. */
    record Days(Map<LocalDate, WindowCounts> counts, long expiresAt) {}

    /**
     * Adds up whole partitions.
     *
     * @param day the day in the partitions' names
     */
    Days days(List<String> partitions, LocalDate day) {
        return days(partitions, day, "0", "~");
    }

    /** Adds up what partitions hold between two sort keys. */
    Days days(List<String> partitions, LocalDate day, String low, String high) {
        var sums = new HashMap<LocalDate, CountSum>();
        long expiresAt = Long.MAX_VALUE;
        for (List<PartialCount> each :
                Parallel.map(partitions, name -> current(query(name, low, high)))) {
            for (PartialCount partial : each) {
                expiresAt = Math.min(expiresAt, partial.expiresAt());
                CountSum sum = sums.computeIfAbsent(partial.day(day), ofDay -> new CountSum());
                partial.minutes().values().forEach(sum::add);
            }
        }
        return new Days(CountSum.counts(sums), expiresAt);
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
