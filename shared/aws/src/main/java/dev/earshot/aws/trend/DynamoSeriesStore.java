package dev.earshot.aws.trend;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.spike.BucketState;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Series under {@code TS#<ws>#<brand>}, one item of some 2 KB each, by kind and key: {@code m} the
 * detector's memory, {@code u} until, {@code n} count, {@code x} expected, {@code e} evidence,
 * {@code s} state, {@code d} days, {@code h} unhanded since, {@code v} version. A series is written
 * in one transaction with the changes of episodes that it brought about. Thread-safe.
 */
public final class DynamoSeriesStore implements SeriesStore {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final EpisodeWrites writes;

    public DynamoSeriesStore(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.writes =
                new EpisodeWrites(
                        client, table, new DynamoEpisodeHistory(client, table, retention, clock));
    }

    @Override
    public List<SeriesState> all(WorkspaceId workspace, String brand) {
        long now = clock.instant().getEpochSecond();
        return Partition.all(
                        client, table, Keys.series(workspace, brand), "read the series of a brand")
                .stream()
                .filter(item -> !item.expired(now))
                .map(DynamoSeriesStore::state)
                .toList();
    }

    @Override
    public boolean save(
            WorkspaceId workspace, String brand, SeriesState next, List<EpisodeChange> changes) {
        TableItem item =
                TableItem.at(Keys.series(workspace, brand), next.name())
                        .with("m", next.bytes())
                        .with("u", NumberText.instant(next.until()))
                        .with("n", Double.toString(next.count()))
                        .with("x", Double.toString(next.expected()))
                        .with("e", Double.toString(next.evidence()))
                        .with("s", next.state().key())
                        .with("d", Double.toString(next.days()))
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        next.unhanded().ifPresent(at -> item.with("h", NumberText.instant(at)));
        return writes.replace("a series", item, next.version(), changes);
    }

    private static SeriesState state(TableItem item) {
        String name = item.need(Keys.SK);
        int end = name.indexOf('#');
        return new SeriesState(
                TrendKind.of(name.substring(0, end)).orElseThrow(),
                name.substring(end + 1),
                Base64.getEncoder().encodeToString(item.bytes("m")),
                NumberText.instant(item.need("u")),
                Double.parseDouble(item.need("n")),
                Double.parseDouble(item.need("x")),
                Double.parseDouble(item.need("e")),
                BucketState.valueOf(item.need("s").toUpperCase(Locale.ROOT)),
                Double.parseDouble(item.need("d")),
                item.has("h") ? Optional.of(NumberText.instant(item.need("h"))) : Optional.empty(),
                item.number("v", 0));
    }
}
