package dev.earshot.local.server;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Announces every change of an object after it is stored and before the client is answered, so a
 * change that the client knows of has been announced. Thread-safe if the listener is.
 */
final class AnnouncingBlobStore extends ForwardingBlobStore {
    // The server stores the headers of an unfinished multipart upload in a separate object.
    private static final String INTERNAL = ".s3proxy-";

    private final Set<String> versionedBuckets;
    private final Consumer<ObjectChange> listener;

    AnnouncingBlobStore(
            BlobStore store, Set<String> versionedBuckets, Consumer<ObjectChange> listener) {
        super(store);
        this.versionedBuckets = Set.copyOf(versionedBuckets);
        this.listener = listener;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        PutObjectResponse response = delegate().putBlob(request, payload);
        if (!request.key().startsWith(INTERNAL)) {
            created("Put", request.bucket(), request.key());
        }
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = delegate().copyBlob(request);
        created("Copy", request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response =
                delegate().completeMultipartUpload(upload, request);
        created("CompleteMultipartUpload", upload.containerName(), upload.blobName());
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        boolean announced =
                !request.key().startsWith(INTERNAL)
                        && delegate().blobExists(request.bucket(), request.key());
        DeleteObjectResponse response = delegate().removeBlob(request);
        if (announced) {
            String kind =
                    versionedBuckets.contains(request.bucket()) ? "DeleteMarkerCreated" : "Delete";
            listener.accept(
                    new ObjectChange(
                            "ObjectRemoved:" + kind, request.bucket(), request.key(), 0, null));
        }
        return response;
    }

    private void created(String kind, String bucket, String key) {
        HeadObjectResponse head =
                delegate()
                        .blobMetadataIfPresent(
                                HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (head != null) {
            listener.accept(
                    new ObjectChange(
                            "ObjectCreated:" + kind,
                            bucket,
                            key,
                            head.contentLength(),
                            unquoted(head.eTag())));
        }
    }

    private static String unquoted(@Nullable String eTag) {
        return eTag == null ? "" : eTag.replace("\"", "");
    }
}
