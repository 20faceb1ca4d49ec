package dev.earshot.aws.brand;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Brands in the table under {@code C#<ws>}: {@code BRAND#<id>#<part>} holds one part of a brand's
 * {@link BrandTerms}, at most {@value #PART_BYTES} bytes; {@code VERSION} holds the version {@code
 * v}, the number of brands {@code n} and the sum {@code s} of the versions at which each was put. A
 * query is not isolated from transactions, so readers compare number and sum to know that they saw
 * exactly the brands of that version. Every change raises the version in its own transaction, which
 * serialises writers.
 *
 * <p>DynamoDB takes items of 400 KB and transactions of 4 MB, so a brand of more than {@value
 * #MAX_PARTS} parts is refused with an {@link IllegalArgumentException}. Thread-safe.
 */
public final class DynamoBrandStore implements BrandStore {
    private static final int PART_BYTES = 350_000;
    private static final int MAX_PARTS = 8;
    private static final String VERSION = "VERSION";
    private static final String BRAND = "BRAND#";

    private final DynamoDbClient client;
    private final String table;
    private final Backoff backoff;

    /**
     * @param random for the delay between attempts; must be safe for use by several threads
     */
    public DynamoBrandStore(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.backoff = new Backoff(random);
    }

    private record Head(long version, long brands, long sum) {}

    /** A brand's stored parts. */
    private record Stored(long putAt, int parts) {}

    @Override
    public void put(WorkspaceId workspace, Brand brand) {
        byte[] terms = BrandTerms.write(brand);
        int parts = Math.ceilDiv(terms.length, PART_BYTES);
        if (parts > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "brand "
                            + brand.id()
                            + " must take at most "
                            + MAX_PARTS * PART_BYTES
                            + " bytes compressed, got "
                            + terms.length
                            + "; register fewer or shorter terms");
        }
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "keep brand " + brand.id());
            }
            Head head = head(workspace);
            Optional<Stored> old = stored(workspace, brand.id());
            long version = head.version() + 1;
            var actions = new ArrayList<TransactWriteItem>();
            actions.add(
                    raise(
                            workspace,
                            head,
                            head.brands() + (old.isPresent() ? 0 : 1),
                            head.sum() + version - old.map(Stored::putAt).orElse(0L)));
            for (int part = 0; part < parts; part++) {
                int start = part * PART_BYTES;
                int length = Math.min(PART_BYTES, terms.length - start);
                byte[] bytes = new byte[length];
                System.arraycopy(terms, start, bytes, 0, length);
                TableItem item =
                        TableItem.at(Keys.brands(workspace), partKey(brand.id(), part))
                                .with("g", version)
                                .with("n", parts)
                                .with("t", bytes);
                actions.add(
                        TransactWriteItem.builder()
                                .put(Put.builder().tableName(table).item(item.attributes()).build())
                                .build());
            }
            for (int part = parts; part < old.map(Stored::parts).orElse(0); part++) {
                actions.add(remove(workspace, partKey(brand.id(), part)));
            }
            if (transact(actions)) {
                return;
            }
        }
    }

    @Override
    public boolean delete(WorkspaceId workspace, String brandId) {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "delete brand " + brandId);
            }
            Head head = head(workspace);
            Optional<Stored> old = stored(workspace, brandId);
            if (old.isEmpty()) {
                return false;
            }
            var actions = new ArrayList<TransactWriteItem>();
            actions.add(raise(workspace, head, head.brands() - 1, head.sum() - old.get().putAt()));
            for (int part = 0; part < old.get().parts(); part++) {
                actions.add(remove(workspace, partKey(brandId, part)));
            }
            if (transact(actions)) {
                return true;
            }
        }
    }

    @Override
    public void touch(WorkspaceId workspace) {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "raise the version of brands");
            }
            Head head = head(workspace);
            if (transact(List.of(raise(workspace, head, head.brands(), head.sum())))) {
                return;
            }
        }
    }

    @Override
    public long version(WorkspaceId workspace) {
        return head(workspace).version();
    }

    @Override
    public BrandCatalogue catalogue(WorkspaceId workspace) {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "read the brands of " + workspace + " while they change");
            }
            Head head = head(workspace);
            var parts = new TreeMap<String, List<TableItem>>();
            for (TableItem item : brandItems(workspace)) {
                String key = item.need(Keys.SK);
                String id = key.substring(BRAND.length(), key.lastIndexOf('#'));
                parts.computeIfAbsent(id, any -> new ArrayList<>()).add(item);
            }
            long sum = 0;
            boolean whole = parts.size() == head.brands();
            for (List<TableItem> items : parts.values()) {
                sum += items.getFirst().number("g", 0);
                whole &= whole(items);
            }
            if (whole && sum == head.sum()) {
                var brands = new ArrayList<Brand>();
                parts.forEach((id, items) -> brands.add(BrandTerms.read(id, joined(items))));
                brands.sort(Comparator.comparing(Brand::id));
                return new BrandCatalogue(head.version(), brands);
            }
        }
    }

    private static boolean whole(List<TableItem> items) {
        TableItem first = items.getFirst();
        return items.size() == first.number("n", 0)
                && items.stream().allMatch(i -> i.number("g", 0) == first.number("g", 0));
    }

    private static byte[] joined(List<TableItem> items) {
        var bytes = new ByteArrayOutputStream();
        items.forEach(item -> bytes.writeBytes(item.bytes("t")));
        return bytes.toByteArray();
    }

    private List<TableItem> brandItems(WorkspaceId workspace) {
        return Partition.startingWith(client, table, Keys.brands(workspace), BRAND, "read brands");
    }

    private Head head(WorkspaceId workspace) {
        Map<String, AttributeValue> found = get(workspace, VERSION);
        if (found.isEmpty()) {
            return new Head(0, 0, 0);
        }
        TableItem item = TableItem.of(found);
        return new Head(item.number("v", 0), item.number("n", 0), item.number("s", 0));
    }

    private Optional<Stored> stored(WorkspaceId workspace, String brandId) {
        Map<String, AttributeValue> found = get(workspace, partKey(brandId, 0));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TableItem item = TableItem.of(found);
        return Optional.of(new Stored(item.number("g", 0), (int) item.number("n", 1)));
    }

    private Map<String, AttributeValue> get(WorkspaceId workspace, String sortKey) {
        var response =
                Failures.in(
                        "read brands",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.brands(workspace),
                                                                        sortKey))));
        return response.hasItem() ? response.item() : Map.of();
    }

    private TransactWriteItem raise(WorkspaceId workspace, Head seen, long brands, long sum) {
        TableItem item =
                TableItem.at(Keys.brands(workspace), VERSION)
                        .with("v", seen.version() + 1)
                        .with("n", brands)
                        .with("s", sum);
        Put.Builder put = Put.builder().tableName(table).item(item.attributes());
        if (seen.version() == 0) {
            put.conditionExpression("attribute_not_exists(PK)");
        } else {
            put.conditionExpression("v = :seen")
                    .expressionAttributeValues(
                            new HashMap<>(Map.of(":seen", TableItem.number(seen.version()))));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem remove(WorkspaceId workspace, String sortKey) {
        return TransactWriteItem.builder()
                .delete(
                        Delete.builder()
                                .tableName(table)
                                .key(TableItem.key(Keys.brands(workspace), sortKey))
                                .build())
                .build();
    }

    private boolean transact(List<TransactWriteItem> actions) {
        try {
            Failures.in(
                    "change brands",
                    () -> client.transactWriteItems(request -> request.transactItems(actions)));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof TransactionCanceledException) {
                return false;
            }
            throw e;
        }
    }

    private static String partKey(String brandId, int part) {
        return BRAND + brandId + "#" + part;
    }
}
