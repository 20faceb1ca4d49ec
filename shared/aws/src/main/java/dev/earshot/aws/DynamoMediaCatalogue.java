package dev.earshot.aws;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.store.MediaCatalogue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The catalogue in the table: under {@code Q#<ws>#<shard>} one item a file, whose sort key is the
 * file's key. {@code w} padded version, {@code vn} version, {@code a} first seen, {@code kd} kind,
 * {@code th} things, {@code tx} text, {@code b} brands, {@code fp} fingerprint. A deletion leaves a mark
 * with its version. Reading all takes one read unit for some 8 files. Thread-safe.
 */
final class DynamoMediaCatalogue implements MediaCatalogue {
    /** Spreads the writes of a large upload over partitions. */
    private static final int SHARDS = 8;


    private final DynamoDbClient client;
    private final VersionedPuts puts;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;

    DynamoMediaCatalogue(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.puts = new VersionedPuts(client, table, "keep a file's entry in the catalogue");
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void put(WorkspaceId workspace, CataloguedMedia media) {
        Item item =
                item(workspace, media.key(), media.version())
                        .with("vn", media.version())
                        .with("a", Numbers.instant(media.seenAt()))
                        .with("kd", media.kind())
                        .with("th", media.things())
                        .with("tx", media.text())
                        .with("b", media.brands());
        media.fingerprint().ifPresent(print -> item.with("fp", FingerprintBytes.write(print)));
        puts.put(item, "attribute_not_exists(PK) OR w < :w OR (w = :w AND attribute_not_exists(gone))");
    }

    @Override
    public void delete(WorkspaceId workspace, String key, String version) {
        puts.put(
                item(workspace, key, version).with("gone", 1),
                "attribute_not_exists(PK) OR w <= :w");
    }

    @Override
    public List<CataloguedMedia> all(WorkspaceId workspace) {
        List<CataloguedMedia> all = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            read(Keys.catalogue(workspace, shard), all);
        }
        all.sort(Comparator.comparing(CataloguedMedia::key));
        return List.copyOf(all);
    }

    private void read(String partition, List<CataloguedMedia> all) {
        long now = clock.instant().getEpochSecond();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page =
                    Failures.in(
                            "read the catalogue of files",
                            () ->
                                    client.query(
                                            query -> {
                                                query.tableName(table)
                                                        .consistentRead(true)
                                                        .keyConditionExpression("PK = :p")
                                                        .expressionAttributeValues(
                                                                Map.of(":p", Item.text(partition)));
                                                if (!start.isEmpty()) {
                                                    query.exclusiveStartKey(start);
                                                }
                                            }));
            for (Map<String, AttributeValue> attributes : page.items()) {
                Item item = Item.of(attributes);
                if (!item.has("gone") && !item.expired(now)) {
                    all.add(media(item));
                }
            }
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
    }

    private static CataloguedMedia media(Item item) {
        return new CataloguedMedia(
                item.need(Keys.SK),
                item.need("vn"),
                Numbers.instant(item.need("a")),
                item.need("kd"),
                item.texts("th"),
                item.need("tx"),
                item.texts("b"),
                FingerprintBytes.read(item, "fp"));
    }

    private Item item(WorkspaceId workspace, String key, String version) {
        int shard = Math.floorMod(key.hashCode(), SHARDS);
        return Item.at(Keys.catalogue(workspace, shard), key)
                .with(VersionedPuts.VERSION, VersionedPuts.padded(version))
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
    }
}
