package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages that could not be taken and lie as they came: one that names an account goes, with its
 * reason. Thread-safe.
 */
public final class ParkedTraces implements ErasurePort {
    private static final String FOLDER = "parked/";

    private final WorkspaceItems items;
    private final S3Client client;
    private final String bucket;

    /**
     * @param bucket the vault
     */
    public ParkedTraces(DynamoDbClient table, String tableName, S3Client client, String bucket) {
        this.items = new WorkspaceItems(table, tableName);
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String name() {
        return "parked messages";
    }

    @Override
    public Set<String> covers() {
        return Set.of("X", "XI", FOLDER);
    }

    @Override
    public long erase(Erased people) {
        String folder = FOLDER + people.workspace() + "/";
        Set<String> gone =
                Failures.in(
                                "list parked messages",
                                () ->
                                        client
                                                .listObjectsV2Paginator(
                                                        list -> list.bucket(bucket).prefix(folder))
                                                .contents()
                                                .stream()
                                                .map(object -> object.key())
                                                .toList())
                        .stream()
                        .filter(key -> people.isNamedIn(text(key)))
                        .collect(Collectors.toSet());
        gone.forEach(
                key ->
                        Failures.in(
                                "remove a parked message",
                                () -> client.deleteObject(d -> d.bucket(bucket).key(key))));
        for (TableItem item : items.of(people.workspace(), List.of("X", "XI"))) {
            String id = item.text("id", last(item.need(Keys.PK)));
            if (gone.contains(folder + id) || people.isNamedIn(item.text("re", ""))) {
                items.delete(item);
            }
        }
        return gone.size();
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('#') + 1);
    }

    private String text(String key) {
        try {
            return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return "";
            }
            throw Failures.because("read a parked message", e);
        }
    }
}
