package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers on which days a brand has posts, so that reading a year visits only those. A day is
 * announced before the first transaction that writes to it and never taken back: announced days may
 * be empty, days with posts are always announced. This costs one write per day, brand and process.
 *
 * <p>Thread-safe.
 */
final class BrandDays {
    private static final String LATE = "L";
    private static final int REMEMBERED = 10_000;

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final Map<String, Long> announced = new ConcurrentHashMap<>();

    BrandDays(DynamoDbClient client, String table, Retention retention) {
        this.client = client;
        this.table = table;
        this.retention = retention;
    }

    /** A brand's day, UTC. */
    record Day(String brandId, LocalDate date, boolean isLate) implements Comparable<Day> {
        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::brandId).thenComparing(Day::sortKey);

        /** A day with posts. */
        Day(String brandId, LocalDate date) {
            this(brandId, date, false);
        }

        /** A day on which posts of days that were over were counted. */
        static Day late(String brandId, LocalDate counted) {
            return new Day(brandId, counted, true);
        }

        String sortKey() {
            return (isLate ? LATE : "") + date;
        }

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    void announce(WorkspaceId workspace, Collection<Day> days, Instant now) {
        long needed = retention.dayExpiry(now);
        if (announced.size() > REMEMBERED) {
            announced.clear();
        }
        List<Day> fresh =
                days.stream()
                        .filter(day -> announced.getOrDefault(name(workspace, day), 0L) < needed)
                        .toList();
        Parallel.map(
                fresh,
                day -> {
                    // One step longer than needed: a slower clock may write after a faster one.
                    TableItem item =
                            TableItem.at(Keys.brandDays(workspace, day.brandId()), day.sortKey())
                                    .with(Keys.EXPIRES_AT, Retention.stepAfter(needed));
                    var request =
                            PutItemRequest.builder()
                                    .tableName(table)
                                    .item(item.attributes())
                                    .build();
                    return Failures.in("announce a day", () -> client.putItem(request));
                });
        fresh.forEach(day -> announced.merge(name(workspace, day), needed, Math::max));
    }

    /** Days with posts from {@code first} to {@code last}, both inclusive, ascending. */
    List<LocalDate> between(
            WorkspaceId workspace, String brandId, LocalDate first, LocalDate last) {
        return read(workspace, brandId, first.toString(), last.toString()).stream()
                .map(LocalDate::parse)
                .toList();
    }

    /** Days from {@code first} on, on which posts of earlier days were counted, ascending. */
    List<LocalDate> lateFrom(WorkspaceId workspace, String brandId, LocalDate first) {
        return read(workspace, brandId, LATE + first, LATE + "~").stream()
                .map(day -> LocalDate.parse(day.substring(LATE.length())))
                .toList();
    }

    private List<String> read(WorkspaceId workspace, String brandId, String low, String high) {
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", TableItem.text(Keys.brandDays(workspace, brandId)),
                                        ":first", TableItem.text(low),
                                        ":last", TableItem.text(high)))
                        .build();
        var days = new ArrayList<String>();
        Failures.in(
                "read the days of a brand",
                () -> {
                    client.queryPaginator(request)
                            .items()
                            .forEach(item -> days.add(TableItem.of(item).need(Keys.SK)));
                    return days;
                });
        return days;
    }

    private static String name(WorkspaceId workspace, Day day) {
        return Keys.brandDays(workspace, day.brandId()) + "#" + day.sortKey();
    }
}
