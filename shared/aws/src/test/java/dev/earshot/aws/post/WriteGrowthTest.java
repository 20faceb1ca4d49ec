package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.client.CapacityMeter;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A post costs what it costs, however many are there: posts of five brands and a thousand authors,
 * one each six seconds, a hundred in a commit, with compaction as it is shipped. {@code
 * -Dearshot.growth.posts=1000000} takes it further.
 */
@Tag("long")
final class WriteGrowthTest {
    private static final int POSTS = Integer.getInteger("earshot.growth.posts", 10_000);
    private static final int COMMIT = 100;

    @Test
    void commit_theTenThousandthPost_costsAsMuchAsTheHundredth() {
        var meter = new CapacityMeter();
        DynamoDbClient client = LocalDynamo.running().clients(meter).dynamoDb();
        String table = LocalDynamo.running().newTable(client);
        var clock = new SettableClock(Posts.PUBLISHED);
        var store =
                new DynamoAnalysisStore(
                        client, table, Retention.STANDARD, clock, new SecureRandom());
        List<Double> costs = new ArrayList<>();
        double written = 0;
        double read = 0;
        int reported = 100;
        for (int done = 0; done < POSTS; done += COMMIT) {
            List<PostChange> changes = new ArrayList<>();
            for (int i = done; i < done + COMMIT; i++) {
                changes.add(new PostChange.Store(post(i)));
            }
            clock.advance(Duration.ofSeconds(6L * COMMIT));
            store.commit(Posts.WORKSPACE, changes);
            CapacityMeter.Units units = meter.take();
            written += units.written();
            read += units.read();
            if (done + COMMIT == reported) {
                costs.add(written / reported);
                System.out.printf(
                        Locale.ROOT,
                        "MEASURED %d posts: %.3f write units and %.3f read units a post%n",
                        reported,
                        written / reported,
                        read / reported);
                reported *= 10;
            }
        }

        assertThat(costs).hasSizeGreaterThanOrEqualTo(3);
        assertThat(costs).allSatisfy(cost -> assertThat(cost).isBetween(2.0, 2.6));
        assertThat(costs.getLast()).isLessThan(1.05 * costs.getFirst());
    }

    private static PostAnalysis post(int number) {
        PostAnalysis post =
                Posts.post("17800000000" + (10_000_000 + number))
                        .at(Posts.PUBLISHED.plusSeconds(6L * number))
                        .about("brand-" + number % 5)
                        .analysis();
        return Posts.sighted(
                post,
                post.revision().observedAt(),
                Optional.of(Author.of(Posts.author(number % 1_000))),
                Posts.liked(3, 1));
    }
}
