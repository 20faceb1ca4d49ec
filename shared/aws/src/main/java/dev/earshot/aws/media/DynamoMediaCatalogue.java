package dev.earshot.aws.media;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.VersionedPuts;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.picture.PictureVector;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The catalogue in the table. Under {@code Q#<ws>#<shard>} one item per file, whose sort key is the
 * file's key: {@code w} padded version, {@code vn} version, {@code a} first seen, {@code kd} kind,
 * {@code th} things, {@code tx} text, {@code b} brands, {@code fp} fingerprint, {@code vs} the
 * digest of the vector's model. A deletion leaves a tombstone with its version. Under {@code
 * QT#<ws>#<term>} one place per file, newest last: {@code k} its key, {@code a} when it was seen.
 * Under {@code QV#<ws>#<model>#<shard>} the vectors {@code v}, likewise.
 *
 * <p>Places are written before their entry and removed after it, so an entry has all its places
 * despite crashes and races, and a place whose time differs from its entry's is ignored. Places are
 * read eventually consistent, at half the price. Thread-safe.
 */
public final class DynamoMediaCatalogue implements MediaCatalogue {
    /** Spreads the writes of a large upload over partitions. */
    private static final int SHARDS = 8;

    private final VersionedPuts puts;
    private final TableBatches items;
    private final CataloguePlaces places;
    private final Retention retention;
    private final InstantSource clock;

    public DynamoMediaCatalogue(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.puts = new VersionedPuts(client, table, "keep a file's entry in the catalogue");
        this.items =
                new TableBatches(
                        client, table, clock, new Backoff(random), "the catalogue of files");
        this.places = new CataloguePlaces(client, table, clock);
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void put(WorkspaceId workspace, CataloguedMedia media, Optional<PictureVector> vector) {
        List<Map<String, AttributeValue>> leading = leading(workspace, media);
        vector.ifPresent(v -> leading.add(vectorItem(workspace, media, v)));
        items.put(leading);
        TableItem item =
                item(workspace, media.key(), media.version())
                        .with("vn", media.version())
                        .with("a", NumberText.instant(media.seenAt()))
                        .with("kd", media.kind())
                        .with("th", media.things())
                        .with("tx", media.text())
                        .with("b", media.brands());
        media.fingerprint().ifPresent(print -> item.with("fp", FingerprintBytes.write(print)));
        vector.ifPresent(v -> item.with("vs", v.model().sha256()));
        puts.replace(
                        item,
                        "attribute_not_exists(PK) OR w < :w OR (w = :w AND"
                                + " attribute_not_exists(gone))")
                .ifPresent(old -> forget(workspace, old, keys(leading)));
    }

    @Override
    public void delete(WorkspaceId workspace, String key, String version) {
        puts.replace(
                        item(workspace, key, version).with("gone", 1),
                        "attribute_not_exists(PK) OR w <= :w")
                .ifPresent(old -> forget(workspace, old, List.of()));
    }

    @Override
    public Map<String, Places> under(WorkspaceId workspace, Set<String> terms, int newest) {
        List<String> wanted = List.copyOf(terms);
        List<Places> found =
                Parallel.map(wanted, term -> places.newest(Keys.places(workspace, term), newest));
        Map<String, Places> under = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            under.put(wanted.get(i), found.get(i));
        }
        return under;
    }

    @Override
    public Map<String, Place> oldest(WorkspaceId workspace, Set<String> terms) {
        List<String> wanted = List.copyOf(terms);
        List<Optional<Place>> found =
                Parallel.map(wanted, term -> places.oldest(Keys.places(workspace, term)));
        Map<String, Place> oldest = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String term = wanted.get(i);
            found.get(i).ifPresent(place -> oldest.put(term, place));
        }
        return oldest;
    }

    @Override
    public Map<String, CataloguedMedia> get(WorkspaceId workspace, Collection<Place> wanted) {
        Map<String, List<Place>> byKey = new LinkedHashMap<>();
        wanted.forEach(p -> byKey.computeIfAbsent(p.key(), k -> new ArrayList<>()).add(p));
        List<Map<String, AttributeValue>> keys =
                byKey.keySet().stream()
                        .map(key -> TableItem.key(partition(workspace, key), key))
                        .toList();
        Map<String, TableItem> found = new HashMap<>();
        items.get(keys).values().forEach(item -> found.put(item.need(Keys.SK), item));
        Map<String, CataloguedMedia> there = new LinkedHashMap<>();
        long now = clock.instant().getEpochSecond();
        byKey.forEach(
                (key, meant) -> {
                    TableItem item = found.get(key);
                    if (item != null && !item.has("gone") && !item.expired(now)) {
                        CataloguedMedia media = media(item);
                        if (meant.stream().anyMatch(p -> p.seenAt().equals(media.seenAt()))) {
                            there.put(key, media);
                        }
                    }
                });
        return there;
    }

    @Override
    public List<Near> nearest(WorkspaceId workspace, PictureVector asked, int newest, int most) {
        List<String> partitions =
                IntStream.range(0, SHARDS)
                        .mapToObj(s -> Keys.vectors(workspace, asked.model().sha256(), s))
                        .toList();
        return Parallel.map(
                        partitions,
                        partition -> places.nearest(partition, asked, newest / SHARDS, most))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(most)
                .toList();
    }

    /** Removes the places and the vector of an entry that was replaced. */
    private void forget(
            WorkspaceId workspace, TableItem old, List<Map<String, AttributeValue>> stillUsed) {
        if (old.attributes().isEmpty() || old.has("gone")) {
            return;
        }
        CataloguedMedia media = media(old);
        List<Map<String, AttributeValue>> keys = new ArrayList<>(keys(leading(workspace, media)));
        old.find("vs")
                .ifPresent(
                        sha ->
                                keys.add(
                                        TableItem.key(
                                                vectors(workspace, media.key(), sha.s()),
                                                CataloguePlaces.sortKey(media))));
        keys.removeAll(stillUsed);
        items.delete(keys);
    }

    private List<Map<String, AttributeValue>> leading(
            WorkspaceId workspace, CataloguedMedia media) {
        List<Map<String, AttributeValue>> leading = new ArrayList<>();
        for (String term : media.terms()) {
            leading.add(place(Keys.places(workspace, term), media).attributes());
        }
        return leading;
    }

    private Map<String, AttributeValue> vectorItem(
            WorkspaceId workspace, CataloguedMedia media, PictureVector vector) {
        return place(vectors(workspace, media.key(), vector.model().sha256()), media)
                .with("v", vector.values())
                .attributes();
    }

    private TableItem place(String partition, CataloguedMedia media) {
        return TableItem.at(partition, CataloguePlaces.sortKey(media))
                .with("k", media.key())
                .with("a", NumberText.instant(media.seenAt()))
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
    }

    private static List<Map<String, AttributeValue>> keys(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(TableItem::of)
                .map(item -> TableItem.key(item.need(Keys.PK), item.need(Keys.SK)))
                .toList();
    }

    private static CataloguedMedia media(TableItem item) {
        return new CataloguedMedia(
                item.need(Keys.SK),
                item.need("vn"),
                NumberText.instant(item.need("a")),
                item.need("kd"),
                item.texts("th"),
                item.need("tx"),
                item.texts("b"),
                FingerprintBytes.read(item, "fp"));
    }

    private TableItem item(WorkspaceId workspace, String key, String version) {
        return TableItem.at(partition(workspace, key), key)
                .with(VersionedPuts.VERSION, VersionedPuts.padded(version))
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
    }

    private static String partition(WorkspaceId workspace, String key) {
        return Keys.catalogue(workspace, Math.floorMod(key.hashCode(), SHARDS));
    }

    private static String vectors(WorkspaceId workspace, String key, String sha256) {
        return Keys.vectors(workspace, sha256, Math.floorMod(key.hashCode(), SHARDS));
    }
}
