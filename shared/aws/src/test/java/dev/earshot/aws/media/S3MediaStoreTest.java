package dev.earshot.aws.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalS3;
import dev.earshot.aws.client.Clients;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.core.store.MediaStore.Upload;
import dev.earshot.testkit.contract.MediaStoreContract;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The contract on S3Proxy, and what a presigned URL lets a client do. */
final class S3MediaStoreTest extends MediaStoreContract {
    private final Clients clients = LocalS3.running().clients();
    private final S3Client client = clients.s3();
    private final String bucket = LocalS3.running().newBucket(client);
    private final S3MediaStore store = new S3MediaStore(client, clients.presigner(), bucket);

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected void put(String key, byte[] bytes) {
        client.putObject(p -> p.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    @Test
    void upload_asAnnounced_arrives() throws Exception {
        Upload upload = presign(5);

        assertThat(send(upload, "image/png", "12345")).isEqualTo(200);
        assertThat(store.fetch("media/acme/1.png", 10))
                .isInstanceOfSatisfying(
                        Fetched.Content.class,
                        file -> assertThat(file.bytes()).asString().isEqualTo("12345"));
    }

    @Test
    void upload_ofAnotherSizeOrType_isRefused() throws Exception {
        Upload upload = presign(5);

        assertThat(upload.url()).contains("content-length").contains("content-type");
        assertThat(send(upload, "image/png", "123456")).isEqualTo(403);
        assertThat(send(upload, "text/html", "12345")).isEqualTo(403);
        assertThat(store.fetch("media/acme/1.png", 10)).isEqualTo(new Fetched.Missing());
    }

    private Upload presign(long bytes) {
        return store.presign(
                new WorkspaceId("acme"),
                "media/acme/1.png",
                "image/png",
                bytes,
                Duration.ofMinutes(5));
    }

    private static int send(Upload upload, String type, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(upload.url()))
                        .method(upload.method(), HttpRequest.BodyPublishers.ofString(body));
        upload.headers()
                .forEach(
                        (n, v) -> request.header(n, n.equalsIgnoreCase("content-type") ? type : v));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
