package dev.earshot.local;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.lambda.Services;
import dev.earshot.local.delivery.ObjectNotifications;
import dev.earshot.local.permission.DynamoDbCalls;
import dev.earshot.local.permission.Identities;
import dev.earshot.local.server.DynamoDbServer;
import dev.earshot.local.server.S3Server;
import dev.earshot.local.server.SignedRequests;
import dev.earshot.local.server.SqsServer;
import dev.earshot.local.template.CloudTemplate;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Starts the servers of tables, queues and objects, with what the template declares in them.
 *
 * @param closing is told of each server that was started
 */
record Servers(
        EmbeddedCloud.Options options,
        StackState state,
        CloudTemplate template,
        Clients clients,
        Identities identities,
        Environments environments,
        Closing closing) {

    void dynamoDb() throws Exception {
        DynamoDbServer server =
                DynamoDbServer.start(
                        state.ports().dynamoDb(),
                        new SignedRequests(identities),
                        dynamoDbCalls(),
                        options.durable() ? state.folder().resolve("dynamodb") : null);
        closing.add("DynamoDB", server::close);
        for (CloudTemplate.Table table : template.tables()) {
            Resources.table(clients.dynamoDb(), table);
            new Services(environments.ofOwner(table.name()), options.clock())
                    .apiKeys()
                    .allow(
                            state.secrets().apiKey(),
                            "up",
                            new ApiKeys.Grant(new WorkspaceId("default"), Set.of("read", "write")));
        }
    }

    private DynamoDbCalls dynamoDbCalls() {
        Map<String, Map<String, String>> partitionKeys = new LinkedHashMap<>();
        for (CloudTemplate.Table table : template.tables()) {
            Map<String, String> keys = new LinkedHashMap<>();
            keys.put("", table.keys().getFirst());
            table.indexes().forEach(index -> keys.put(index.name(), index.keys().getFirst()));
            partitionKeys.put(table.name(), keys);
        }
        return new DynamoDbCalls(EmbeddedCloud.arnPrefix("dynamodb") + "table/", partitionKeys);
    }

    void sqs() throws Exception {
        SqsServer server =
                SqsServer.start(
                        state.ports().sqs(),
                        EmbeddedCloud.REGION,
                        EmbeddedCloud.ACCOUNT,
                        new SignedRequests(identities),
                        options.durable() ? state.folder().resolve("sqs") : null,
                        InstantSource.system());
        closing.add("SQS", server::close);
        Resources.queues(clients.sqs(), template.queues());
    }

    void s3() throws Exception {
        S3Server server =
                S3Server.start(
                        new S3Server.Options(
                                state.ports().s3(),
                                state.folder().resolve("s3"),
                                identities,
                                template.buckets().stream()
                                        .map(CloudTemplate.Bucket::name)
                                        .toList(),
                                template.buckets().stream()
                                        .filter(CloudTemplate.Bucket::versioned)
                                        .map(CloudTemplate.Bucket::name)
                                        .collect(Collectors.toSet()),
                                new ObjectNotifications(
                                        clients.sqs(),
                                        template,
                                        EmbeddedCloud.REGION,
                                        options.clock())));
        closing.add("S3", server::close);
    }
}
