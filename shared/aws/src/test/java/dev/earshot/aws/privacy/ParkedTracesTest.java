package dev.earshot.aws.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.LocalS3;
import dev.earshot.aws.review.DynamoParkedStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.store.Parked;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ParkedTracesTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Pseudonymiser KEY = new Pseudonymiser(new byte[32]);

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);
    private final S3Client s3 = LocalS3.running().clients().s3();
    private final String bucket = LocalS3.running().newBucket(s3);
    private final Instant now = Instant.now();

    @Test
    void payload_parked_liesSealedAndIsNotOpenedAfterTwoWeeks() {
        store(now).park(parked("1", "{\"text\": \"call Ann on 030 1234567\""));

        assertThat(objects()).hasSize(1);
        assertThat(new String(bytes(objects().getFirst()), StandardCharsets.ISO_8859_1))
                .doesNotContain("Ann")
                .doesNotContain("1234567");
        assertThat(store(now.plus(Duration.ofDays(13))).get(WORKSPACE, "1")).isPresent();
        assertThat(store(now.plus(Duration.ofDays(14))).get(WORKSPACE, "1")).isEmpty();
    }

    @Test
    void payload_ofBeforeSealing_isStillRead() {
        store(now).park(parked("1", "sealed"));
        dynamo.scan(scan -> scan.tableName(table)).items().stream()
                .filter(item -> item.containsKey("ke"))
                .forEach(
                        item ->
                                dynamo.updateItem(
                                        update ->
                                                update.tableName(table)
                                                        .key(
                                                                Map.of(
                                                                        "PK", item.get("PK"),
                                                                        "SK", item.get("SK")))
                                                        .updateExpression("REMOVE ke, ob")));
        put("parked/acme/1", "as it came");

        assertThat(store(now).get(WORKSPACE, "1").map(Parked::payload)).contains("as it came");
    }

    @Test
    void erase_ofAnAuthor_opensWhatIsSealedAndTakesWhatNamesThem() {
        store(now).park(parked("1", "{\"account\": \"ann@example.social\""));
        store(now).park(parked("a/b #2", "{\"account\": \"ann@example.social\", "));
        store(now).park(parked("3", "{\"account\": \"ben@example.social\""));

        assertThat(traces(now).erase(ann())).isEqualTo(2);
        assertThat(store(now).list(WORKSPACE, Optional.empty(), 10))
                .extracting(Parked::id)
                .containsExactly("3");
        assertThat(objects()).hasSize(1);
        assertThat(traces(now).erase(ann())).isZero();
    }

    @Test
    void erase_ofPayloadsThatNoEntryOpens_removesThemAfterAnHour() {
        put("parked/acme/lost", "nobody can open this");

        assertThat(traces(now.plusSeconds(60)).erase(ann())).isZero();
        assertThat(traces(now.plus(Duration.ofHours(2))).erase(ann())).isEqualTo(1);
        assertThat(objects()).isEmpty();
    }

    private ParkedTraces traces(Instant at) {
        return new ParkedTraces(dynamo, table, s3, bucket, InstantSource.fixed(at));
    }

    private DynamoParkedStore store(Instant at) {
        return new DynamoParkedStore(
                dynamo,
                table,
                s3,
                bucket,
                Retention.STANDARD,
                InstantSource.fixed(at),
                new SecureRandom());
    }

    private Parked parked(String id, String payload) {
        return new Parked(id, WORKSPACE, "sqs", "$", "is cut off", now, payload);
    }

    private List<String> objects() {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    private byte[] bytes(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    private void put(String key, String text) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    private static Erased ann() {
        return new Erased(
                WORKSPACE,
                Set.of(
                        ErasureMark.of(
                                KEY.pseudonym(WORKSPACE, Platform.MASTODON, "ann@example.social"))),
                Set.of(),
                Set.of(),
                KEY);
    }
}
