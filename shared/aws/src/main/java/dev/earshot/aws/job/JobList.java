package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of a workspace by the time of their creation, under {@code JL#<ws>}, {@code
 * <millis>#<id>}. Thread-safe.
 */
final class JobList {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    JobList(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** The write that lists a job until the given second. */
    Put entry(Job job, long expiresAt) {
        TableItem entry =
                TableItem.at(Keys.jobList(job.workspace()), position(job))
                        .with("id", job.id())
                        .with(Keys.EXPIRES_AT, expiresAt);
        return Put.builder().tableName(table).item(entry.attributes()).build();
    }

    /** The ids of at most {@code limit} jobs created before the given one, the newest first. */
    List<String> ids(WorkspaceId workspace, Optional<Job> before, int limit) {
        String last = before.map(JobList::position).orElse("~");
        List<String> ids = new ArrayList<>();
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryRequest.Builder request =
                    QueryRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .keyConditionExpression("PK = :pk AND SK < :last")
                            .filterExpression("expiresAt > :now")
                            .expressionAttributeValues(
                                    Map.of(
                                            ":pk", TableItem.text(Keys.jobList(workspace)),
                                            ":last", TableItem.text(last),
                                            ":now",
                                                    TableItem.number(
                                                            clock.instant().getEpochSecond())))
                            .limit(limit - ids.size());
            if (!next.isEmpty()) {
                request.exclusiveStartKey(next);
            }
            var response = Failures.in("list jobs", () -> client.query(request.build()));
            response.items().forEach(item -> ids.add(TableItem.of(item).need("id")));
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty() && ids.size() < limit);
        return ids;
    }

    private static String position(Job job) {
        return Keys.millis(job.createdAt()) + "#" + job.id();
    }
}
