package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.review.SealedPayload;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages that could not be taken and lie sealed as they came: one that names an account goes,
 * with its reason, and so does what no entry opens any more. Thread-safe.
 */
public final class ParkedTraces implements ErasurePort {
    /** A parking that takes longer has failed, and is done again with another object. */
    private static final Duration BEING_PARKED = Duration.ofHours(1);

    private final WorkspaceItems items;
    private final S3Client client;
    private final String bucket;
    private final InstantSource clock;

    /**
     * @param bucket the vault
     */
    public ParkedTraces(
            DynamoDbClient table,
            String tableName,
            S3Client client,
            String bucket,
            InstantSource clock) {
        this.items = new WorkspaceItems(table, tableName);
        this.client = client;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "parked messages";
    }

    @Override
    public Set<String> covers() {
        return Set.of("X", "XI", SealedPayload.FOLDER);
    }

    @Override
    public long erase(Erased people) {
        WorkspaceId workspace = people.workspace();
        long gone = 0;
        var ids = new HashSet<String>();
        var objects = new HashSet<String>();
        for (TableItem entry : items.of(workspace, List.of("X"))) {
            String object = SealedPayload.object(workspace, entry);
            objects.add(object);
            if (people.isNamedIn(entry.text("re", ""))
                    || people.isNamedIn(SealedPayload.read(client, bucket, workspace, entry))) {
                delete(object);
                items.delete(entry);
                ids.add(entry.need("id"));
                gone++;
            }
        }
        for (TableItem pointer : items.of(workspace, List.of("XI"))) {
            if (ids.contains(last(pointer.need(Keys.PK)))) {
                items.delete(pointer);
            }
        }
        return gone + withoutEntry(workspace, objects);
    }

    /** What no entry opens is of no use to anybody, unless it is just being parked. */
    private long withoutEntry(WorkspaceId workspace, Set<String> objects) {
        Instant before = clock.instant().minus(BEING_PARKED);
        List<String> lost =
                Failures.in(
                        "list parked messages",
                        () ->
                                client
                                        .listObjectsV2Paginator(
                                                list ->
                                                        list.bucket(bucket)
                                                                .prefix(
                                                                        SealedPayload.FOLDER
                                                                                + workspace
                                                                                + "/"))
                                        .contents()
                                        .stream()
                                        .filter(each -> each.lastModified().isBefore(before))
                                        .map(S3Object::key)
                                        .filter(key -> !objects.contains(key))
                                        .toList());
        lost.forEach(this::delete);
        return lost.size();
    }

    private void delete(String object) {
        Failures.in(
                "remove a parked message",
                () -> client.deleteObject(delete -> delete.bucket(bucket).key(object)));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('#') + 1);
    }
}
