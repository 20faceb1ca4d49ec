package dev.earshot.local.server;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file store whose objects may have any key; {@link FileName} maps keys to files. Thread-safe.
 */
final class SafeNamesBlobStore extends ForwardingBlobStore {
    private static final int S3_PAGE = 1000;
    // S3 orders keys by their UTF-8 bytes; Java orders strings by UTF-16 units.
    private static final Comparator<String> S3_ORDER =
            (left, right) ->
                    Arrays.compareUnsigned(
                            left.getBytes(StandardCharsets.UTF_8),
                            right.getBytes(StandardCharsets.UTF_8));

    SafeNamesBlobStore(BlobStore files) {
        super(files);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        String prefix = request.prefix() == null ? "" : request.prefix();
        String delimiter = request.delimiter() == null ? "" : request.delimiter();
        String after =
                request.continuationToken() != null
                        ? request.continuationToken()
                        : request.startAfter();
        NavigableMap<String, Optional<S3Object>> entries = new TreeMap<>(S3_ORDER);
        String folder = FileName.folderOfPrefix(prefix);
        ListObjectsV2Response files =
                delegate()
                        .list(
                                ListObjectsV2Request.builder()
                                        .bucket(request.bucket())
                                        .prefix(folder.isEmpty() ? null : folder)
                                        .build());
        for (S3Object file : files.contents()) {
            String key = FileName.toKey(file.key());
            if (key.startsWith(prefix)) {
                int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                if (cut < 0) {
                    entries.put(key, Optional.of(file.toBuilder().key(key).build()));
                } else {
                    entries.put(key.substring(0, cut + delimiter.length()), Optional.empty());
                }
            }
        }
        int pageSize = request.maxKeys() == null ? S3_PAGE : request.maxKeys();
        NavigableMap<String, Optional<S3Object>> rest =
                after == null ? entries : entries.tailMap(after, false);
        List<S3Object> objects = new ArrayList<>();
        List<CommonPrefix> prefixes = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, Optional<S3Object>> entry : rest.entrySet()) {
            if (objects.size() + prefixes.size() >= pageSize) {
                break;
            }
            last = entry.getKey();
            entry.getValue()
                    .ifPresentOrElse(
                            objects::add,
                            () ->
                                    prefixes.add(
                                            CommonPrefix.builder().prefix(entry.getKey()).build()));
        }
        boolean more = objects.size() + prefixes.size() < rest.size();
        return ListObjectsV2Response.builder()
                .contents(objects)
                .commonPrefixes(prefixes)
                .isTruncated(more && last != null)
                .nextContinuationToken(more ? last : null)
                .build();
    }

    @Override
    public boolean blobExists(String container, String name) {
        return delegate().blobExists(container, FileName.ofKey(name));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return delegate()
                .putBlob(request.toBuilder().key(FileName.ofKey(request.key())).build(), payload);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return delegate()
                .copyBlob(
                        request.toBuilder()
                                .sourceKey(FileName.ofKey(request.sourceKey()))
                                .destinationKey(FileName.ofKey(request.destinationKey()))
                                .build());
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return delegate()
                .blobMetadata(request.toBuilder().key(FileName.ofKey(request.key())).build());
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return delegate().getBlob(request.toBuilder().key(FileName.ofKey(request.key())).build());
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return delegate()
                .removeBlob(request.toBuilder().key(FileName.ofKey(request.key())).build());
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String name) {
        return delegate().getBlobAccess(container, FileName.ofKey(name));
    }

    @Override
    public ObjectCannedACL getBlobAccess(
            String container, String name, @Nullable String versionId) {
        return delegate().getBlobAccess(container, FileName.ofKey(name), versionId);
    }

    @Override
    public GetObjectAclResponse getBlobAcl(GetObjectAclRequest request) {
        return delegate()
                .getBlobAcl(request.toBuilder().key(FileName.ofKey(request.key())).build());
    }

    @Override
    public void setBlobAccess(String container, String name, ObjectCannedACL access) {
        delegate().setBlobAccess(container, FileName.ofKey(name), access);
    }

    @Override
    public void setBlobAccess(
            String container, String name, ObjectCannedACL access, @Nullable String versionId) {
        delegate().setBlobAccess(container, FileName.ofKey(name), access, versionId);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        MultipartUpload upload =
                delegate()
                        .initiateMultipartUpload(
                                request.toBuilder().key(FileName.ofKey(request.key())).build());
        return new MultipartUpload(upload.id(), request, upload.response());
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        delegate().abortMultipartUpload(named(upload));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return delegate()
                .completeMultipartUpload(
                        named(upload),
                        request.toBuilder().key(FileName.ofKey(upload.blobName())).build());
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        return delegate()
                .uploadMultipartPart(
                        named(upload),
                        request.toBuilder().key(FileName.ofKey(upload.blobName())).build(),
                        payload);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return delegate().listMultipartUpload(named(upload));
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
            String container) {
        return delegate().listMultipartUploads(container).stream()
                .map(upload -> upload.toBuilder().key(FileName.toKey(upload.key())).build())
                .toList();
    }

    private static MultipartUpload named(MultipartUpload upload) {
        return new MultipartUpload(
                upload.id(),
                upload.request().toBuilder().key(FileName.ofKey(upload.blobName())).build(),
                upload.response());
    }
}
