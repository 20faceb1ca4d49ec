package dev.earshot.aws.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.post.DynamoAnalysisStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.store.AnalysisStore;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

class TombstoneTracesTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Pseudonymiser KEY = new Pseudonymiser(new byte[32]);
    private static final PostId THEIRS = new PostId(Platform.BLUESKY, "did:plc:ann:3k1");
    private static final PostId ANOTHERS = new PostId(Platform.BLUESKY, "did:plc:ben:3k1");

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);

    @Test
    void erase_ofABlueskyAuthor_takesTheTombstonesThatNameThemAndNoOthers() {
        AnalysisStore posts =
                new DynamoAnalysisStore(
                        dynamo,
                        table,
                        Retention.STANDARD,
                        InstantSource.fixed(NOON),
                        new SecureRandom());
        posts.commit(
                WORKSPACE,
                List.of(
                        new PostChange.Remove(THEIRS, NOON),
                        new PostChange.Remove(ANOTHERS, NOON)));
        var ann =
                new Erased(
                        WORKSPACE,
                        Set.of(
                                ErasureMark.of(
                                        KEY.pseudonym(WORKSPACE, Platform.BLUESKY, "did:plc:ann"))),
                        Set.of(),
                        Set.of(),
                        KEY);

        assertThat(new TombstoneTraces(dynamo, table).erase(ann)).isEqualTo(1);
        assertThat(posts.find(WORKSPACE, List.of(THEIRS, ANOTHERS))).containsOnlyKeys(ANOTHERS);
        assertThat(new TombstoneTraces(dynamo, table).erase(ann)).isZero();
    }
}
