package dev.earshot.aws.media;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.DerivedFiles;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.util.Optional;

/**
 * Derived files under {@code derived/<ws>/<SHA-256 of the key>/<name>} in the vault bucket, which
 * is not versioned: a deleted file is gone. Thread-safe.
 */
public final class S3DerivedFiles implements DerivedFiles {
    private final S3Client client;
    private final String bucket;

    public S3DerivedFiles(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(WorkspaceId workspace, String key, String name, byte[] bytes) {
        Failures.in(
                "keep " + name,
                () ->
                        client.putObject(
                                put -> put.bucket(bucket).key(folder(workspace, key) + name),
                                RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> get(WorkspaceId workspace, String key, String name) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(
                                    get -> get.bucket(bucket).key(folder(workspace, key) + name))
                            .asByteArray());
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return Optional.empty();
            }
            throw Failures.because("read " + name, e);
        } catch (SdkException e) {
            throw Failures.because("read " + name, e);
        }
    }

    @Override
    public void delete(WorkspaceId workspace, String key) {
        Failures.in(
                "remove what was made from a file",
                () -> {
                    var found =
                            client.listObjectsV2(
                                    list -> list.bucket(bucket).prefix(folder(workspace, key)));
                    for (S3Object object : found.contents()) {
                        client.deleteObject(delete -> delete.bucket(bucket).key(object.key()));
                    }
                    return found.keyCount();
                });
    }

    private static String folder(WorkspaceId workspace, String key) {
        return "derived/" + workspace + "/" + Digests.sha256(key) + "/";
    }
}
