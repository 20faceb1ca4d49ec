package dev.earshot.aws.media;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Digests;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.MediaCatalogue.Near;
import dev.earshot.core.catalogue.MediaCatalogue.Place;
import dev.earshot.core.catalogue.MediaCatalogue.Places;
import dev.earshot.core.picture.PictureVector;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Reads the catalogue's index partitions, whose items point to entries, ordered by time.
 * Thread-safe.
 */
final class CataloguePlaces {
    private static final int DIGEST_DIGITS = 24;

    /** As many as fit into one read unit, 4 KB. */
    private static final int OLDEST = 20;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    CataloguePlaces(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Sorts by time. Contains a digest of the file's key, which alone may be as long as a sort key.
     */
    static String sortKey(CataloguedMedia media) {
        return Keys.millis(media.seenAt())
                + "#"
                + Digests.sha256(media.key()).substring(0, DIGEST_DIGITS);
    }

    /** Leaves expired places out, but counts them towards {@code most}, since they are read. */
    Places newest(String partition, int most) {
        List<Place> places = new ArrayList<>();
        boolean whole = read(partition, most, item -> places.add(place(item)));
        return new Places(places, whole);
    }

    /** The oldest place; empty if the first {@value #OLDEST} are expired and not yet removed. */
    Optional<Place> oldest(String partition) {
        long now = clock.instant().getEpochSecond();
        return page(partition, OLDEST, true, Map.of()).items().stream()
                .map(TableItem::of)
                .filter(item -> !item.expired(now))
                .findFirst()
                .map(CataloguePlaces::place);
    }

    /** The vectors nearest to {@code asked} among the newest of a partition. */
    List<Near> nearest(String partition, PictureVector asked, int newest, int most) {
        PriorityQueue<Near> nearest = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
        read(
                partition,
                newest,
                item -> {
                    PictureVector vector = PictureVector.ofValues(asked.model(), item.bytes("v"));
                    nearest.add(new Near(place(item), asked.cosine(vector)));
                    if (nearest.size() > most) {
                        nearest.remove();
                    }
                });
        return List.copyOf(nearest);
    }

    private static Place place(TableItem item) {
        return new Place(item.need("k"), NumberText.instant(item.need("a")));
    }

    /** Returns whether the partition's end was reached. */
    private boolean read(String partition, int most, Consumer<TableItem> each) {
        long now = clock.instant().getEpochSecond();
        int left = most;
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse page = page(partition, left, false, from);
            left -= page.items().size();
            for (Map<String, AttributeValue> attributes : page.items()) {
                TableItem item = TableItem.of(attributes);
                if (!item.expired(now)) {
                    each.accept(item);
                }
            }
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty() && left > 0);
        return from.isEmpty();
    }

    private QueryResponse page(
            String partition, int most, boolean oldestFirst, Map<String, AttributeValue> from) {
        return Failures.in(
                "read the catalogue of files",
                () ->
                        client.query(
                                query -> {
                                    query.tableName(table)
                                            .scanIndexForward(oldestFirst)
                                            .limit(most)
                                            .keyConditionExpression("PK = :p")
                                            .expressionAttributeValues(
                                                    Map.of(":p", TableItem.text(partition)));
                                    if (!from.isEmpty()) {
                                        query.exclusiveStartKey(from);
                                    }
                                }));
    }
}
