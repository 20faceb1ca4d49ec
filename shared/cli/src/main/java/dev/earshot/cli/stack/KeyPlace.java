package dev.earshot.cli.stack;

import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.Endpoints;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The options that say whose keys are meant: those of a stack on this machine, or of one on AWS,
 * which is reached with the caller's own credentials. Not thread-safe.
 */
final class KeyPlace {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            converter = NonBlank.class,
            description = {
                "Stack on AWS, reached with your own credentials. They need dynamodb:ListTables, and"
                        + " on the stack's table Query, GetItem, UpdateItem and DeleteItem.",
                "Default: none, the stack that runs on this machine"
            })
    private @Nullable String stack;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = NonBlank.class,
            description = "Region of --stack. Default: the one of your AWS profile or environment")
    private @Nullable String region;

    @Mixin private final RunningStack running = new RunningStack();

    /** Whether the stack is on AWS, where a revoked key is remembered for a while. */
    boolean onAws() {
        return stack != null;
    }

    /**
     * The stack's keys.
     *
     * @throws UsageException if there is no such stack
     */
    ApiKeyRegistry keys(InstantSource clock) throws IOException {
        return new Services(Settings.of(stack == null ? local() : remote(stack)), clock).apiKeys();
    }

    private Map<String, String> local() throws IOException {
        if (region != null) {
            throw new UsageException("--region needs --stack");
        }
        return settings(running.endpoints());
    }

    /** The settings that reach the table of a stack on this machine. */
    static Map<String, String> settings(Endpoints endpoints) {
        return Map.of(
                "AWS_REGION",
                endpoints.region(),
                "DYNAMODB_ENDPOINT",
                endpoints.dynamodb(),
                "AWS_ACCESS_KEY_ID",
                endpoints.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                endpoints.secretAccessKey(),
                "TABLE_NAME",
                String.valueOf(endpoints.tables().get("main")));
    }

    private Map<String, String> remote(String name) {
        try {
            Region where =
                    region == null
                            ? new DefaultAwsRegionProviderChain().getRegion()
                            : Region.of(region);
            try (DynamoDbClient client =
                    DynamoDbClient.builder()
                            .region(where)
                            .httpClient(UrlConnectionHttpClient.create())
                            .build()) {
                return Map.of(
                        "AWS_REGION",
                        where.id(),
                        "TABLE_NAME",
                        table(
                                name,
                                client.listTablesPaginator().tableNames().stream().toList(),
                                where.id()));
            }
        } catch (SdkException e) {
            throw new UsageException("stack '" + name + "' cannot be reached: " + e.getMessage());
        }
    }

    /**
     * The table of a stack, by the name that CloudFormation gives to the resource {@code Table}.
     */
    static String table(String stack, List<String> tables, String region) {
        String start = stack + "-Table-";
        List<String> found = tables.stream().filter(each -> each.startsWith(start)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new UsageException(
                found.isEmpty()
                        ? "no table in "
                                + region
                                + " begins with '"
                                + start
                                + "', so there is no stack '"
                                + stack
                                + "' of Earshot; check the name, the region and the account"
                        : "several stacks were called '"
                                + stack
                                + "' in "
                                + region
                                + ": "
                                + String.join(", ", found)
                                + "; delete the tables that are left over");
    }
}
