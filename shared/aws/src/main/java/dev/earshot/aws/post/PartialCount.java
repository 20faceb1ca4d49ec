package dev.earshot.aws.post;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.WindowCounts;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A partial count: what one transaction adds to a brand's counts in one hour, or a compacted count:
 * the sum of many partials. Its item has a map {@code m} from the minute (two digits) to the text
 * of {@link CountCodes}; a compacted count also has {@code of}, the sort keys of the partials that
 * it replaces. {@code PK} names brand, day and shard; {@code SK} is {@code <HH>#P#<id>}, or {@code
 * <HH>#F#<seconds>#<id>} with the time of compaction.
 */
record PartialCount(
        String sortKey, Map<Integer, WindowCounts> minutes, long expiresAt, List<String> replaced) {
    static final int SHARDS = 4;

    PartialCount {
        minutes =
                minutes.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
        replaced = List.copyOf(replaced);
    }

    /** The brand and hour that a partial belongs to, and when it expires. */
    record Window(String brandId, Instant hour, long expiresAt) {
        static Window of(String brandId, Instant minute, long expiresAt) {
            return new Window(brandId, minute.truncatedTo(ChronoUnit.HOURS), expiresAt);
        }

        String partition(WorkspaceId workspace, int shard) {
            return Keys.counts(workspace, brandId, Keys.day(hour), shard);
        }
    }

    static String hourPrefix(Instant hour) {
        return String.format(Locale.ROOT, "%02d#", hour.atZone(ZoneOffset.UTC).getHour());
    }

    static String sortKey(Instant hour, String id) {
        return hourPrefix(hour) + "P#" + id;
    }

    static String compactedKey(String hourPrefix, String id) {
        return hourPrefix + "F#" + id;
    }

    static int minuteOfHour(Instant minute) {
        return minute.atZone(ZoneOffset.UTC).getMinute();
    }

    /**
     * Whether an item of a counts partition is a count, compacted or not, rather than an hour's
     * head.
     */
    static boolean isCount(TableItem item) {
        return item.has("m");
    }

    boolean isCompacted() {
        return !replaced.isEmpty();
    }

    String hourPrefix() {
        return sortKey.substring(0, 3);
    }

    Instant minute(LocalDate day, int minuteOfHour) {
        int hour = Integer.parseInt(sortKey.substring(0, 2));
        return day.atTime(hour, minuteOfHour).toInstant(ZoneOffset.UTC);
    }

    Map<String, AttributeValue> write(String partition) {
        var map = new TreeMap<String, AttributeValue>();
        minutes.forEach(
                (minute, counts) ->
                        map.put(
                                String.format(Locale.ROOT, "%02d", minute),
                                TableItem.text(CountCodes.write(counts))));
        return TableItem.at(partition, sortKey)
                .with("m", AttributeValue.fromM(map))
                .with(Keys.EXPIRES_AT, expiresAt)
                .with("of", replaced)
                .attributes();
    }

    static PartialCount read(TableItem item) {
        var minutes = new HashMap<Integer, WindowCounts>();
        item.find("m")
                .ifPresent(
                        map ->
                                map.m()
                                        .forEach(
                                                (minute, text) ->
                                                        minutes.put(
                                                                Integer.valueOf(minute),
                                                                CountCodes.read(text.s()))));
        return new PartialCount(
                item.need(Keys.SK), minutes, item.number(Keys.EXPIRES_AT, 0), item.texts("of"));
    }
}
