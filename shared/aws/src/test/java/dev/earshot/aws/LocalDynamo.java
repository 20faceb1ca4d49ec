package dev.earshot.aws;

import dev.earshot.aws.client.Clients;
import dev.earshot.aws.client.ServiceAccess;
import dev.earshot.aws.post.AuthorIndex;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** DynamoDB Local in this process, in memory, on the loopback address; one for all tests. */
public final class LocalDynamo {
    private static final LocalDynamo RUNNING = start();

    private final URI endpoint;
    private final AtomicInteger tables = new AtomicInteger();

    private LocalDynamo(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static LocalDynamo running() {
        return RUNNING;
    }

    public Clients clients(ExecutionInterceptor... interceptors) {
        return new Clients(access(endpoint), List.of(interceptors));
    }

    public static ServiceAccess access(URI endpoint) {
        return new ServiceAccess(
                "eu-central-1",
                Optional.of(new ServiceAccess.Credentials("AKIALOCAL", "secret")),
                new ServiceAccess.Endpoints(
                        Optional.of(endpoint),
                        Optional.of(endpoint),
                        Optional.of(endpoint),
                        Optional.of(endpoint)));
    }

    /** Makes an empty table with the keys of the template. */
    public String newTable(DynamoDbClient client) {
        String name = "table-" + tables.incrementAndGet();
        createTable(client, name);
        return name;
    }

    static void createTable(DynamoDbClient client, String name) {
        try {
            client.createTable(
                    create ->
                            create.tableName(name)
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .attributeDefinitions(
                                            attribute("PK", ScalarAttributeType.S),
                                            attribute("SK", ScalarAttributeType.S),
                                            attribute("gp", ScalarAttributeType.S),
                                            attribute("gs", ScalarAttributeType.B))
                                    .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))
                                    .globalSecondaryIndexes(authors()));
        } catch (ResourceInUseException e) {
            // On a busy machine the SDK repeats an attempt whose answer came too late.
        }
    }

    private static GlobalSecondaryIndex authors() {
        return GlobalSecondaryIndex.builder()
                .indexName("authors")
                .keySchema(key("gp", KeyType.HASH), key("gs", KeyType.RANGE))
                .projection(
                        carried ->
                                carried.projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes(AuthorIndex.CARRIED))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static LocalDynamo start() {
        try {
            var handler =
                    new LocalDynamoDBServerHandler(
                            new LocalDynamoDBRequestHandler(0, true, null, true, false), "*");
            var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var context = new ContextHandler();
            context.setHandler(handler);
            server.setHandler(context);
            server.setStopAtShutdown(true);
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            return new LocalDynamo(URI.create("http://127.0.0.1:" + port));
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local must start", e);
        }
    }
}
