package dev.earshot.lambda;

import dev.earshot.core.store.MessageVisibility;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.core.store.StoreException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/**
 * Has a message that must come again come soon, instead of after the queue's visibility timeout,
 * which is as long as the longest batch takes. Thread-safe.
 */
public final class Redelivery {
    private final MessageVisibility visibility;
    private final RedeliveryWait wait;

    public Redelivery(MessageVisibility visibility, RedeliveryWait wait) {
        this.visibility = visibility;
        this.wait = wait;
    }

    /**
     * Sets when a message comes again, and says so in the line of log.
     *
     * @param receiptHandle of the delivery that failed
     * @param system the message's system attributes
     */
    public void again(String receiptHandle, @Nullable Map<String, String> system, LogLine line) {
        int receives = receives(system);
        Duration hidden = wait.after(receives);
        line.with("receives", receives);
        try {
            visibility.hide(receiptHandle, hidden);
            line.with("againInMs", hidden);
        } catch (StoreException e) {
            line.with("notHidden", String.valueOf(e.getMessage()));
        }
    }

    private static int receives(@Nullable Map<String, String> system) {
        String count = system == null ? null : system.get("ApproximateReceiveCount");
        return count == null ? 1 : Math.max(1, Integer.parseInt(count));
    }
}
