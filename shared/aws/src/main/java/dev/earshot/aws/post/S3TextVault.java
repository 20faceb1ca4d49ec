package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.OneTimeCipher;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.aws.table.Keys;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.store.TextVault;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Raw texts in S3: one object {@code text/<ws>/<day>/<random>} for each call of {@link #seal},
 * every text in it encrypted under a key of its own ({@link OneTimeCipher}). The bucket's lifecycle
 * removes the objects.
 *
 * <p>A crash after the object is written and before its keys are stored leaves an object that
 * nobody can read until it expires. Thread-safe.
 */
public final class S3TextVault implements TextVault {
    private final S3Client client;
    private final String bucket;
    private final InstantSource clock;
    private final SecureRandom random;

    public S3TextVault(S3Client client, String bucket, InstantSource clock, SecureRandom random) {
        this.client = client;
        this.bucket = bucket;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public List<SealedText> seal(WorkspaceId workspace, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        byte[] name = new byte[16];
        random.nextBytes(name);
        String object =
                "text/"
                        + workspace
                        + "/"
                        + Keys.day(clock.instant())
                        + "/"
                        + HexFormat.of().formatHex(name);
        var bytes = new ByteArrayOutputStream();
        var sealed = new ArrayList<SealedText>();
        for (String text : texts) {
            byte[] key = OneTimeCipher.newKey(random);
            byte[] closed = OneTimeCipher.seal(object, key, text);
            sealed.add(new SealedText(object, bytes.size(), closed.length, key));
            bytes.writeBytes(closed);
        }
        Failures.in(
                "keep texts",
                () ->
                        client.putObject(
                                put ->
                                        put.bucket(bucket)
                                                .key(object)
                                                .contentType("application/octet-stream"),
                                RequestBody.fromBytes(bytes.toByteArray())));
        return List.copyOf(sealed);
    }

    @Override
    public Optional<String> open(SealedText sealed) {
        long last = sealed.offset() + sealed.length() - 1;
        try {
            byte[] closed =
                    client.getObjectAsBytes(
                                    get ->
                                            get.bucket(bucket)
                                                    .key(sealed.object())
                                                    .range("bytes=" + sealed.offset() + "-" + last))
                            .asByteArray();
            return Optional.of(OneTimeCipher.open(sealed.object(), sealed.key(), closed));
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return Optional.empty();
            }
            throw Failures.because("read a text", e);
        } catch (SdkException e) {
            throw Failures.because("read a text", e);
        }
    }
}
