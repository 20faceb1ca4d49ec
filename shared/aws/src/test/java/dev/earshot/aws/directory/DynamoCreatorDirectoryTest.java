package dev.earshot.aws.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.review.DynamoAuthorEnds;
import dev.earshot.aws.score.DynamoScoreStore;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Profile;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.directory.CreatorDirectoryContract;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The contract of the directory of creators on DynamoDB Local, and what the table itself holds. */
final class DynamoCreatorDirectoryTest extends CreatorDirectoryContract {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-04T12:00:10Z"));

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);

    @Override
    protected ScoreStore scores() {
        return new DynamoScoreStore(dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
    }

    @Override
    protected CreatorDirectory directory() {
        return withSecret(1);
    }

    private DynamoCreatorDirectory withSecret(int... first) {
        List<byte[]> secrets =
                IntStream.of(first)
                        .mapToObj(
                                each -> {
                                    byte[] secret = new byte[32];
                                    secret[0] = (byte) each;
                                    return secret;
                                })
                        .toList();
        return new DynamoCreatorDirectory(
                dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom(), secrets);
    }

    @Test
    void reseal_afterAChangeOfKeys_movesEntriesUnderTheCurrentKeyAndLosesNone() {
        var ann = new AuthorRef("d".repeat(32));
        var ben = new AuthorRef("e".repeat(32));
        withSecret(1).change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
        list(withSecret(1), ann);
        list(withSecret(2, 1), ben);

        assertThat(withSecret(2, 1).find(Posts.WORKSPACE, List.of(ann, ben))).hasSize(2);
        assertThat(withSecret(2, 1).reseal(Posts.WORKSPACE)).isEqualTo(1);
        assertThat(withSecret(2, 1).reseal(Posts.WORKSPACE)).isZero();
        assertThat(withSecret(2).find(Posts.WORKSPACE, List.of(ann, ben))).hasSize(2);
        assertThat(withSecret(1).find(Posts.WORKSPACE, List.of(ann, ben))).isEmpty();
    }

    @Test
    void reseal_underKeysThatOpenNothing_changesNothing() {
        var ann = new AuthorRef("d".repeat(32));
        withSecret(1).change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
        list(withSecret(1), ann);

        assertThat(withSecret(3, 2).reseal(Posts.WORKSPACE)).isZero();
        assertThat(withSecret(1).find(Posts.WORKSPACE, List.of(ann))).hasSize(1);
    }

    private void list(DynamoCreatorDirectory directory, AuthorRef author) {
        directory.list(
                Posts.WORKSPACE,
                List.of(
                        new Creator(
                                author,
                                new Profile(Platform.X, "ann", Optional.empty()),
                                2_000,
                                CLOCK.instant())));
    }

    @Test
    void list_accountThatEnded_isLeftOutUntilItIsBack() {
        var author = new AuthorRef("d".repeat(32));
        var ends =
                new DynamoAuthorEnds(dynamo, table, Retention.STANDARD, CLOCK, new SecureRandom());
        Creator creator =
                new Creator(
                        author,
                        new Profile(Platform.X, "ann", Optional.empty()),
                        2_000,
                        CLOCK.instant());
        directory().change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
        ends.end(
                Posts.WORKSPACE,
                new AuthorEnd(ErasureMark.of(author), CLOCK.instant(), AuthorEnd.Reason.PLATFORM));
        directory().list(Posts.WORKSPACE, List.of(creator));
        assertThat(directory().find(Posts.WORKSPACE, List.of(author))).isEmpty();

        ends.restore(
                Posts.WORKSPACE,
                ErasureMark.of(author),
                CLOCK.instant().plusSeconds(1),
                AuthorEnd.Reason.PLATFORM);
        directory().list(Posts.WORKSPACE, List.of(creator));
        assertThat(directory().find(Posts.WORKSPACE, List.of(author))).hasSize(1);
    }

    @Test
    void list_handleAndName_areInNoByteOfTheTableAndClosedToOtherSecrets() {
        var author = new AuthorRef("c".repeat(32));
        directory().change(Posts.WORKSPACE, new DirectorySettings(true, 1_000));
        directory()
                .list(
                        Posts.WORKSPACE,
                        List.of(
                                new Creator(
                                        author,
                                        new Profile(
                                                Platform.X,
                                                "canarylistens",
                                                Optional.of("Canary Listens")),
                                        2_000,
                                        CLOCK.instant())));

        assertThat(directory().find(Posts.WORKSPACE, List.of(author))).hasSize(1);
        assertThat(withSecret(2).find(Posts.WORKSPACE, List.of(author))).isEmpty();
        assertThat(dynamo.scan(request -> request.tableName(table)).items().toString())
                .doesNotContainIgnoringCase("canary");
    }
}
