package dev.earshot.aws.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class DynamoEpisodeHistoryTest {
    private static final Instant NOON = Episodes.NOON;
    private static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final DynamoEpisodeHistory history =
            new DynamoEpisodeHistory(
                    dynamo,
                    LocalDynamo.running().newTable(dynamo),
                    Retention.STANDARD,
                    InstantSource.fixed(NOON));

    @Test
    void changes_ofABrand_areReadAsTheyWereAddedInOrder() {
        EpisodeChange open = Episodes.open("acme", 30, 10);
        EpisodeChange grew = Episodes.next(open, EpisodeState.GREW, 70, Duration.ofMinutes(5));
        EpisodeChange over =
                Episodes.next(grew, EpisodeState.RESOLVED, 75.5, Duration.ofMinutes(5));
        EpisodeChange explained =
                new EpisodeChange(
                        grew.episode()
                                .with(
                                        new Explanation(
                                                List.of(
                                                        new Explanation.Cause(
                                                                "term", "two words", 0.25)),
                                                List.of(new PostId(Platform.MASTODON, "7#8")),
                                                Optional.of(
                                                        new Explanation.Synchrony(
                                                                0.5, 0.125, true)),
                                                "a term rose")),
                        grew.at());
        for (EpisodeChange change : List.of(over, explained, open, open)) {
            history.add(change);
        }

        assertThat(history.changes(Episodes.WORKSPACE, "acme", NOON, NEXT_DAY))
                .containsExactly(open, explained, over);
        assertThat(history.changes(Episodes.WORKSPACE, "acme", grew.at(), over.at()))
                .containsExactly(explained);
        assertThat(history.changes(Episodes.WORKSPACE, "zenith", NOON, NEXT_DAY)).isEmpty();
        assertThat(history.changes(new WorkspaceId("other"), "acme", NOON, NEXT_DAY)).isEmpty();
    }
}
