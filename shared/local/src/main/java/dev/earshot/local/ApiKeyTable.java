package dev.earshot.local;

import dev.earshot.core.Digests;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys of the HTTP API. The table holds only their SHA-256: a key is shown once and stored nowhere.
 */
public final class ApiKeyTable {
    // The same pattern as the template's DefaultWorkspace.
    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int KEY_BYTES = 24;

    private ApiKeyTable() {}

    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return "ek_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Grants a key access to a workspace.
     *
     * @throws StackException if the workspace's name is not valid
     */
    public static void store(
            DynamoDbClient dynamoDb,
            String table,
            String key,
            String workspace,
            List<String> scopes,
            Instant now) {
        if (!WORKSPACE.matcher(workspace).matches()) {
            throw new StackException(
                    "a workspace is 1 to 63 lower-case letters, digits and hyphens, "
                            + "but got '"
                            + workspace
                            + "'");
        }
        dynamoDb.putItem(
                request ->
                        request.tableName(table)
                                .item(
                                        Map.of(
                                                "PK",
                                                        AttributeValue.fromS(
                                                                "K#" + Digests.sha256(key)),
                                                "SK", AttributeValue.fromS("K"),
                                                "workspace", AttributeValue.fromS(workspace),
                                                "scopes",
                                                        AttributeValue.builder().ss(scopes).build(),
                                                "createdAt",
                                                        AttributeValue.fromS(now.toString()))));
    }
}
