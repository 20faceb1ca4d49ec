package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.local.permission.Identities;
import dev.earshot.local.permission.Identity;
import dev.earshot.local.permission.Policy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3ServerTest {
    private static final String BUCKET = "media";

    private final int port = Loopback.freePort(0);
    private final List<ObjectChange> changes = new CopyOnWriteArrayList<>();
    private final S3Server server;
    private final S3Client s3 = client("secret");

    S3ServerTest() throws Exception {
        server =
                S3Server.start(
                        new S3Server.Options(
                                port,
                                Files.createTempDirectory("earshot-s3"),
                                identities(),
                                List.of(BUCKET, "empty"),
                                Set.of(BUCKET),
                                changes::add));
    }

    private static Identities identities() {
        var identities = new Identities();
        identities.add(new Identity("test", "LOCAL", "secret", Policy.EVERYTHING));
        return identities;
    }

    @AfterAll
    void stop() {
        s3.close();
        server.close();
    }

    private static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("LOCAL", secret));
    }

    private S3Client client(String secret) {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create(Loopback.url(port)))
                .forcePathStyle(true)
                .credentialsProvider(credentials(secret))
                .build();
    }

    private byte[] read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odd/a b+c%20é😀 (1).jpg",
                "odd/x",
                "odd/x/y",
                "odd/x/",
                "odd//z",
                "odd/../w",
                "odd/~!*'();:@$,[]&=?#",
                "odd/UPPER",
                "odd/upper",
                "odd/tab\t"
            })
    void object_withAnyKey_comesBack(String key) {
        byte[] content = key.repeat(3).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        s3.putObject(
                put -> put.bucket(BUCKET).key(key).contentType("image/jpeg"),
                RequestBody.fromBytes(content));
        assertThat(read(key)).isEqualTo(content);
        assertThat(s3.headObject(head -> head.bucket(BUCKET).key(key)).contentType())
                .isEqualTo("image/jpeg");
        assertThat(changes)
                .anyMatch(
                        change ->
                                change.key().equals(key)
                                        && change.event().equals("ObjectCreated:Put")
                                        && change.size() == content.length);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "SHA1", "SHA256"})
    void object_withChecksumTrailer_isStoredWithoutIt(ChecksumAlgorithm algorithm) {
        s3.putObject(
                put -> put.bucket(BUCKET).key("sum").checksumAlgorithm(algorithm),
                RequestBody.fromString("abc"));
        assertThat(read("sum")).asString().isEqualTo("abc");
    }

    @Test
    void object_ofSeveralParts_isOne() {
        byte[] content = new byte[11 * 1024 * 1024];
        new Random(1).nextBytes(content);
        int part = 6 * 1024 * 1024;
        String upload =
                s3.createMultipartUpload(
                                create ->
                                        create.bucket(BUCKET)
                                                .key("big é.mp4")
                                                .contentType("video/mp4"))
                        .uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 0; i * part < content.length; i++) {
            int number = i + 1;
            byte[] piece =
                    java.util.Arrays.copyOfRange(
                            content, i * part, Math.min(content.length, (i + 1) * part));
            parts.add(
                    CompletedPart.builder()
                            .partNumber(number)
                            .eTag(
                                    s3.uploadPart(
                                                    request ->
                                                            request.bucket(BUCKET)
                                                                    .key("big é.mp4")
                                                                    .uploadId(upload)
                                                                    .partNumber(number),
                                                    RequestBody.fromBytes(piece))
                                            .eTag())
                            .build());
        }
        s3.completeMultipartUpload(
                complete ->
                        complete.bucket(BUCKET)
                                .key("big é.mp4")
                                .uploadId(upload)
                                .multipartUpload(done -> done.parts(parts)));
        assertThat(read("big é.mp4")).isEqualTo(content);
        assertThat(
                        s3.getObjectAsBytes(
                                        get ->
                                                get.bucket(BUCKET)
                                                        .key("big é.mp4")
                                                        .range("bytes=6291450-6291460"))
                                .asByteArray())
                .isEqualTo(java.util.Arrays.copyOfRange(content, 6_291_450, 6_291_461));
        assertThat(changes)
                .filteredOn(change -> change.key().equals("big é.mp4"))
                .extracting(ObjectChange::event)
                .containsExactly("ObjectCreated:CompleteMultipartUpload");
        assertThat(changes).noneMatch(change -> change.key().startsWith("."));
    }

    @Test
    void copyAndRemoval_areAnnounced_removalOfNothingIsNot() {
        s3.putObject(put -> put.bucket(BUCKET).key("from é"), RequestBody.fromString("x"));
        s3.copyObject(
                copy ->
                        copy.sourceBucket(BUCKET)
                                .sourceKey("from é")
                                .destinationBucket(BUCKET)
                                .destinationKey("to +"));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("to +"));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("to +"));
        assertThat(changes)
                .filteredOn(change -> change.key().equals("to +"))
                .extracting(ObjectChange::event)
                .containsExactly("ObjectCreated:Copy", "ObjectRemoved:DeleteMarkerCreated");
    }

    @Test
    void list_goesInPagesAndFolders() {
        for (String key : List.of("list/a", "list/a/b", "list/c/d", "list/c/e", "list/é")) {
            s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString("x"));
        }
        List<String> keys =
                s3
                        .listObjectsV2Paginator(
                                list -> list.bucket(BUCKET).prefix("list/").maxKeys(2))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();
        assertThat(keys).containsExactly("list/a", "list/a/b", "list/c/d", "list/c/e", "list/é");
        var folders = s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("list/").delimiter("/"));
        assertThat(folders.contents())
                .extracting(S3Object::key)
                .containsExactly("list/a", "list/é");
        assertThat(folders.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("list/a/", "list/c/");
        assertThat(s3.listObjectsV2(list -> list.bucket("empty")).contents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/png", "application/x-www-form-urlencoded"})
    void presignedUpload_withAnyContentType_isTaken(String contentType) throws Exception {
        String key = "signed é+ " + contentType.length() + ".png";
        try (S3Presigner presigner =
                        S3Presigner.builder()
                                .region(Region.EU_WEST_1)
                                .endpointOverride(URI.create(Loopback.url(port)))
                                .serviceConfiguration(
                                        S3Configuration.builder()
                                                .pathStyleAccessEnabled(true)
                                                .build())
                                .credentialsProvider(credentials("secret"))
                                .build();
                HttpClient client = HttpClient.newHttpClient()) {
            URI put =
                    presigner
                            .presignPutObject(
                                    sign ->
                                            sign.signatureDuration(Duration.ofMinutes(5))
                                                    .putObjectRequest(
                                                            request ->
                                                                    request.bucket(BUCKET)
                                                                            .key(key)))
                            .url()
                            .toURI();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(put).PUT(HttpRequest.BodyPublishers.ofString("a=b&c"));
            if (!contentType.isEmpty()) {
                request.header("content-type", contentType);
            }
            assertThat(
                            client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(read(key)).asString().isEqualTo("a=b&c");
            URI get =
                    presigner
                            .presignGetObject(
                                    sign ->
                                            sign.signatureDuration(Duration.ofMinutes(5))
                                                    .getObjectRequest(
                                                            ask -> ask.bucket(BUCKET).key(key)))
                            .url()
                            .toURI();
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(get).build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body())
                    .isEqualTo("a=b&c");
        }
    }

    @Test
    void wrongSecret_orMissingKey_isRefused() {
        try (S3Client stranger = client("guess")) {
            assertThatThrownBy(() -> stranger.listObjectsV2(list -> list.bucket(BUCKET)))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("signature");
        }
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(NoSuchKeyException.class);
    }
}
