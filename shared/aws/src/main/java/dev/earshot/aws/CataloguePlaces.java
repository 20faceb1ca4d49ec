package dev.earshot.aws;

import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.media.PictureVector;
import dev.earshot.core.store.MediaCatalogue.Near;
import dev.earshot.core.store.MediaCatalogue.Place;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the partitions of the catalogue whose items lead to entries, newest first. Thread-safe. */
final class CataloguePlaces {
    private static final int DIGEST_DIGITS = 24;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    CataloguePlaces(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** Sorts by time; a file's key may be as long as a sort key, so its digest stands for it. */
    static String sortKey(CataloguedMedia media) {
        return Keys.millis(media.seenAt())
                + "#"
                + Keys.sha256(media.key()).substring(0, DIGEST_DIGITS);
    }

    List<Place> newest(String partition, int most) {
        List<Place> places = new ArrayList<>();
        read(partition, most, item -> places.add(place(item)));
        return List.copyOf(places);
    }

    /** The nearest of the newest vectors of a partition. */
    List<Near> nearest(String partition, PictureVector asked, int newest, int most) {
        PriorityQueue<Near> nearest = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
        read(
                partition,
                newest,
                item -> {
                    PictureVector vector =
                            PictureVector.ofValues(asked.model(), item.bytes("v"));
                    nearest.add(new Near(place(item), asked.cosine(vector)));
                    if (nearest.size() > most) {
                        nearest.remove();
                    }
                });
        return List.copyOf(nearest);
    }

    private static Place place(Item item) {
        return new Place(item.need("k"), Numbers.instant(item.need("a")));
    }

    private void read(String partition, int most, Consumer<Item> each) {
        long now = clock.instant().getEpochSecond();
        int left = most;
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse page = page(partition, left, from);
            left -= page.items().size();
            for (Map<String, AttributeValue> attributes : page.items()) {
                Item item = Item.of(attributes);
                if (!item.expired(now)) {
                    each.accept(item);
                }
            }
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty() && left > 0);
    }

    private QueryResponse page(String partition, int most, Map<String, AttributeValue> from) {
        return Failures.in(
                "read the catalogue of files",
                () ->
                        client.query(
                                query -> {
                                    query.tableName(table)
                                            .scanIndexForward(false)
                                            .limit(most)
                                            .keyConditionExpression("PK = :p")
                                            .expressionAttributeValues(
                                                    Map.of(":p", Item.text(partition)));
                                    if (!from.isEmpty()) {
                                        query.exclusiveStartKey(from);
                                    }
                                }));
    }
}
