package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalS3;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.store.TextVault;
import dev.earshot.testkit.contract.TextVaultContract;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.s3.S3Client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The contract on S3Proxy. */
final class S3TextVaultTest extends TextVaultContract {
    private final S3Client client = LocalS3.running().clients().s3();
    private final String bucket = LocalS3.running().newBucket(client);

    @Override
    protected TextVault vault() {
        return new S3TextVault(
                client,
                bucket,
                InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z")),
                new SecureRandom());
    }

    @Test
    void object_ofABatch_isNamedByDayAndHoldsNoText() {
        List<SealedText> sealed =
                vault().seal(new WorkspaceId("acme"), List.of("quiet words", "quiet words"));
        String object = sealed.getFirst().object();
        byte[] bytes = client.getObjectAsBytes(get -> get.bucket(bucket).key(object)).asByteArray();

        assertThat(object).matches("text/acme/2026-03-04/[0-9a-f]{32}");
        assertThat(bytes).hasSize(2 * ("quiet words".length() + 16));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("quiet");
    }
}
