package dev.earshot.aws.client;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Adds up the capacity that DynamoDB says calls have consumed, indexes included: what is paid for
 * on demand. Thread-safe.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

    private final DoubleAdder read = new DoubleAdder();
    private final DoubleAdder written = new DoubleAdder();

    /**
     * Request units.
     *
     * @param read of 4 KB, half of it where a read need not be consistent
     * @param written of 1 KB, twice that in a transaction
     */
    public record Units(double read, double written) {}

    /** What has been consumed since the last call. */
    public Units take() {
        return new Units(read.sumThenReset(), written.sumThenReset());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
            case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
            case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
            case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(TOTAL).build();
            case UpdateItemRequest update ->
                    update.toBuilder().returnConsumedCapacity(TOTAL).build();
            case DeleteItemRequest delete ->
                    delete.toBuilder().returnConsumedCapacity(TOTAL).build();
            case BatchWriteItemRequest write ->
                    write.toBuilder().returnConsumedCapacity(TOTAL).build();
            case TransactWriteItemsRequest write ->
                    write.toBuilder().returnConsumedCapacity(TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case GetItemResponse got ->
                    read.add(Math.max(least(context.request()), units(got.consumedCapacity())));
            case BatchGetItemResponse got ->
                    read.add(Math.max(least(context.request()), units(got.consumedCapacity())));
            case QueryResponse got -> read.add(units(got.consumedCapacity()));
            case PutItemResponse put -> written.add(units(put.consumedCapacity()));
            case UpdateItemResponse updated -> written.add(units(updated.consumedCapacity()));
            case DeleteItemResponse deleted -> written.add(units(deleted.consumedCapacity()));
            case BatchWriteItemResponse wrote -> written.add(units(wrote.consumedCapacity()));
            case TransactWriteItemsResponse wrote -> written.add(units(wrote.consumedCapacity()));
            default -> {}
        }
    }

    /**
     * What a read costs at least, also of an item that is not there: a unit for each key, half of
     * it where the read need not be consistent. DynamoDB Local forgets that.
     */
    private static double least(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> unit(get.consistentRead());
            case BatchGetItemRequest get ->
                    get.requestItems().values().stream()
                            .mapToDouble(keys -> keys.keys().size() * unit(keys.consistentRead()))
                            .sum();
            default -> 0;
        };
    }

    private static double unit(@Nullable Boolean consistent) {
        return Boolean.TRUE.equals(consistent) ? 1 : 0.5;
    }

    private static double units(@Nullable ConsumedCapacity consumed) {
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }

    private static double units(List<ConsumedCapacity> consumed) {
        return consumed.stream().mapToDouble(CapacityMeter::units).sum();
    }
}
