package dev.earshot.aws.job;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Large checkpoints as objects under {@code jobs/<ws>/}, each under its own name. The job's item
 * names the current one, so a crash in the middle of a write does no harm. Thread-safe.
 */
public final class Checkpoints {
    private final S3Client client;
    private final String bucket;
    private final RandomGenerator random;

    public Checkpoints(S3Client client, String bucket, RandomGenerator random) {
        this.client = client;
        this.bucket = bucket;
        this.random = random;
    }

    /** Stores a checkpoint and returns the key of its object. */
    String put(WorkspaceId workspace, String jobId, byte[] bytes) {
        byte[] name = new byte[8];
        random.nextBytes(name);
        String object =
                "jobs/"
                        + workspace
                        + "/"
                        + Digests.sha256(jobId)
                        + "/"
                        + HexFormat.of().formatHex(name);
        Failures.in(
                "keep a checkpoint",
                () ->
                        client.putObject(
                                put -> put.bucket(bucket).key(object),
                                RequestBody.fromBytes(bytes)));
        return object;
    }

    /** Empty once the object has expired. */
    Optional<byte[]> get(String object) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(object)).asByteArray());
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return Optional.empty();
            }
            throw Failures.because("read a checkpoint", e);
        } catch (SdkException e) {
            throw Failures.because("read a checkpoint", e);
        }
    }

    /** Ignores failures, since a leftover object expires. */
    void drop(String object) {
        try {
            Failures.in(
                    "remove a checkpoint",
                    () -> client.deleteObject(delete -> delete.bucket(bucket).key(object)));
        } catch (StoreException e) {
            return;
        }
    }
}
