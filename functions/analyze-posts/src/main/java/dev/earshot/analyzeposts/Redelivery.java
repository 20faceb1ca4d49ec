package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.store.MessageVisibility;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;

import java.time.Duration;
import java.util.Map;

/**
 * Has a message that must come again come soon, instead of after the queue's visibility timeout,
 * which is as long as the longest batch takes. Thread-safe.
 */
final class Redelivery {
    private final MessageVisibility visibility;
    private final RedeliveryWait wait;

    Redelivery(MessageVisibility visibility, RedeliveryWait wait) {
        this.visibility = visibility;
        this.wait = wait;
    }

    /** Sets when the message comes again, and says so in the line of log. */
    void again(SQSMessage message, LogLine line) {
        int receives = receives(message);
        Duration hidden = wait.after(receives);
        line.with("receives", receives);
        try {
            visibility.hide(message.getReceiptHandle(), hidden);
            line.with("againInMs", hidden);
        } catch (StoreException e) {
            line.with("notHidden", String.valueOf(e.getMessage()));
        }
    }

    private static int receives(SQSMessage message) {
        Map<String, String> attributes = message.getAttributes();
        String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
        return count == null ? 1 : Math.max(1, Integer.parseInt(count));
    }
}
