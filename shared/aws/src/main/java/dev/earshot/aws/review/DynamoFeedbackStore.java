package dev.earshot.aws.review;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Codes;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.ModelAttributes;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.feedback.Labels;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.text.SentimentLabel;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Corrections under {@code F#<ws>}, {@code <post id>}: {@code sd} what was said and {@code sh} what
 * was shown (a label's code, {@code -} for none, then {@code <brand>=<code>} each), {@code lg}
 * language, {@code md} the model, {@code at} and {@code by}. Written in one transaction with a
 * check that the post is live; a post's removal deletes it in the transaction that removes the post
 * ({@link Committer}), so neither can overtake the other. Thread-safe.
 */
public final class DynamoFeedbackStore implements FeedbackStore {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;

    public DynamoFeedbackStore(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public boolean put(Feedback feedback) {
        TableItem item =
                TableItem.at(Keys.feedback(feedback.workspace()), feedback.post().toString())
                        .with("sd", written(feedback.said()))
                        .with("sh", written(feedback.shown()))
                        .with("lg", feedback.language())
                        .with("md", ModelAttributes.write(feedback.model().stream().toList()))
                        .with("at", NumberText.instant(feedback.at()))
                        .with("by", feedback.by())
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        ConditionCheck live =
                ConditionCheck.builder()
                        .tableName(table)
                        .key(
                                TableItem.key(
                                        Keys.post(feedback.workspace(), feedback.post()),
                                        Keys.ONLY))
                        .conditionExpression("k = :live")
                        .expressionAttributeValues(Map.of(":live", TableItem.text(Keys.LIVE)))
                        .build();
        try {
            Failures.in(
                    "keep a correction",
                    () ->
                            client.transactWriteItems(
                                    request ->
                                            request.transactItems(
                                                    TransactWriteItem.builder()
                                                            .conditionCheck(live)
                                                            .build(),
                                                    TransactWriteItem.builder()
                                                            .put(put(item))
                                                            .build())));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof TransactionCanceledException canceled
                    && canceled.cancellationReasons().stream()
                            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    private Put put(TableItem item) {
        return Put.builder().tableName(table).item(item.attributes()).build();
    }

    @Override
    public List<Feedback> list(WorkspaceId workspace, Optional<PostId> after, int limit) {
        var found = new ArrayList<Feedback>();
        Map<String, AttributeValue> next = Map.of();
        do {
            var request =
                    QueryRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression("PK = :pk AND SK > :after")
                            .filterExpression("expiresAt > :now")
                            .expressionAttributeValues(
                                    Map.of(
                                            ":pk",
                                            TableItem.text(Keys.feedback(workspace)),
                                            ":after",
                                            // No post id sorts below a space
                                            TableItem.text(after.map(PostId::toString).orElse(" ")),
                                            ":now",
                                            TableItem.number(clock.instant().getEpochSecond())))
                            .limit(limit - found.size());
            if (!next.isEmpty()) {
                request.exclusiveStartKey(next);
            }
            var response = Failures.in("list corrections", () -> client.query(request.build()));
            response.items().forEach(item -> found.add(read(workspace, TableItem.of(item))));
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty() && found.size() < limit);
        return List.copyOf(found);
    }

    private static Feedback read(WorkspaceId workspace, TableItem item) {
        return new Feedback(
                workspace,
                Keys.postId(item.need(Keys.SK)),
                labels(item.need("sd")),
                labels(item.need("sh")),
                item.need("lg"),
                ModelAttributes.read(item.texts("md")).stream().findFirst(),
                NumberText.instant(item.need("at")),
                item.need("by"));
    }

    private static String written(Labels labels) {
        var text = new StringJoiner(" ");
        text.add(labels.post().map(Codes::of).orElse("-"));
        labels.brands().forEach((brand, label) -> text.add(brand + "=" + Codes.of(label)));
        return text.toString();
    }

    private static Labels labels(String text) {
        String[] words = text.split(" ", -1);
        Map<String, SentimentLabel> brands = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].lastIndexOf('=');
            brands.put(
                    words[i].substring(0, equals),
                    label(words[i].substring(equals + 1)).orElseThrow());
        }
        return new Labels(label(words[0]), brands);
    }

    private static Optional<SentimentLabel> label(String code) {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (Codes.of(label).equals(code)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
