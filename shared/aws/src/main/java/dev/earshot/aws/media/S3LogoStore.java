package dev.earshot.aws.media;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.store.LogoStore;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Logos in S3, one object {@code logos/<ws>/<brand>} that holds all of a brand's reference
 * pictures, each preceded by its length in 4 bytes. The object is replaced as a whole, so readers
 * never see half of it. Thread-safe.
 */
public final class S3LogoStore implements LogoStore {
    private final S3Client client;
    private final String bucket;

    public S3LogoStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(WorkspaceId workspace, String brandId, List<byte[]> pictures) {
        if (pictures.isEmpty() || pictures.size() > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    "pictures must be 1 to " + MAX_PICTURES + ", got " + pictures.size());
        }
        int size = pictures.stream().mapToInt(picture -> Integer.BYTES + picture.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        pictures.forEach(picture -> bytes.putInt(picture.length).put(picture));
        Failures.in(
                "keep logos",
                () ->
                        client.putObject(
                                put -> put.bucket(bucket).key(key(workspace, brandId)),
                                RequestBody.fromBytes(bytes.array())));
    }

    @Override
    public List<LogoReference> get(WorkspaceId workspace, String brandId) {
        try {
            ByteBuffer bytes =
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(key(workspace, brandId)))
                            .asByteBuffer();
            List<LogoReference> references = new ArrayList<>();
            while (bytes.remaining() > Integer.BYTES) {
                byte[] picture = new byte[bytes.getInt()];
                bytes.get(picture);
                references.add(new LogoReference(brandId, Digests.sha256(picture), picture));
            }
            return List.copyOf(references);
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return List.of();
            }
            throw Failures.because("read logos", e);
        } catch (SdkException e) {
            throw Failures.because("read logos", e);
        }
    }

    @Override
    public void delete(WorkspaceId workspace, String brandId) {
        Failures.in(
                "remove logos",
                () ->
                        client.deleteObject(
                                delete -> delete.bucket(bucket).key(key(workspace, brandId))));
    }

    private static String key(WorkspaceId workspace, String brandId) {
        return "logos/" + workspace + "/" + brandId;
    }
}
