package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Codes;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pages through the posts of a brand, newest first. Its {@link LinkBlocks} are read in the order of
 * their newest posts; a post is taken once no block that is still to be read can hold a newer one.
 * Thread-safe.
 */
final class BrandLinks {
    /** Blocks read per call. */
    private static final int BLOCKS = 100;

    /** Posts read per call; about 1 KB each. */
    private static final int POSTS = 100;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final BrandDays days;
    private final PostRows rows;

    BrandLinks(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            BrandDays days,
            PostRows rows) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.days = days;
        this.rows = rows;
    }

    List<PostAnalysis> page(BrandPosts query) {
        Instant newest = query.to().minusNanos(1);
        Optional<Position> after =
                query.after().filter(position -> position.createdAt().isBefore(query.to()));
        if (after.isPresent()) {
            newest = after.get().createdAt();
        }
        if (newest.isBefore(query.from())) {
            return List.of();
        }
        var posts = new ArrayList<PostAnalysis>();
        List<LocalDate> withPosts =
                days.between(
                        query.workspace(),
                        query.brandId(),
                        Keys.day(query.from()),
                        Keys.day(newest));
        for (LocalDate day : withPosts.reversed()) {
            read(query, after, newest, day, posts);
            if (posts.size() >= query.limit()) {
                break;
            }
        }
        return List.copyOf(posts);
    }

    private void read(
            BrandPosts query,
            Optional<Position> after,
            Instant newest,
            LocalDate day,
            List<PostAnalysis> posts) {
        // Sort keys of links are those of positions: of the time first, then of the post.
        String low = Keys.millis(query.from());
        Optional<String> position = after.map(at -> Keys.link(at.createdAt(), at.id()));
        String high = position.orElseGet(() -> Keys.millis(newest) + "~");
        var waiting = new TreeMap<String, String>(Comparator.reverseOrder());
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryResponse response = blocks(query, newest, day, next);
            String reached = "";
            for (Map<String, AttributeValue> block : response.items()) {
                reached = TableItem.of(block).need(Keys.SK);
                links(block, low, high, waiting);
            }
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
            // Blocks to come hold nothing newer than the one that was reached.
            String bound = next.isEmpty() ? "" : reached.substring(0, reached.indexOf('#')) + "~";
            take(query, waiting, bound, posts);
        } while (!next.isEmpty() && posts.size() < query.limit());
    }

    /** Adds a block's links between two keys, both exclusive, that the query may ask for. */
    private static void links(
            Map<String, AttributeValue> block, String low, String high, Map<String, String> to) {
        block.forEach(
                (name, code) -> {
                    if (name.indexOf('#') > 0
                            && name.compareTo(low) > 0
                            && name.compareTo(high) < 0) {
                        to.put(name, code.s());
                    }
                });
    }

    /** Takes the posts whose links lie beyond the bound, until the page is full. */
    private void take(
            BrandPosts query,
            NavigableMap<String, String> waiting,
            String bound,
            List<PostAnalysis> posts) {
        Optional<String> label = query.sentiment().map(Codes::of);
        PostTraits traits = query.traits();
        int some = traits.equals(traits.listed()) ? query.limit() - posts.size() : POSTS;
        while (posts.size() < query.limit()) {
            var ids = new ArrayList<PostId>();
            while (!waiting.isEmpty()
                    && waiting.firstKey().compareTo(bound) > 0
                    && ids.size() < some) {
                Map.Entry<String, String> link = waiting.pollFirstEntry();
                String key = link.getKey();
                PostId id = Keys.postId(key.substring(key.indexOf('#') + 1));
                if ((label.isEmpty() || label.get().equals(link.getValue()))
                        && traits.listedAs(id.platform(), LinkBlocks.isOwn(link.getValue()))) {
                    ids.add(id);
                }
            }
            if (ids.isEmpty()) {
                return;
            }
            Map<PostId, PostRow> found = rows.read(query.workspace(), ids);
            for (PostId id : ids) {
                found.getOrDefault(id, PostRow.NONE)
                        .live()
                        // The post may have been edited since its link was read.
                        .filter(query::takes)
                        .filter(post -> posts.size() < query.limit())
                        .ifPresent(posts::add);
            }
        }
    }

    private QueryResponse blocks(
            BrandPosts query, Instant newest, LocalDate day, Map<String, AttributeValue> next) {
        // A block spans an hour at most, so those of later hours hold nothing as old.
        Instant end = newest.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :high")
                        .filterExpression("expiresAt > :now")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk",
                                        TableItem.text(
                                                Keys.brandDay(
                                                        query.workspace(), query.brandId(), day)),
                                        ":from",
                                        TableItem.text(Keys.millis(query.from())),
                                        ":high",
                                        TableItem.text(Keys.millis(end)),
                                        ":now",
                                        TableItem.number(clock.instant().getEpochSecond())))
                        .limit(BLOCKS);
        if (!next.isEmpty()) {
            request.exclusiveStartKey(next);
        }
        return Failures.in("read the posts of a brand", () -> client.query(request.build()));
    }
}
