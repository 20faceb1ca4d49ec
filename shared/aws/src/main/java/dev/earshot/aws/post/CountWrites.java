package dev.earshot.aws.post;

import dev.earshot.aws.post.PlannedChange.CountMove;
import dev.earshot.aws.table.Keys;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.WindowCounts;

import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Turns what a transaction adds to the counts into its actions. Thread-safe. */
final class CountWrites {
    private final String table;
    private final RandomGenerator random;

    CountWrites(String table, RandomGenerator random) {
        this.table = table;
        this.random = random;
    }

    /**
     * One new partial count for each brand and hour that changes.
     *
     * @param places is told where each is written
     */
    List<TransactWriteItem> actions(
            WorkspaceId workspace,
            Collection<Map<CountMove, WindowCounts>> moves,
            Instant now,
            Collection<Committer.PartialPlace> places) {
        var actions = new ArrayList<TransactWriteItem>();
        partials(moves)
                .forEach(
                        (window, minutes) -> {
                            Committer.PartialPlace place =
                                    window.place(workspace, Keys.day(now), random);
                            places.add(place);
                            var partial =
                                    new PartialCount(
                                            PartialCount.sortKey(place.hourPrefix(), newId()),
                                            minutes,
                                            window.expiresAt(),
                                            List.of());
                            actions.add(
                                    TransactWriteItem.builder()
                                            .put(fresh(partial, place.partition()))
                                            .build());
                        });
        return actions;
    }

    /** The days that must be announced before such a transaction. */
    static Set<BrandDays.Day> days(Collection<Map<CountMove, WindowCounts>> moves, Instant now) {
        var days = new TreeSet<BrandDays.Day>();
        for (Map<CountMove, WindowCounts> each : moves) {
            for (CountMove move : each.keySet()) {
                days.add(new BrandDays.Day(move.brandId(), Keys.day(move.minute())));
                if (move.window().late(Keys.day(now))) {
                    days.add(BrandDays.Day.late(move.brandId(), Keys.day(now)));
                }
            }
        }
        return days;
    }

    private Put fresh(PartialCount partial, String partition) {
        return Put.builder()
                .tableName(table)
                .item(partial.write(partition))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
    }

    private static Map<PartialCount.Window, Map<Integer, WindowCounts>> partials(
            Collection<Map<CountMove, WindowCounts>> moves) {
        var minutes = new LinkedHashMap<PartialCount.Window, Map<Integer, WindowCounts>>();
        for (Map<CountMove, WindowCounts> each : moves) {
            each.forEach(
                    (move, counts) ->
                            minutes.computeIfAbsent(move.window(), window -> new HashMap<>())
                                    .merge(
                                            PartialCount.minuteOfHour(move.minute()),
                                            counts,
                                            WindowCounts::plus));
        }
        minutes.values().forEach(byMinute -> byMinute.values().removeIf(WindowCounts::isEmpty));
        minutes.values().removeIf(Map::isEmpty);
        return minutes;
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }
}
