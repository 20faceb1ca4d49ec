package dev.earshot.aws.review;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.OneTimeCipher;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Payloads that could not be processed: their reasons in the table, the payloads in S3 under {@code
 * parked/<ws>/<random>}. A payload is what masking could not be asked about, since it could not be
 * read: it is sealed under a key of its own in the list's entry, {@code ke}, and after two weeks at
 * most nobody can open it. {@code X#<ws>}, {@code <millis>#<id>} lists them by time; {@code
 * XI#<ws>#<id>}, {@code A} finds one by id and says where in the list it is. Both are written in
 * one transaction, after the payload: a crash in between leaves only a payload, which expires.
 * Reasons are truncated to {@value #REASON_LENGTH} characters. Thread-safe.
 */
public final class DynamoParkedStore implements ParkedStore {
    private static final int REASON_LENGTH = 4_000;

    private final DynamoDbClient client;
    private final String table;
    private final S3Client payloads;
    private final String bucket;
    private final Retention retention;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;

    /**
     * @param bucket the vault, not the bucket of media
     * @param random for keys and delays: cryptographically strong, safe for several threads
     */
    public DynamoParkedStore(
            DynamoDbClient client,
            String table,
            S3Client payloads,
            String bucket,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.payloads = payloads;
        this.bucket = bucket;
        this.retention = retention;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(random);
    }

    @Override
    public void park(Parked parked) {
        WorkspaceId workspace = parked.workspace();
        byte[] key = OneTimeCipher.newKey(random);
        String object = SealedPayload.newObject(workspace, random);
        byte[] sealed = OneTimeCipher.seal(object, key, parked.payload());
        Failures.in(
                "keep a parked payload",
                () ->
                        payloads.putObject(
                                put ->
                                        put.bucket(bucket)
                                                .key(object)
                                                .contentType("application/octet-stream"),
                                RequestBody.fromBytes(sealed)));
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "park " + parked.id());
            }
            if (write(parked, object, key, listKeyOf(workspace, parked.id()))) {
                return;
            }
        }
    }

    @Override
    public List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit) {
        return Partition.newest(
                        client,
                        table,
                        Keys.parkedList(workspace),
                        after.map(last -> Keys.millis(last.parkedAt()) + "#" + last.id())
                                .orElse(Partition.END),
                        limit,
                        clock.instant(),
                        "list what is parked")
                .stream()
                .map(item -> read(workspace, item, ""))
                .toList();
    }

    @Override
    public Optional<Parked> get(WorkspaceId workspace, String id) {
        Optional<String> listKey = listKeyOf(workspace, id);
        if (listKey.isEmpty()) {
            return Optional.empty();
        }
        Map<String, AttributeValue> found = item(Keys.parkedList(workspace), listKey.get());
        if (found.isEmpty() || TableItem.of(found).expired(clock.instant().getEpochSecond())) {
            return Optional.empty();
        }
        TableItem entry = TableItem.of(found);
        return Optional.of(
                read(workspace, entry, SealedPayload.read(payloads, bucket, workspace, entry)));
    }

    private boolean write(Parked parked, String object, byte[] key, Optional<String> oldKey) {
        WorkspaceId workspace = parked.workspace();
        long expiresAt = retention.parkedExpiry(clock.instant());
        String listKey = Keys.millis(parked.parkedAt()) + "#" + parked.id();
        TableItem entry =
                TableItem.at(Keys.parkedList(workspace), listKey)
                        .with("id", parked.id())
                        .with("so", parked.source())
                        .with("pa", cut(parked.path()))
                        .with("re", cut(parked.reason()))
                        .with("at", NumberText.instant(parked.parkedAt()))
                        .with(SealedPayload.OBJECT, object)
                        .with(SealedPayload.KEY, key)
                        .with(Keys.EXPIRES_AT, expiresAt);
        TableItem pointer =
                TableItem.at(Keys.parked(workspace, parked.id()), Keys.ONLY)
                        .with("sk", listKey)
                        .with(Keys.EXPIRES_AT, expiresAt);
        Put.Builder point = Put.builder().tableName(table).item(pointer.attributes());
        if (oldKey.isPresent()) {
            point.conditionExpression("sk = :old")
                    .expressionAttributeValues(Map.of(":old", TableItem.text(oldKey.get())));
        } else {
            point.conditionExpression("attribute_not_exists(PK)");
        }
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(TransactWriteItem.builder().put(point.build()).build());
        actions.add(
                TransactWriteItem.builder()
                        .put(Put.builder().tableName(table).item(entry.attributes()).build())
                        .build());
        oldKey.filter(old -> !old.equals(listKey))
                .ifPresent(old -> actions.add(remove(workspace, old)));
        try {
            Failures.in(
                    "park " + parked.id(),
                    () -> client.transactWriteItems(request -> request.transactItems(actions)));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof TransactionCanceledException) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem remove(WorkspaceId workspace, String listKey) {
        return TransactWriteItem.builder()
                .delete(
                        Delete.builder()
                                .tableName(table)
                                .key(TableItem.key(Keys.parkedList(workspace), listKey))
                                .build())
                .build();
    }

    private Optional<String> listKeyOf(WorkspaceId workspace, String id) {
        Map<String, AttributeValue> found = item(Keys.parked(workspace, id), Keys.ONLY);
        return found.isEmpty() ? Optional.empty() : Optional.of(TableItem.of(found).need("sk"));
    }

    private Map<String, AttributeValue> item(String pk, String sk) {
        var response =
                Failures.in(
                        "read what is parked",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(TableItem.key(pk, sk))));
        return response.hasItem() ? response.item() : Map.of();
    }

    private static Parked read(WorkspaceId workspace, TableItem item, String payload) {
        return new Parked(
                item.need("id"),
                workspace,
                item.need("so"),
                item.need("pa"),
                item.need("re"),
                NumberText.instant(item.need("at")),
                payload);
    }

    private static String cut(String text) {
        return text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
    }
}
