package dev.earshot.aws.table;

import dev.earshot.aws.client.Failures;
import dev.earshot.core.store.StoreException;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Writes items together or not at all. Thread-safe if its source of randomness is. */
public final class Transactions {
    /**
     * Actions in one transaction: <a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">limit</a>.
     */
    public static final int MAX_ACTIONS = 100;

    private static final Set<String> TRANSIENT =
            Set.of(
                    "None",
                    "ConditionalCheckFailed",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final RandomGenerator random;

    public Transactions(DynamoDbClient client, RandomGenerator random) {
        this.client = client;
        this.random = random;
    }

    /**
     * Carries out 1 to {@value #MAX_ACTIONS} actions.
     *
     * @return false if another writer was faster and nothing was written
     */
    public boolean write(List<TransactWriteItem> actions) {
        // All of the SDK's attempts carry one token, so a retry after a lost answer has no second
        // effect.
        var request =
                TransactWriteItemsRequest.builder()
                        .transactItems(actions)
                        .clientRequestToken(newId() + newId())
                        .build();
        try {
            Failures.in("write a transaction", () -> client.transactWriteItems(request));
            return true;
        } catch (StoreException e) {
            if (lostRace(e.getCause())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean lostRace(@Nullable Throwable cause) {
        return switch (cause) {
            case TransactionCanceledException cancelled ->
                    cancelled.hasCancellationReasons()
                            && cancelled.cancellationReasons().stream()
                                    .map(CancellationReason::code)
                                    .allMatch(code -> code == null || TRANSIENT.contains(code));
            case TransactionConflictException conflict -> true;
            case TransactionInProgressException running -> true;
            case null, default -> false;
        };
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }
}
