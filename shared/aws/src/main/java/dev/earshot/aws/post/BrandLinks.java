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
import dev.earshot.core.text.SentimentLabel;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages through the posts of a brand, newest first. Thread-safe. */
final class BrandLinks {
    /** Links read per call when a filter may drop some; about 100 bytes each. */
    private static final int FILTERED_PAGE = 1_000;

    /** Posts read per call when the filter needs the posts themselves; about 1 KB each. */
    private static final int TRAIT_PAGE = 100;

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
            read(query, after, day, posts);
            if (posts.size() >= query.limit()) {
                break;
            }
        }
        return List.copyOf(posts);
    }

    private void read(
            BrandPosts query, Optional<Position> after, LocalDate day, List<PostAnalysis> posts) {
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryResponse response = links(query, after, day, query.limit() - posts.size(), next);
            List<PostId> ids =
                    response.items().stream()
                            .map(item -> TableItem.of(item).need(Keys.SK))
                            .map(key -> Keys.postId(key.substring(key.indexOf('#') + 1)))
                            .toList();
            Map<PostId, PostRow> found = rows.read(query.workspace(), ids);
            for (PostId id : ids) {
                found.getOrDefault(id, PostRow.NONE)
                        .live()
                        // The post may have been edited since its link was read.
                        .filter(query::takes)
                        .filter(post -> posts.size() < query.limit())
                        .ifPresent(posts::add);
            }
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty() && posts.size() < query.limit());
    }

    private QueryResponse links(
            BrandPosts query,
            Optional<Position> after,
            LocalDate day,
            int wanted,
            Map<String, AttributeValue> next) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":pk", TableItem.text(Keys.brandDay(query.workspace(), query.brandId(), day)));
        values.put(":from", TableItem.text(Keys.millis(query.from())));
        values.put(":now", TableItem.number(clock.instant().getEpochSecond()));
        // BETWEEN includes its ends; a start key excludes the position itself.
        String high =
                after.map(position -> Keys.link(position.createdAt(), position.id()))
                        .orElseGet(() -> Keys.millis(query.to().minusNanos(1)) + "~");
        values.put(":high", TableItem.text(high));
        String filter = "expiresAt > :now";
        Optional<SentimentLabel> label = query.sentiment();
        if (label.isPresent()) {
            filter += " AND l = :label";
            values.put(":label", TableItem.text(Codes.of(label.get())));
        }
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :high")
                        .filterExpression(filter)
                        .expressionAttributeValues(values)
                        .limit(
                                label.isPresent()
                                        ? FILTERED_PAGE
                                        : query.traits().equals(PostTraits.ANY)
                                                ? wanted + 1
                                                : TRAIT_PAGE);
        if (!next.isEmpty()) {
            request.exclusiveStartKey(next);
        } else if (after.isPresent() && day.equals(Keys.day(after.get().createdAt()))) {
            request.exclusiveStartKey(
                    TableItem.key(Keys.brandDay(query.workspace(), query.brandId(), day), high));
        }
        return Failures.in("read the posts of a brand", () -> client.query(request.build()));
    }
}
