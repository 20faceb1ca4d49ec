package dev.earshot.aws.key;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * API keys in the table under {@code K#<SHA-256 of the key>}, {@code K}: {@code workspace}, {@code
 * scopes}, {@code createdAt}. A key must be random and long (32 bytes), since its digest has no
 * salt. Thread-safe.
 */
public final class DynamoApiKeys implements ApiKeys {
    private static final String SK = "K";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    public DynamoApiKeys(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Grant> grant(String apiKey) {
        var response =
                Failures.in(
                        "look up an API key",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.apiKey(apiKey), SK))));
        if (!response.hasItem()) {
            return Optional.empty();
        }
        TableItem item = TableItem.of(response.item());
        if (item.expired(clock.instant().getEpochSecond())) {
            return Optional.empty();
        }
        Set<String> scopes =
                item.find("scopes").map(AttributeValue::ss).map(Set::copyOf).orElse(Set.of());
        return Optional.of(new Grant(new WorkspaceId(item.need("workspace")), scopes));
    }

    /** Makes a key valid, or changes what it grants. */
    public void allow(String apiKey, Grant grant) {
        TableItem item =
                TableItem.at(Keys.apiKey(apiKey), SK)
                        .with("workspace", grant.workspace().value())
                        .with("createdAt", clock.instant().toString());
        if (!grant.scopes().isEmpty()) {
            item.with("scopes", AttributeValue.fromSs(grant.scopes().stream().sorted().toList()));
        }
        Failures.in(
                "keep an API key",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    /** Invalidates a key at once; does nothing if the key is unknown. */
    public void revoke(String apiKey) {
        Failures.in(
                "revoke an API key",
                () ->
                        client.deleteItem(
                                delete ->
                                        delete.tableName(table)
                                                .key(TableItem.key(Keys.apiKey(apiKey), SK))));
    }
}
