package dev.earshot.aws.media;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Uploaded files in one S3 bucket. Thread-safe. */
public final class S3MediaStore implements MediaStore {
    /** Enough to tell a file's kind by its first bytes. */
    private static final int HEAD_BYTES = 4_096;

    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** Headers that every HTTP client sets by itself, from the address and the body. */
    private static final Set<String> AUTOMATIC = Set.of("host", "content-length");

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3MediaStore(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Fetched fetch(String key, long maxBytes) {
        try (ResponseInputStream<GetObjectResponse> file =
                client.getObject(get -> get.bucket(bucket).key(key))) {
            long bytes = file.response().contentLength();
            if (bytes > maxBytes) {
                byte[] head = file.readNBytes(HEAD_BYTES);
                file.abort();
                return new Fetched.TooLarge(bytes, head);
            }
            return new Fetched.Content(file.readNBytes(Math.toIntExact(bytes)));
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return new Fetched.Missing();
            }
            throw Failures.because("read file " + key, e);
        } catch (SdkException e) {
            throw Failures.because("read file " + key, e);
        } catch (IOException e) {
            throw new StoreException("could not read file " + key + " to its end", e);
        }
    }

    @Override
    public Part part(String key, long offset, int maxBytes, String tag) {
        String range = "bytes=" + offset + "-" + (offset + maxBytes - 1);
        try {
            var part =
                    client.getObjectAsBytes(
                            get -> {
                                get.bucket(bucket).key(key).range(range);
                                if (!tag.isEmpty()) {
                                    get.ifMatch(tag);
                                }
                            });
            String whole = part.response().contentRange();
            long size =
                    whole == null
                            ? part.response().contentLength()
                            : Long.parseLong(whole.substring(whole.lastIndexOf('/') + 1));
            return new Part.Content(part.asByteArray(), size, part.response().eTag());
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return new Part.Missing();
            }
            return switch (e.statusCode()) {
                case PRECONDITION_FAILED -> new Part.Changed();
                case RANGE_NOT_SATISFIABLE -> end(key, tag);
                default -> throw Failures.because("read file " + key, e);
            };
        } catch (SdkException e) {
            throw Failures.because("read file " + key, e);
        }
    }

    /** The empty part at a file's end. */
    private Part end(String key, String tag) {
        try {
            var head = client.headObject(request -> request.bucket(bucket).key(key));
            return tag.isEmpty() || tag.equals(head.eTag())
                    ? new Part.Content(new byte[0], head.contentLength(), head.eTag())
                    : new Part.Changed();
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return new Part.Missing();
            }
            throw Failures.because("read file " + key, e);
        } catch (SdkException e) {
            throw Failures.because("read file " + key, e);
        }
    }

    @Override
    public List<Listed> list(String prefix, String after, int limit) {
        return Failures.in(
                "list files",
                () ->
                        client
                                .listObjectsV2(
                                        list -> {
                                            list.bucket(bucket).prefix(prefix).maxKeys(limit);
                                            if (!after.isEmpty()) {
                                                list.startAfter(after);
                                            }
                                        })
                                .contents()
                                .stream()
                                .map(file -> new Listed(file.key(), file.size()))
                                .toList());
    }

    /**
     * Presigns a URL to which a client may PUT one file directly. Type and size are part of the
     * signature: a request with another {@code Content-Type} or {@code Content-Length} is refused.
     * The headers returned must be sent; {@code Content-Length} is left to the HTTP client, which
     * sets it from the body.
     */
    @Override
    public Upload presign(
            WorkspaceId workspace, String key, String contentType, long bytes, Duration valid) {
        PresignedPutObjectRequest signed =
                Failures.in(
                        "sign an upload",
                        () ->
                                presigner.presignPutObject(
                                        request ->
                                                request.signatureDuration(valid)
                                                        .putObjectRequest(
                                                                put ->
                                                                        put.bucket(bucket)
                                                                                .key(key)
                                                                                .contentType(
                                                                                        contentType)
                                                                                .contentLength(
                                                                                        bytes))));
        Map<String, String> headers = new TreeMap<>();
        signed.signedHeaders()
                .forEach(
                        (name, values) -> {
                            if (!AUTOMATIC.contains(name.toLowerCase(Locale.ROOT))) {
                                headers.put(name, String.join(",", values));
                            }
                        });
        return new Upload(
                signed.url().toString(),
                signed.httpRequest().method().name(),
                headers,
                Optional.of(key));
    }

    @Override
    public String download(String key, Duration valid) {
        return Failures.in(
                "sign a download",
                () ->
                        presigner
                                .presignGetObject(
                                        request ->
                                                request.signatureDuration(valid)
                                                        .getObjectRequest(
                                                                get -> get.bucket(bucket).key(key)))
                                .url()
                                .toString());
    }
}
