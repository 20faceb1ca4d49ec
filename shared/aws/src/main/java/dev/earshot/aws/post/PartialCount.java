package dev.earshot.aws.post;

import dev.earshot.aws.table.CountCodes;
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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A partial count: what one transaction adds to a brand's counts in one hour, or a compacted count:
 * the sum of many partials. Its item has a map {@code m} from the minute (two digits) to the text
 * of {@link CountCodes}; a compacted count also has {@code of}, the sort keys of the partials that
 * it replaces. {@code PK} names brand, day and shard; {@code SK} is {@code <HH>#P#<id>}, or {@code
 * <HH>#F#<seconds>#<id>} with the time of compaction.
 *
 * <p>The counts of a day are written beside it only while it lasts. What is counted later lies
 * among the late counts of the day on which it is counted, where {@code SK} begins with the post's
 * own day, {@code <day>#<HH>#P#<id>}. So a day's own counts never change once every clock agrees
 * that it is over, and their sum may be kept ({@link DayTotals}).
 */
record PartialCount(
        String sortKey, Map<Integer, WindowCounts> minutes, long expiresAt, List<String> replaced) {
    static final int SHARDS = 4;

    private static final int DAY_LENGTH = "2026-01-31".length();

    /** Late counts are few. */
    static final int LATE_SHARDS = 2;

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

        /** Whether its day is over on the day of counting. */
        boolean late(LocalDate counted) {
            return Keys.day(hour).isBefore(counted);
        }

        /** Where it is written on the day of counting. */
        Committer.PartialPlace place(
                WorkspaceId workspace, LocalDate counted, RandomGenerator random) {
            LocalDate day = Keys.day(hour);
            return late(counted)
                    ? new Committer.PartialPlace(
                            Keys.lateCounts(
                                    workspace, brandId, counted, random.nextInt(LATE_SHARDS)),
                            lateHourPrefix(hour))
                    : new Committer.PartialPlace(
                            Keys.counts(workspace, brandId, day, random.nextInt(SHARDS)),
                            PartialCount.hourPrefix(hour));
        }
    }

    static String hourPrefix(Instant hour) {
        return String.format(Locale.ROOT, "%02d#", hour.atZone(ZoneOffset.UTC).getHour());
    }

    static String lateHourPrefix(Instant hour) {
        return Keys.day(hour) + "#" + hourPrefix(hour);
    }

    static String sortKey(String hourPrefix, String id) {
        return hourPrefix + "P#" + id;
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

    /** When it was compacted, in seconds. */
    long compactedAt() {
        return Long.parseLong(sortKey.substring(hourAt() + 3).split("#", -1)[1]);
    }

    /** Where the hour begins in the sort key: after the day, if that is named. */
    private int hourAt() {
        return sortKey.charAt(2) == '#' ? 0 : DAY_LENGTH + 1;
    }

    /** The post's day, for which the partition's stands unless the sort key names one. */
    LocalDate day(LocalDate ofPartition) {
        return hourAt() == 0 ? ofPartition : LocalDate.parse(sortKey.substring(0, DAY_LENGTH));
    }

    Instant minute(LocalDate ofPartition, int minuteOfHour) {
        int hour = Integer.parseInt(sortKey.substring(hourAt(), hourAt() + 2));
        return day(ofPartition).atTime(hour, minuteOfHour).toInstant(ZoneOffset.UTC);
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
