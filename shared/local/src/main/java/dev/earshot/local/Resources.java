package dev.earshot.local;

import dev.earshot.local.template.CloudTemplate;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates the template's resources in the servers, and updates those that exist already. */
final class Resources {
    private Resources() {}

    static void queues(SqsClient sqs, List<CloudTemplate.Queue> queues) {
        // A dead-letter queue must exist before the queue that names it.
        List<CloudTemplate.Queue> inOrder =
                queues.stream()
                        .sorted(
                                Comparator.comparing(
                                        queue -> queue.attributes().containsKey("RedrivePolicy")))
                        .toList();
        for (CloudTemplate.Queue queue : inOrder) {
            queue(sqs, queue.name(), queue.attributes());
        }
    }

    static String queue(SqsClient sqs, String name, Map<String, String> attributes) {
        Map<QueueAttributeName, String> named =
                attributes.entrySet().stream()
                        // ElasticMQ keeps messages forever, and warns each time a retention period
                        // is set.
                        .filter(entry -> !entry.getKey().equals("MessageRetentionPeriod"))
                        .collect(
                                Collectors.toMap(
                                        entry -> QueueAttributeName.fromValue(entry.getKey()),
                                        Map.Entry::getValue));
        try {
            String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            if (!named.isEmpty()) {
                sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(named));
            }
            return url;
        } catch (QueueDoesNotExistException e) {
            return sqs.createQueue(request -> request.queueName(name).attributes(named)).queueUrl();
        }
    }

    static void table(DynamoDbClient dynamoDb, CloudTemplate.Table table) {
        if (dynamoDb.listTables().tableNames().contains(table.name())) {
            return;
        }
        List<AttributeDefinition> attributes =
                table.types().entrySet().stream()
                        .map(
                                type ->
                                        AttributeDefinition.builder()
                                                .attributeName(type.getKey())
                                                .attributeType(type.getValue())
                                                .build())
                        .toList();
        dynamoDb.createTable(
                request -> {
                    request.tableName(table.name())
                            .attributeDefinitions(attributes)
                            .keySchema(keys(table.keys()))
                            .billingMode(BillingMode.PAY_PER_REQUEST);
                    if (!table.indexes().isEmpty()) {
                        request.globalSecondaryIndexes(
                                table.indexes().stream().map(Resources::index).toList());
                    }
                    if (table.streamView() != null) {
                        request.streamSpecification(
                                StreamSpecification.builder()
                                        .streamEnabled(true)
                                        .streamViewType(table.streamView())
                                        .build());
                    }
                });
        if (table.lifetimeAttribute() != null) {
            dynamoDb.updateTimeToLive(
                    request ->
                            request.tableName(table.name())
                                    .timeToLiveSpecification(
                                            lifetime ->
                                                    lifetime.enabled(true)
                                                            .attributeName(
                                                                    table.lifetimeAttribute())));
        }
    }

    private static GlobalSecondaryIndex index(CloudTemplate.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(
                        carried ->
                                carried.projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes(index.carried()))
                .build();
    }

    private static List<KeySchemaElement> keys(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                KeySchemaElement.builder()
                                        .attributeName(name)
                                        .keyType(
                                                name.equals(names.getFirst())
                                                        ? KeyType.HASH
                                                        : KeyType.RANGE)
                                        .build())
                .toList();
    }
}
