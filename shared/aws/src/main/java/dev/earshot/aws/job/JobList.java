package dev.earshot.aws.job;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;

import java.time.InstantSource;
import java.util.List;
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
        return Partition.newest(
                        client,
                        table,
                        Keys.jobList(workspace),
                        before.map(JobList::position).orElse(Partition.END),
                        limit,
                        clock.instant(),
                        "list jobs")
                .stream()
                .map(item -> item.need("id"))
                .toList();
    }

    private static String position(Job job) {
        return Keys.millis(job.createdAt()) + "#" + job.id();
    }
}
