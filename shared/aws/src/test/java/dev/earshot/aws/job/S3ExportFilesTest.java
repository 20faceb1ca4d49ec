package dev.earshot.aws.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalS3;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Erased;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.export.ExportFilesContract;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The contract on S3Proxy; what is fetched comes by a signed address, as for a stranger. */
final class S3ExportFilesTest extends ExportFilesContract {
    private final S3Client client = LocalS3.running().clients().s3();

    @Override
    protected S3ExportFiles files() {
        return new S3ExportFiles(
                client,
                LocalS3.running().clients()::presigner,
                LocalS3.running().newBucket(client));
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected byte[] fetched(ExportFiles files, String url) throws Exception {
        return answer(url).body();
    }

    private static HttpResponse<byte[]> answer(String url) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<byte[]> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).GET().build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }

    @Test
    void find_storedFile_isSavedUnderItsName() throws Exception {
        S3ExportFiles files = files();
        put(files, Posts.WORKSPACE, "1", "rows");
        String url =
                files.find(Posts.WORKSPACE, "1", "earshot-acme-posts.csv", Duration.ofMinutes(1))
                        .orElseThrow()
                        .url();

        assertThat(answer(url).headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"earshot-acme-posts.csv\"");
    }

    @Test
    void erase_anybody_removesAllOfTheWorkspaceAndNobodyElses() throws Exception {
        S3ExportFiles files = files();
        var other = new WorkspaceId("acme2");
        put(files, Posts.WORKSPACE, "1", "one");
        put(files, Posts.WORKSPACE, "2", "two");
        put(files, other, "3", "three");

        long removed =
                files.erase(
                        new Erased(
                                Posts.WORKSPACE,
                                Set.of(ErasureMark.of(Posts.author(1))),
                                Set.of(),
                                Set.of(),
                                new Pseudonymiser(new byte[32])));

        assertThat(removed).isEqualTo(2);
        assertThat(
                        files.find(
                                Posts.WORKSPACE,
                                "1",
                                "earshot-acme-posts.csv",
                                Duration.ofMinutes(1)))
                .isEmpty();
        assertThat(files.find(other, "3", "earshot-acme-posts.csv", Duration.ofMinutes(1)))
                .isPresent();
    }
}
