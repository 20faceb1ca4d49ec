package dev.earshot.aws.review;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.OneTimeCipher;
import dev.earshot.aws.client.S3Errors;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The payload of a parked message, an object that the key in the message's entry opens. Every
 * writing makes an object of its own, so that a crash before the entry is written leaves the one
 * before readable. Stateless.
 */
public final class SealedPayload {
    /** The folder of parked payloads in the vault. */
    public static final String FOLDER = "parked/";

    private static final int PLAIN_ID_LENGTH = 128;

    static final String KEY = "ke";
    static final String OBJECT = "ob";

    private SealedPayload() {}

    /**
     * The object of an entry in the list of parked messages.
     *
     * @param entry one of before payloads were sealed names no object
     */
    public static String object(WorkspaceId workspace, TableItem entry) {
        return entry.text(OBJECT, plainObject(workspace, entry.need("id")));
    }

    /**
     * The payload; blank if the object is gone.
     *
     * @param entry one of before payloads were sealed has no key
     */
    public static String read(
            S3Client client, String bucket, WorkspaceId workspace, TableItem entry) {
        String object = object(workspace, entry);
        try {
            byte[] bytes =
                    client.getObjectAsBytes(get -> get.bucket(bucket).key(object)).asByteArray();
            return entry.has(KEY)
                    ? OneTimeCipher.open(object, entry.bytes(KEY), bytes)
                    : new String(bytes, StandardCharsets.UTF_8);
        } catch (S3Exception e) {
            if (S3Errors.missing(e)) {
                return "";
            }
            throw Failures.because("read a parked payload", e);
        } catch (SdkException e) {
            throw Failures.because("read a parked payload", e);
        }
    }

    static String newObject(WorkspaceId workspace, RandomGenerator random) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return FOLDER + workspace + "/" + HexFormat.of().formatHex(name);
    }

    private static String plainObject(WorkspaceId workspace, String id) {
        boolean plain =
                id.length() <= PLAIN_ID_LENGTH && id.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
        return FOLDER + workspace + "/" + (plain ? id : "sha256." + Digests.sha256(id));
    }
}
