package dev.earshot.aws;

import dev.earshot.aws.post.AuthorIndex;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts calls, the keys that are read in batches, and write units by the documented rules: a unit
 * for each KB, twice that in a transaction, and one more for each KB in the index of authors.
 * Thread-safe.
 */
public final class WriteMeter implements ExecutionInterceptor {
    public final Map<String, Integer> calls = new ConcurrentHashMap<>();
    public final LongAdder written = new LongAdder();
    public final LongAdder looked = new LongAdder();

    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls.merge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
        switch (context.request()) {
            case TransactWriteItemsRequest request ->
                    request.transactItems().forEach(action -> written.add(units(action)));
            case PutItemRequest request ->
                    written.add(units(request.item()) + index(request.item()));
            case BatchGetItemRequest request ->
                    request.requestItems().values().forEach(k -> looked.add(k.keys().size()));
            default -> {}
        }
    }

    private long units(TransactWriteItem action) {
        if (action.put() != null) {
            Map<String, AttributeValue> item = action.put().item();
            return 2L * units(item) + index(item);
        }
        if (action.update() != null) {
            return 2L * units(updated(action.update()));
        }
        return action.delete() != null ? 2L * deleted(action.delete()) : 0;
    }

    private int units(Map<String, AttributeValue> item) {
        int units = ItemSize.writeUnits(item);
        sizes.put(key(item), units);
        return units;
    }

    private int deleted(Delete delete) {
        return sizes.getOrDefault(key(delete.key()), 1);
    }

    /** The item that an update makes of nothing: its names are attributes, its values texts. */
    private static Map<String, AttributeValue> updated(Update update) {
        var item = new HashMap<>(update.key());
        AttributeValue code = AttributeValue.fromS("n");
        update.expressionAttributeNames().values().forEach(name -> item.put(name, code));
        item.put("expiresAt", AttributeValue.fromN("1780000000"));
        return item;
    }

    /** What the index carries of a post is smaller than the post, which costs a unit or two. */
    private static int index(Map<String, AttributeValue> item) {
        if (!item.containsKey("gp")) {
            return 0;
        }
        var carried = new HashMap<>(item);
        carried.keySet()
                .removeIf(
                        name ->
                                !AuthorIndex.CARRIED.contains(name)
                                        && !name.equals("PK")
                                        && !name.equals("SK")
                                        && !name.equals("gp")
                                        && !name.equals("gs"));
        return ItemSize.writeUnits(carried);
    }

    private static String key(Map<String, AttributeValue> item) {
        return item.get("PK") + " " + item.get("SK");
    }
}
