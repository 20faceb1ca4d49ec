package dev.earshot.aws.key;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * API keys in the table under {@code K#<SHA-256 of the key>}, {@code K}: {@code workspace}, {@code
 * scopes}, {@code createdAt}, {@code label}. A second item under {@code K#index}, {@code <id>}
 * holds the same and the {@code digest}, so that keys are listed without a scan; both are written
 * in one transaction. A key must be random and long (24 bytes), since its digest has no salt.
 * Thread-safe.
 */
public final class DynamoApiKeys implements ApiKeyRegistry {
    private static final String SK = "K";
    private static final String INDEX = "K#index";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    public DynamoApiKeys(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** Reads what is there now, so that a revoked key opens nothing from that moment on. */
    @Override
    public Optional<Grant> grant(String apiKey) {
        var response =
                Failures.in(
                        "look up an API key",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.apiKey(apiKey), SK))));
        if (!response.hasItem()) {
            return Optional.empty();
        }
        TableItem item = TableItem.of(response.item());
        return item.expired(clock.instant().getEpochSecond())
                ? Optional.empty()
                : Optional.of(grant(item));
    }

    private static Grant grant(TableItem item) {
        Set<String> scopes =
                item.find("scopes").map(AttributeValue::ss).map(Set::copyOf).orElse(Set.of());
        return new Grant(new WorkspaceId(item.need("workspace")), scopes);
    }

    @Override
    public void allow(String apiKey, String name, Grant grant) {
        transact(
                "keep an API key",
                List.of(
                        update(TableItem.key(Keys.apiKey(apiKey), SK), apiKey, name, grant),
                        update(TableItem.key(INDEX, ApiKeys.id(apiKey)), apiKey, name, grant)));
    }

    private TransactWriteItem update(
            Map<String, AttributeValue> key, String apiKey, String name, Grant grant) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":workspace", TableItem.text(grant.workspace().value()));
        values.put(":createdAt", TableItem.text(clock.instant().toString()));
        values.put(":digest", TableItem.text(Digests.sha256(apiKey)));
        values.put(":label", TableItem.text(name));
        String scopes = " REMOVE scopes";
        if (!grant.scopes().isEmpty()) {
            values.put(":scopes", AttributeValue.fromSs(grant.scopes().stream().sorted().toList()));
            scopes = ", scopes = :scopes";
        }
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(key)
                                .updateExpression(
                                        "SET workspace = :workspace, digest = :digest, label = :label,"
                                                + " createdAt = if_not_exists(createdAt,"
                                                + " :createdAt)"
                                                + scopes)
                                .expressionAttributeValues(values)
                                .build())
                .build();
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Failures.in(
                "list API keys",
                () -> {
                    client.queryPaginator(
                                    query ->
                                            query.tableName(table)
                                                    .consistentRead(true)
                                                    .keyConditionExpression("PK = :pk")
                                                    .expressionAttributeValues(
                                                            Map.of(":pk", TableItem.text(INDEX))))
                            .items()
                            .forEach(each -> entries.add(entry(TableItem.of(each))));
                    return entries;
                });
        entries.sort(Comparator.comparing(Entry::issuedAt).thenComparing(Entry::id));
        return List.copyOf(entries);
    }

    private static Entry entry(TableItem item) {
        return new Entry(
                item.need(Keys.SK),
                item.text("label", ""),
                grant(item),
                Instant.parse(item.need("createdAt")));
    }

    @Override
    public boolean revoke(String id) {
        var found =
                Failures.in(
                        "look up an API key",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(TableItem.key(INDEX, id))));
        if (!found.hasItem()) {
            return false;
        }
        String digest = TableItem.of(found.item()).need("digest");
        transact(
                "revoke an API key",
                List.of(
                        delete(TableItem.key(Keys.apiKeyDigest(digest), SK)),
                        delete(TableItem.key(INDEX, id))));
        return true;
    }

    private TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(Delete.builder().tableName(table).key(key).build())
                .build();
    }

    private void transact(String what, List<TransactWriteItem> items) {
        Failures.in(what, () -> client.transactWriteItems(write -> write.transactItems(items)));
    }
}
