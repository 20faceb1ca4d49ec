package dev.earshot.aws.campaign;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentRule;
import dev.earshot.engagement.segment.SegmentStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Segments under {@code GM#<ws>} by id: {@code nm} name, {@code b} brand, {@code ab} about, {@code
 * md} mood, {@code lg} language, {@code pf} platform, {@code mp} and {@code mr} least posts and
 * responses; {@code dl} when it was deleted, after which it expires within two days. Thread-safe.
 */
public final class DynamoSegmentStore implements SegmentStore {
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final DynamoDbClient client;
    private final String table;

    public DynamoSegmentStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public List<Kept> segments(WorkspaceId workspace, Instant since) {
        return Partition.all(client, table, Keys.segments(workspace), "read the segments").stream()
                .filter(
                        item ->
                                !item.has("dl")
                                        || !NumberText.instant(item.need("dl")).isBefore(since))
                .map(item -> new Kept(segment(item), item.has("dl")))
                .toList();
    }

    @Override
    public boolean add(WorkspaceId workspace, Segment segment) {
        SegmentRule rule = segment.rule();
        TableItem item =
                TableItem.at(Keys.segments(workspace), segment.id())
                        .with("nm", segment.name())
                        .with("b", segment.brandId())
                        .with("ab", rule.about())
                        .with("mp", rule.minPosts())
                        .with("mr", rule.minResponses());
        rule.mood().ifPresent(mood -> item.with("md", mood.key()));
        rule.language().ifPresent(language -> item.with("lg", language));
        rule.platform().ifPresent(platform -> item.with("pf", platform.key()));
        return unlessRefused(
                "keep a segment",
                () ->
                        client.putItem(
                                put ->
                                        put.tableName(table)
                                                .item(item.attributes())
                                                .conditionExpression("attribute_not_exists(PK)")));
    }

    @Override
    public boolean delete(WorkspaceId workspace, String id, Instant at) {
        Map<String, AttributeValue> values =
                Map.of(
                        ":at", TableItem.text(NumberText.instant(at)),
                        ":end", TableItem.number(at.plus(REMEMBERED).getEpochSecond()));
        return unlessRefused(
                "delete a segment",
                () ->
                        client.updateItem(
                                update ->
                                        update.tableName(table)
                                                .key(TableItem.key(Keys.segments(workspace), id))
                                                .updateExpression("SET dl = :at, expiresAt = :end")
                                                .conditionExpression(
                                                        "attribute_exists(PK) AND"
                                                                + " attribute_not_exists(dl)")
                                                .expressionAttributeValues(values)));
    }

    private static boolean unlessRefused(String what, Supplier<?> call) {
        try {
            Failures.in(what, call);
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof ConditionalCheckFailedException) {
                return false;
            }
            throw e;
        }
    }

    private static Segment segment(TableItem item) {
        return new Segment(
                item.need(Keys.SK),
                item.need("nm"),
                item.need("b"),
                new SegmentRule(
                        item.texts("ab"),
                        text(item, "md")
                                .map(key -> SentimentLabel.valueOf(key.toUpperCase(Locale.ROOT))),
                        text(item, "lg"),
                        text(item, "pf").flatMap(Platform::of),
                        Math.toIntExact(item.number("mp", 1)),
                        Math.toIntExact(item.number("mr", 0))));
    }

    private static Optional<String> text(TableItem item, String name) {
        return item.has(name) ? Optional.of(item.need(name)) : Optional.empty();
    }
}
